public import LecternBriefing

/// Writes citations in a style.
public struct CitationText: Sendable {
  private let style: any CitationStyle
  private let bibliography: Bibliography

  /// Makes a writer of citations.
  public init(style: any CitationStyle, bibliography: Bibliography) {
    self.style = style
    self.bibliography = bibliography
  }

  /// The words of each work of a citation, with the key that they lead to.
  public func items(_ citation: Citation) -> [(key: String, content: [Inline])] {
    citation.items.compactMap { item in
      bibliography[item.key].map {
        (item.key, style.cited($0, item, isNarrative: citation.isNarrative))
      }
    }
  }

  /// The whole citation with its parentheses.
  public func inlines(_ citation: Citation) -> [Inline] {
    if let written = citation.written { return [.text(written)] }
    let parts = items(citation).map(\.content)
    let joined = Array(parts.joined(separator: [.text("; ")]))
    return citation.isNarrative ? joined : [.text("(")] + joined + [.text(")")]
  }
}
