import LecternSource

/// Author-year text, such as `(Hazeldine 2021)` or `Hazeldine et al. (2021)`, that fits exactly one reference.
struct AuthorYear {
  private let works: AuthorYearIndex

  init(_ bibliography: Bibliography) {
    works = bibliography.authorYears
  }

  /// The citation in a pair of parentheses and where it begins and ends, or nil when its words are anything else.
  func parenthesis(_ run: TextRun, at open: String.Index) -> (
    citation: Citation, range: Range<String.Index>
  )? {
    let text = run.text
    let first = text.index(after: open)
    guard let close = text[first...].firstIndex(where: { $0 == ")" || $0 == "(" }),
      text[close] == ")"
    else { return nil }
    let inside = text[first..<close]
    let end = text.index(after: close)
    let (work, pages) = Self.parted(inside.collapsed)
    if let year = Self.year(work), let start = authorStart(text, before: open) {
      let keys = works.keys(author: text[start..<open].trimmed, year: year)
      guard keys.count == 1 else { return nil }
      let items = keys.map {
        Citation.Item(key: $0, prefix: "", suffix: pages, omitsAuthor: false)
      }
      return citation(items, isNarrative: true, run, start..<end)
    }
    var items: [Citation.Item] = []
    for part in inside.split(separator: ";") {
      guard let item = item(part) else { return nil }
      items.append(item)
    }
    guard !items.isEmpty else { return nil }
    return citation(items, isNarrative: false, run, open..<end)
  }

  /// One work in parentheses, with the words before its authors and the pages behind its year.
  private func item(_ part: Substring) -> Citation.Item? {
    let words = part.collapsed
    if let key = key(of: words[...]) {
      return Citation.Item(key: key, prefix: "", suffix: "", omitsAuthor: false)
    }
    let (work, pages) = Self.parted(words)
    let prefix = Self.prefixes.first { work.lowercased().hasPrefix("\($0) ") } ?? ""
    guard !prefix.isEmpty || !pages.isEmpty,
      let key = key(of: work.dropFirst(prefix.count).trimmed[...])
    else { return nil }
    return Citation.Item(
      key: key, prefix: String(work.prefix(prefix.count)), suffix: pages, omitsAuthor: false)
  }

  /// A work and the pages behind it: `Smith, 2020` and `p. 4`.
  static func parted(_ words: String) -> (work: String, pages: String) {
    for mark in [", p. ", ", pp. ", ", p ", ": "] {
      guard let found = words.firstByteRange(of: mark),
        words[found.upperBound...].first?.isNumber == true
      else { continue }
      let pages = words[found.lowerBound...].drop { ",: ".contains($0) }
      return (String(words[..<found.lowerBound]), String(pages))
    }
    return (words, "")
  }

  /// What stands before the authors when a work is pointed to.
  private static let prefixes = ["see also", "see", "cf.", "e.g.", "e.g.,", "in", "cited in"]

  /// The key of words such as `Hazeldine et al., 2021`, or nil when they fit no or several references.
  func key(of words: Substring) -> String? {
    let words = words.collapsed
    guard let year = Self.year(words.suffix(4)), words.count > 5 else { return nil }
    var author = words.dropLast(4).trimmed
    if author.hasSuffix(",") { author = author.dropLast().trimmed }
    let keys = works.keys(author: author, year: year)
    return keys.count == 1 ? keys[0] : nil
  }

  /// Where the authors' names before a year in parentheses begin; the most words that are names win.
  private func authorStart(_ text: String, before open: String.Index) -> String.Index? {
    guard open > text.startIndex else { return nil }
    let end = text.index(before: open)
    guard text[end] == " " else { return nil }
    var found: String.Index?
    var words = 0
    var cursor = end
    while words < works.mostWords, cursor > text.startIndex {
      let before = text.index(before: cursor)
      if !text[before].isLetter, cursor < end, text[cursor].isLetter,
        works.hasAuthor(String(text[cursor..<end]))
      {
        found = cursor
      }
      if text[before].isWhitespace { words += 1 }
      cursor = before
    }
    if cursor == text.startIndex, works.hasAuthor(String(text[cursor..<end])) { found = cursor }
    return found
  }

  private func citation(
    _ items: [Citation.Item], isNarrative: Bool, _ run: TextRun, _ range: Range<String.Index>
  ) -> (Citation, Range<String.Index>) {
    let citation = Citation(
      items: items, isNarrative: isNarrative, written: nil, words: String(run.text[range]),
      span: run.span(of: range))
    return (citation, range)
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.count == 4, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(text)
  }
}
