public import LecternBriefing

/// One line below the title of a briefing.
public enum CoverLine: Sendable {
  case subtitle(String)
  case author(Author)
  /// Several authors one after another, where a line for each would not fit.
  case authors([Author])
  case organisation(String)
  case date(String)

  /// The lines that a front matter asks for, in order.
  public static func lines(of metadata: Metadata, labels: Labels) -> [CoverLine] {
    var lines: [CoverLine] = []
    if let subtitle = metadata.subtitle { lines.append(.subtitle(subtitle)) }
    lines += metadata.authors.map { .author($0) }
    if let organisation = metadata.organisation { lines.append(.organisation(organisation)) }
    if let date = metadata.date { lines.append(.date(DateText(labels: labels).text(date))) }
    return lines
  }

  /// The same lines with all authors in one.
  static func withAuthorsTogether(_ lines: [CoverLine]) -> [CoverLine] {
    var together: [CoverLine] = []
    for line in lines {
      guard case .author(let author) = line else {
        together.append(line)
        continue
      }
      if case .authors(let before) = together.last {
        together[together.count - 1] = .authors(before + [author])
      } else {
        together.append(.authors([author]))
      }
    }
    return together
  }

  /// The words of the line as a deck shows them.
  func inlines(_ labels: Labels) -> [Inline] {
    switch self {
    case .subtitle(let text), .organisation(let text), .date(let text): return [.text(text)]
    case .author(let author): return Self.inlines(author)
    case .authors(let authors):
      return Array(authors.map(Self.inlines).joined(separator: [.text("; ")]))
    }
  }

  private static func inlines(_ author: Author) -> [Inline] {
    var inlines: [Inline] = [.strong([.text(author.name)])]
    if let affiliation = author.affiliation { inlines.append(.text(" · \(affiliation)")) }
    if let email = author.email { inlines.append(.text(" \(email)")) }
    return inlines
  }
}
