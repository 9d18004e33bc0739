public import LecternBriefing
import LecternSource

/// How a briefing itself is cited, in the form of the Harvard style.
public struct SelfCitation {
  private let facts: BriefingFacts

  /// Makes the citation of a briefing.
  public init(_ facts: BriefingFacts) {
    self.facts = facts
  }

  /// Authors, year, title, publisher and identifier.
  public var content: [Inline] {
    let metadata = facts.metadata
    let names = metadata.authors.map { NameText.harvard.inverted(PersonName(written: $0.name)) }
    let authors =
      switch names.count {
      case 0: metadata.organisation ?? ""
      case 1...3:
        names.count == 1
          ? names[0]
          : "\(names.dropLast().joined(separator: ", ")) \(facts.labels[.and]) \(names[names.count - 1])"
      default: "\(names[0]) et al."
      }
    var title = facts.title.text
    if let subtitle = metadata.subtitle { title += ": \(subtitle)" }
    let year =
      metadata.date.flatMap { PublicationDate($0, labels: facts.labels) }
      .map { String($0.year) } ?? facts.labels[.noDate]
    var content: [Inline] =
      authors.isEmpty
      ? [.emphasis([.text(title)]), .text(" (\(year)).")]
      : [.text("\(authors) (\(year)) "), .emphasis([.text(title)]), .text(".")]
    if let organisation = metadata.organisation, !names.isEmpty {
      content.append(.text(" \(organisation)."))
    }
    if let doi = metadata.doi, let start = doi.firstRange(of: "10.") {
      let address = "https://doi.org/\(doi[start.lowerBound...])"
      content += [
        .text(" "),
        .link(
          Link(
            address: .absolute(address), title: "", content: [.text(address)], isEvidence: false,
            span: facts.title.span)),
      ]
    }
    return content
  }
}
