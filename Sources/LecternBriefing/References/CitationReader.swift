import LecternSource

/// Finds citations in running text: `[@key, p. 4]`, bare `@key`, and author-year text that fits one reference.
struct CitationReader {
  let bibliography: Bibliography

  /// The inlines of a run of text.
  func read(_ run: TextRun, diagnostics: inout [Diagnostic]) -> [Inline] {
    let text = run.text
    let hasKey = text.utf8.contains(UInt8(ascii: "@"))
    let mayBeAuthorYear = !bibliography.references.isEmpty && text.contains(where: \.isNumber)
    guard hasKey || mayBeAuthorYear else { return run.inlines }
    var result: [Inline] = []
    var plainStart = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      var found: (citation: Citation, end: String.Index)?
      switch text[index] {
      case "[" where hasKey && !run.isEscaped(index): found = group(run, at: index, &diagnostics)
      case "@" where hasKey && !run.isEscaped(index): found = bare(run, at: index, &diagnostics)
      case "(" where mayBeAuthorYear:
        found = AuthorYear(bibliography).parenthesis(run, at: index)
      default: break
      }
      guard let found else {
        index = text.index(after: index)
        continue
      }
      var start = index
      if found.citation.isNarrative, text[index] == "(" {
        start = AuthorYear(bibliography).authorStart(run, before: index) ?? index
      }
      if plainStart < start { result += TextRun.inlines(of: text[plainStart..<start]) }
      result.append(.citation(found.citation))
      plainStart = found.end
      index = found.end
    }
    return result + TextRun.inlines(of: text[plainStart...])
  }

  // MARK: Keys

  private func group(
    _ run: TextRun, at open: String.Index, _ diagnostics: inout [Diagnostic]
  ) -> (Citation, String.Index)? {
    let text = run.text
    guard let close = text[open...].firstIndex(of: "]") else { return nil }
    let inside = text[text.index(after: open)..<close]
    guard !inside.contains("["), inside.contains("@") else { return nil }
    var items: [Citation.Item] = []
    for part in inside.split(separator: ";") {
      guard let item = item(part) else { return nil }
      items.append(item.item)
      if bibliography[item.item.key] == nil {
        diagnostics.append(
          .unknownCitation(item.item.key, self, at: run.span(of: item.keyRange)))
      }
    }
    let end = text.index(after: close)
    let known = items.allSatisfy { bibliography[$0.key] != nil }
    return (
      Citation(
        items: items, isNarrative: false, written: known ? nil : String(text[open..<end]),
        span: run.span(of: open..<end)), end
    )
  }

  private func item(
    _ part: Substring
  ) -> (item: Citation.Item, keyRange: Range<String.Index>)? {
    guard let at = part.indices.first(where: { part[$0] == "@" && isStart(part, $0) }),
      let end = keyEnd(part, from: part.index(after: at))
    else { return nil }
    var prefix = part[..<at].trimmed
    let omitsAuthor = prefix.hasSuffix("-")
    if omitsAuthor { prefix = prefix.dropLast().trimmed }
    var suffix = part[end...].trimmed
    if suffix.hasPrefix(",") { suffix = suffix.dropFirst().trimmed }
    let key = part.index(after: at)..<end
    return (
      Citation.Item(
        key: String(part[key]), prefix: prefix.collapsed, suffix: suffix.collapsed,
        omitsAuthor: omitsAuthor), at..<end
    )
  }

  private func bare(
    _ run: TextRun, at: String.Index, _ diagnostics: inout [Diagnostic]
  ) -> (Citation, String.Index)? {
    let text = run.text
    guard isStart(text[...], at), let end = keyEnd(text[...], from: text.index(after: at)) else {
      return nil
    }
    let key = String(text[text.index(after: at)..<end])
    let span = run.span(of: at..<end)
    guard bibliography[key] != nil else {
      if let nearest = NearestName.of(key, among: bibliography.keys) {
        diagnostics.append(.doubtfulCitation(key, nearest: nearest, at: span))
      }
      return nil
    }
    let item = Citation.Item(key: key, prefix: "", suffix: "", omitsAuthor: false)
    return (Citation(items: [item], isNarrative: true, written: nil, span: span), end)
  }

  /// Whether an `@` begins a key and does not stand inside an e-mail address.
  private func isStart(_ text: Substring, _ at: String.Index) -> Bool {
    guard at > text.startIndex else { return true }
    let before = text[text.index(before: at)]
    return !before.isLetter && !before.isNumber && before != "_" && before != "." && before != "@"
  }

  /// The end of a key: a letter, digit or `_`, then those and `:.#$%&-+?<>~/`, without punctuation at its end.
  private func keyEnd(_ text: Substring, from start: String.Index) -> String.Index? {
    guard start < text.endIndex, text[start].isLetter || text[start].isNumber || text[start] == "_"
    else { return nil }
    var end = start
    var cursor = start
    while cursor < text.endIndex {
      let character = text[cursor]
      let isWord = character.isLetter || character.isNumber || character == "_"
      guard isWord || ":.#$%&-+?<>~/".contains(character) else { break }
      cursor = text.index(after: cursor)
      if isWord { end = cursor }
    }
    return end
  }
}

extension Diagnostic.Code {
  static let unknownCitation = Self(
    "unknown-citation", .error,
    summary: "A citation names a key that no reference has.",
    remedy: "Correct the key, or add the reference to the bibliography.")
  static let doubtfulCitation = Self(
    "doubtful-citation", .warning,
    summary: "A word after `@` is no known key, but nearly one.",
    remedy: "Correct the key; if it is no citation, leave it: it stays text.")
}

extension Diagnostic {
  fileprivate static func unknownCitation(
    _ key: String, _ reader: CitationReader, at span: Span
  ) -> Self {
    let nearest = NearestName.of(key, among: reader.bibliography.keys)
    return Self(
      .unknownCitation, "no reference has the key `\(key)`", at: span,
      help: nearest.map { "write `@\($0)`" } ?? "add it to `references.json`")
  }

  fileprivate static func doubtfulCitation(_ key: String, nearest: String, at span: Span) -> Self {
    Self(
      .doubtfulCitation, "`@\(key)` is no known key and stays text", at: span,
      help: "write `@\(nearest)` if you meant that reference")
  }
}
