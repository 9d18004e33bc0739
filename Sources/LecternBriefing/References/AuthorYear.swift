import LecternSource

/// Author-year text, such as `(Hazeldine 2021)` or `Hazeldine et al. (2021)`, that fits exactly one reference.
struct AuthorYear {
  let bibliography: Bibliography

  init(_ bibliography: Bibliography) {
    self.bibliography = bibliography
  }

  /// The citation in a pair of parentheses, or nil when its words are anything else.
  func parenthesis(_ run: TextRun, at open: String.Index) -> (
    citation: Citation, end: String.Index
  )? {
    let text = run.text
    guard let close = text[open...].firstIndex(of: ")") else { return nil }
    let inside = text[text.index(after: open)..<close]
    let end = text.index(after: close)
    if let year = Self.year(inside), let start = authorStart(run, before: open) {
      let keys = keys(author: text[start..<open].trimmed, year: year)
      guard keys.count == 1 else { return nil }
      return (citation(keys, isNarrative: true, run.span(of: start..<end)), end)
    }
    var keys: [String] = []
    for part in inside.split(separator: ";") {
      guard let key = key(of: part) else { return nil }
      keys.append(key)
    }
    guard !keys.isEmpty else { return nil }
    return (citation(keys, isNarrative: false, run.span(of: open..<end)), end)
  }

  /// The key of words such as `Hazeldine et al., 2021`, or nil when they fit no or several references.
  func key(of words: some StringProtocol) -> String? {
    let words = words.collapsed
    guard let year = Self.year(words.suffix(4)), words.count > 5 else { return nil }
    var author = words.dropLast(4).trimmed
    if author.hasSuffix(",") { author = author.dropLast().trimmed }
    let keys = keys(author: author, year: year)
    return keys.count == 1 ? keys[0] : nil
  }

  /// Where the author's name before a year in parentheses begins.
  func authorStart(_ run: TextRun, before open: String.Index) -> String.Index? {
    let text = run.text
    guard open > text.startIndex, text[text.index(before: open)] == " " else { return nil }
    for reference in bibliography.references {
      for form in Self.forms(of: reference) {
        let before = text[..<text.index(before: open)]
        guard before.hasSuffix(form) else { continue }
        let start = before.index(before.endIndex, offsetBy: -form.count)
        guard start == text.startIndex || !text[text.index(before: start)].isLetter else {
          continue
        }
        return start
      }
    }
    return nil
  }

  private func citation(_ keys: [String], isNarrative: Bool, _ span: Span) -> Citation {
    Citation(
      items: keys.map { .init(key: $0, prefix: "", suffix: "", omitsAuthor: false) },
      isNarrative: isNarrative, written: nil, span: span)
  }

  private func keys(author: String, year: Int) -> [String] {
    bibliography.references.filter { reference in
      reference.year == year && Self.forms(of: reference).contains(author)
    }.map(\.key)
  }

  /// The ways in which the authors of a work are commonly written.
  private static func forms(of reference: Reference) -> [String] {
    guard let first = reference.authors.first?.family else { return [] }
    guard reference.authors.count > 1 else { return [first] }
    let second = reference.authors[1].family
    return [
      "\(first) et al.", "\(first) et al", "\(first) and \(second)", "\(first) & \(second)", first,
    ]
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.count == 4, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text)
  }
}
