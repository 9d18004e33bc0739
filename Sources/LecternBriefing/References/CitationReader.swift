import LecternSource

/// Finds citations in running text: `[@key, p. 4]`, bare `@key`, and author-year text that fits one reference.
struct CitationReader {
  private let bibliography: Bibliography
  private let authorYears: AuthorYear

  init(_ bibliography: Bibliography) {
    self.bibliography = bibliography
    authorYears = AuthorYear(bibliography)
  }

  /// A citation and the words that it takes.
  private typealias Found = (citation: Citation, range: Range<String.Index>)

  /// The inlines of a run of text; keys that no reference has are noted.
  func read(_ run: TextRun, unknown: inout [UnknownKey]) -> [Inline] {
    let text = run.text
    let hasKey = text.holds("@")
    let mayBeAuthorYear =
      !bibliography.references.isEmpty && text.holds("(")
    guard hasKey || mayBeAuthorYear else { return run.inlines }
    var result: [Inline] = []
    var plainStart = text.startIndex
    var index = text.startIndex
    while let next = text.utf8[index...].firstIndex(where: Self.begins) {
      index = next
      var found: Found?
      switch text[index] {
      case "[" where hasKey && !run.isEscaped(index): found = group(run, at: index, &unknown)
      case "@" where hasKey && !run.isEscaped(index): found = bare(run, at: index, &unknown)
      case "(" where mayBeAuthorYear: found = authorYears.parenthesis(run, at: index)
      default: break
      }
      // The authors before a year must not belong to a citation that has been read.
      guard let found, found.range.lowerBound >= plainStart else {
        index = text.index(after: index)
        continue
      }
      if plainStart < found.range.lowerBound {
        result += TextRun.inlines(of: text[plainStart..<found.range.lowerBound])
      }
      result.append(.citation(found.citation))
      plainStart = found.range.upperBound
      index = found.range.upperBound
    }
    return result + TextRun.inlines(of: text[plainStart...])
  }

  /// Whether a citation may begin with a byte.
  private static func begins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "(")
  }

  // MARK: Keys

  private func group(
    _ run: TextRun, at open: String.Index, _ unknown: inout [UnknownKey]
  ) -> Found? {
    guard let (inside, end) = bracket(run.text, at: open), inside.holds("@") else { return nil }
    var items: [Citation.Item] = []
    var missing: [UnknownKey] = []
    for part in inside.split(separator: ";").flatMap({ parts($0, run) }) {
      guard let item = item(part, run) else { return nil }
      items.append(item.item)
      if bibliography[item.item.key] == nil {
        missing.append(
          UnknownKey(key: item.item.key, isBracketed: true, span: run.span(of: item.keyRange)))
      }
    }
    unknown += missing
    let citation = Citation(
      items: items, isNarrative: false,
      written: missing.isEmpty ? nil : String(run.text[open..<end]), span: run.span(of: open..<end))
    return (citation, open..<end)
  }

  /// What stands in a pair of brackets without brackets inside, and where it ends.
  private func bracket(
    _ text: String, at open: String.Index
  ) -> (inside: Substring, end: String.Index)? {
    let start = text.index(after: open)
    guard let close = text[start...].firstIndex(where: { $0 == "]" || $0 == "[" }),
      text[close] == "]"
    else { return nil }
    return (text[start..<close], text.index(after: close))
  }

  /// What stands between semicolons, parted where another key follows: at the last comma before it, else behind the key.
  private func parts(_ text: Substring, _ run: TextRun) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var keyBefore: String.Index?
    while let key = key(in: text[(keyBefore ?? start)...], run) {
      if let keyBefore {
        let comma = text[keyBefore..<key.lowerBound].lastIndex(of: ",")
        parts.append(text[start..<(comma ?? keyBefore)])
        start = comma.map(text.index(after:)) ?? keyBefore
      }
      keyBefore = key.upperBound
    }
    return parts + [text[start...]]
  }

  /// The first key with its `@`.
  private func key(in text: Substring, _ run: TextRun) -> Range<String.Index>? {
    let at = text.indices.first { text[$0] == "@" && isStart(text, $0) && !run.isEscaped($0) }
    return at.flatMap { at in keyEnd(text, from: text.index(after: at)).map { at..<$0 } }
  }

  private func item(
    _ part: Substring, _ run: TextRun
  ) -> (item: Citation.Item, keyRange: Range<String.Index>)? {
    guard let range = key(in: part, run) else { return nil }
    let (at, end) = (range.lowerBound, range.upperBound)
    var prefix = part[..<at].trimmed
    let omitsAuthor = prefix.hasSuffix("-")
    if omitsAuthor { prefix = prefix.dropLast().trimmed }
    var suffix = part[end...].trimmed
    if suffix.hasPrefix(",") { suffix = suffix.dropFirst().trimmed }
    if suffix.allSatisfy(\.isPunctuation) { suffix = "" }
    let key = part.index(after: at)..<end
    return (
      Citation.Item(
        key: String(part[key]), prefix: prefix.collapsed, suffix: suffix.collapsed,
        omitsAuthor: omitsAuthor), range
    )
  }

  private func bare(
    _ run: TextRun, at: String.Index, _ unknown: inout [UnknownKey]
  ) -> Found? {
    let text = run.text
    guard isStart(text[...], at), let end = keyEnd(text[...], from: text.index(after: at)) else {
      return nil
    }
    let key = String(text[text.index(after: at)..<end])
    guard bibliography[key] != nil else {
      unknown.append(UnknownKey(key: key, isBracketed: false, span: run.span(of: at..<end)))
      return nil
    }
    let locator = locator(run, after: end)
    let item = Citation.Item(
      key: key, prefix: "", suffix: locator?.words ?? "", omitsAuthor: false)
    let range = at..<(locator?.end ?? end)
    return (
      Citation(
        items: [item], isNarrative: true, written: nil, words: String(text[range]),
        span: run.span(of: range)), range
    )
  }

  /// The pages in brackets behind a bare key; other brackets are the author's own.
  private func locator(
    _ run: TextRun, after key: String.Index
  ) -> (words: String, end: String.Index)? {
    let text = run.text
    guard let open = text[key...].firstIndex(where: { !$0.isWhitespace }), text[open] == "[",
      !run.isEscaped(open), let (inside, end) = bracket(text, at: open)
    else { return nil }
    let words = inside.collapsed
    return !words.holds("@") && Locator.isLocator(words) ? (words, end) : nil
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
