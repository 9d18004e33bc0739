public import LecternBriefing

/// How works are cited and listed.
public protocol CitationStyle: Sendable {
  /// The works that the report cites, in the order of its list.
  var works: [Reference] { get }
  /// Whether the list has numbers, by which works are cited.
  var isNumbered: Bool { get }
  /// A citation as it stands in a text, parentheses included.
  func cited(_ citation: Citation) -> [CitationPiece]
  /// One work in the list of references.
  func listed(_ reference: Reference) -> [Inline]
  /// One work in the line of sources at a slide's foot.
  func short(_ reference: Reference) -> [Inline]
}

/// A stretch of a citation.
public struct CitationPiece: Sendable {
  /// Its words.
  public var content: [Inline]
  /// The key of the work that it leads to; nil for what stands between works.
  public var key: String?

  /// Makes a piece.
  init(_ content: [Inline], key: String? = nil) {
    self.content = content
    self.key = key
  }
}

/// The citation styles that Lectern knows.
public enum CitationStyles {
  /// The style of a briefing, for the works that it cites.
  public static func style(of briefing: Briefing) -> any CitationStyle {
    let works = CitedWorks(briefing)
    return switch briefing.metadata.citationStyle {
    case .harvard: Harvard(works, labels: briefing.labels)
    case .vancouver: Vancouver(works, labels: briefing.labels)
    }
  }
}
