public import LecternBriefing
import LecternSource

extension PublicationRecord {
  /// How the briefing itself is cited, as its own list of references would have it.
  public func citation(in style: any CitationStyle) -> [Inline] {
    // No work that is cited has this key.
    var work = Reference(key: "", kind: .report, span: .at(0))
    work[.title] = title
    work[.author] = authors.isEmpty ? organisation.map { [PersonName(body: $0)] } ?? [] : authors
    work[.publisher] = authors.isEmpty ? nil : organisation
    work[.issued] = date.flatMap {
      PartialDate([$0.year] + [$0.month, $0.day].compactMap(\.self))
    }
    work[.doi] = doi
    work[.url] = address
    return style.listed(work)
  }
}
