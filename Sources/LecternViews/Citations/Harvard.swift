import LecternBriefing
import LecternSource

/// Harvard as in Cite Them Right: author and year in the text, and a list by author.
///
/// Source: the rules of Cite Them Right, 12th edition. Where they leave a choice, it is the one of the official CSL style.
struct Harvard: CitationStyle {
  let works: [Reference]
  let isNumbered = false
  private let labels: Labels
  private let all: [String: Reference]
  private let list: HarvardList

  init(_ cited: CitedWorks, labels: Labels) {
    self.labels = labels
    works = HarvardOrder.sorted(cited.inReport)
    all = Dictionary(cited.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let others = HarvardOrder.sorted(cited.inDeckAlone)
    list = HarvardList(
      labels: labels, forms: AuthorYearForms(works + others, labels: labels))
  }

  func listed(_ reference: Reference) -> [Inline] { list.phrase(reference).inlines }

  func short(_ reference: Reference) -> [Inline] {
    Phrase.joined(
      [
        authors(of: reference), Phrase(list.year(reference)).wrapped("(", ")"),
        Phrase(of: reference[.shortContainer] ?? reference[.container]).italic,
      ], by: " "
    ).inlines
  }

  // MARK: In the text

  /// One work of a citation: whose it is and what stands behind that.
  private struct Part {
    var key: String
    var prefix: String
    /// The authors; nil where the year stands alone.
    var authors: Phrase?
    var year: String
    var suffix: String
    var order: (Int, String)
  }

  func cited(_ citation: Citation) -> [CitationPiece] {
    let parts = citation.items.compactMap(part)
    if citation.isNarrative {
      // More than one work by `Name (year)` cannot be written, so the years stand behind each name.
      return parts.enumerated().flatMap { index, part in
        let year = Phrase(part.year + part.suffix).wrapped("(", ")")
        let words = Phrase.joined([part.authors ?? Phrase(), year], by: " ")
        return (index == 0 ? [] : [CitationPiece([.text("; ")])])
          + [CitationPiece(words.inlines, key: part.key)]
      }
    }
    var pieces = [CitationPiece([.text("(")])]
    var last: Part?
    for part in grouped(parts) {
      var words = [Phrase(part.year + part.suffix)]
      if let last {
        let isSame = part.prefix.isEmpty && part.authors != nil && Self.isSame(part, last)
        let hasPages = !part.suffix.isEmpty || !last.suffix.isEmpty
        pieces.append(CitationPiece([.text(isSame && !hasPages ? ", " : "; ")]))
        if !isSame, let authors = part.authors { words.insert(authors, at: 0) }
      } else if let authors = part.authors {
        words.insert(authors, at: 0)
      }
      let whole = Phrase.joined(
        [Phrase(part.prefix), Phrase.joined(words, by: ", ")], by: " ")
      pieces.append(CitationPiece(whole.inlines, key: part.key))
      last = part
    }
    return pieces + [CitationPiece([.text(")")])]
  }

  private func part(_ item: Citation.Item) -> Part? {
    guard let work = all[item.key] else { return nil }
    let year = list.year(work)
    return Part(
      key: item.key, prefix: item.prefix, authors: item.omitsAuthor ? nil : authors(of: work),
      year: year, suffix: LocatorText.suffix(item.suffix, labels),
      order: (work[.issued]?.year ?? Int.max, year))
  }

  /// The works with the oldest first, and those of the same authors together.
  private func grouped(_ parts: [Part]) -> [Part] {
    let sorted = parts.enumerated().sorted { left, right in
      let a = left.element.order
      let b = right.element.order
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
    var order: [String] = []
    var groups: [String: [Part]] = [:]
    for (index, part) in sorted.enumerated() {
      let name = part.authors?.inlines.plainText ?? "\(index)"
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(part)
    }
    return order.flatMap { groups[$0] ?? [] }
  }

  private static func isSame(_ left: Part, _ right: Part) -> Bool {
    left.authors?.inlines.plainText == right.authors?.inlines.plainText
  }

  private func authors(of work: Reference) -> Phrase {
    list.forms.authors(of: work) ?? HarvardTitle.authors(work)
  }
}
