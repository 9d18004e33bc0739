/// A language that Lectern reads, and the project that a text in it is put into.
enum FuzzTarget: String, CaseIterable {
  case briefing
  case attribution
  case figures
  case bibtex
  case cslJSON = "csl-json"
  case theme
  case templates

  /// The files of a project that holds a text, by their path in it; the briefing is `content/talk.md`.
  ///
  /// A text for several files is parted by the first line that holds nothing but `%%%`.
  func files(holding text: [UInt8]) -> [String: [UInt8]] {
    switch self {
    case .briefing: return ["content/talk.md": text]
    case .attribution:
      let lines = String(decoding: text, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return [
        "content/talk.md": Array(
          (Self.attributed + lines.joined(separator: "\n> ") + "\n").utf8)
      ]
    case .figures:
      return ["content/talk.md": Array("# Talk\n\n~~~~~~".utf8) + text + Array("\n~~~~~~\n".utf8)]
    case .bibtex:
      return [
        "content/works.bib": text, "content/talk.md": Array(Self.citing("works.bib").utf8),
      ]
    case .cslJSON:
      return [
        "content/works.json": text, "content/talk.md": Array(Self.citing("works.json").utf8),
      ]
    case .theme:
      let (theme, settings) = Self.parted(text)
      return [
        "templates/theme.yaml": theme, "lectern.yaml": settings,
        "content/talk.md": Array("# Talk\n\n## One\n\nWords, and **more**.\n".utf8),
      ]
    case .templates:
      let (template, title) = Self.parted(text)
      return [
        "templates/deck.mustache": template,
        "content/talk.md": Array("# ".utf8) + title + Array("\n\n## One\n\nWords\n".utf8),
      ]
    }
  }

  /// Whether the deck is written by the project's own template, of which nothing is promised.
  var hasOwnDeck: Bool { self == .templates }

  /// Whether texts change what all briefings of a project share.
  var changesMaterials: Bool { self == .theme || self == .templates }

  private static let attributed = """
    ---
    title: Talk
    participants: [{id: P1, name: Hilary}]
    references: [{id: a, title: Chairs, author: [{family: Ring}], issued: {raw: '2020'}}]
    ---

    > Words that somebody said.
    >
    > \u{20}
    """

  /// A briefing that cites in both ways and in prose; what is in the file under no such key is uncited.
  private static func citing(_ name: String) -> String {
    """
    ---
    title: Talk
    references: \(name)
    ---

    Words [@k, p. 3; @a] and @b, and [-@c], and more (Ring 2020).
    """
  }

  private static func parted(_ text: [UInt8]) -> (first: [UInt8], second: [UInt8]) {
    let mark = Array("\n%%%\n".utf8)
    guard let place = text.firstRange(of: mark) else { return (text, []) }
    return (Array(text[..<place.lowerBound]), Array(text[place.upperBound...]))
  }
}
