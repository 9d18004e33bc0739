public import LecternBriefing

/// Writes citations in a style.
public struct CitationText: Sendable {
  private let style: any CitationStyle

  /// Makes a writer of citations.
  public init(style: any CitationStyle) {
    self.style = style
  }

  /// A citation in pieces, each with the key that it leads to.
  public func pieces(_ citation: Citation) -> [CitationPiece] {
    if let written = citation.written { return [CitationPiece([.text(written)])] }
    return style.cited(citation)
  }

  /// The whole citation with its parentheses.
  public func inlines(_ citation: Citation) -> [Inline] {
    pieces(citation).flatMap(\.content)
  }
}
