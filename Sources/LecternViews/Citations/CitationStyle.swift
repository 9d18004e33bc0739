public import LecternBriefing

/// How works are cited and listed.
public protocol CitationStyle: Sendable {
  /// One work as it is cited in a sentence or in parentheses.
  func cited(_ reference: Reference, _ item: Citation.Item, isNarrative: Bool) -> [Inline]
  /// One work in the list of references.
  func listed(_ reference: Reference) -> [Inline]
  /// One work in the line of sources at a slide's foot.
  func short(_ reference: Reference) -> [Inline]
  /// The works in the order of the list.
  func ordered(_ references: [Reference]) -> [Reference]
}

/// The citation styles that Lectern knows.
public enum CitationStyles {
  /// The style of a briefing, for the works that it cites.
  public static func style(of briefing: Briefing) -> any CitationStyle {
    Harvard(labels: briefing.labels)
  }
}
