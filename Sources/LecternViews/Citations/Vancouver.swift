import LecternBriefing
import LecternSource

/// Vancouver as the National Library of Medicine has it: numbers in the text, and a list in the order of first mention.
///
/// Source: Citing Medicine, 2nd edition, and the recommendations of the ICMJE. Where they leave a choice, it is the one of the
/// official CSL style.
struct Vancouver: CitationStyle {
  let works: [Reference]
  let isNumbered = true
  private let labels: Labels
  private let numbers: [String: Int]
  private let all: [Reference]
  private let list: VancouverList

  init(_ cited: CitedWorks, labels: Labels) {
    self.labels = labels
    works = cited.inReport
    all = cited.all
    numbers = Dictionary(
      cited.all.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    list = VancouverList(labels: labels)
  }

  func listed(_ reference: Reference) -> [Inline] { list.phrase(reference).inlines }

  func short(_ reference: Reference) -> [Inline] {
    let number = numbers[reference.key].map { "\($0). " } ?? ""
    let whole = Phrase.joined(
      [
        authors(of: reference), Phrase(of: reference[.shortContainer] ?? reference[.container]),
        Phrase(ReferenceText(labels: labels).year(reference[.issued]) ?? ""),
      ], by: ". ")
    return Phrase.joined([Phrase(number), whole]).inlines
  }

  // MARK: In the text

  /// One work of a citation.
  private struct Part {
    var key: String
    var number: Int
    var prefix: String
    var suffix: String

    /// Whether it is its number and nothing else.
    var isBare: Bool { prefix.isEmpty && suffix.isEmpty }
  }

  func cited(_ citation: Citation) -> [CitationPiece] {
    let parts = citation.items.compactMap(part)
    if citation.isNarrative {
      return parts.enumerated().flatMap { index, part in
        let number = Phrase("\(part.number)\(part.suffix)").wrapped("(", ")")
        let words = Phrase.joined([authors(of: all[part.number - 1]), number], by: " ")
        return (index == 0 ? [] : [CitationPiece([.text("; ")])])
          + [CitationPiece(words.inlines, key: part.key)]
      }
    }
    var pieces = [CitationPiece([.text("(")])]
    var last: Part?
    for run in Self.runs(parts.sorted { $0.number < $1.number }) {
      if let last {
        // Pages have commas of their own.
        pieces.append(CitationPiece([.text(last.isBare && run[0].isBare ? "," : "; ")]))
      }
      pieces.append(CitationPiece([.text(words(run[0]))], key: run[0].key))
      if run.count > 1 {
        pieces.append(CitationPiece([.text("–")]))
        pieces.append(
          CitationPiece([.text(words(run[run.count - 1]))], key: run[run.count - 1].key))
      }
      last = run[run.count - 1]
    }
    return pieces + [CitationPiece([.text(")")])]
  }

  private func part(_ item: Citation.Item) -> Part? {
    numbers[item.key].map { number in
      Part(
        key: item.key, number: number, prefix: item.prefix,
        suffix: LocatorText.suffix(item.suffix, labels))
    }
  }

  private func words(_ part: Part) -> String {
    [part.prefix, "\(part.number)\(part.suffix)"].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Works in a row as one run, from three on; any other as a run of its own, and each once.
  private static func runs(_ parts: [Part]) -> [[Part]] {
    var runs: [[Part]] = []
    for part in parts {
      guard let last = runs.last?.last else {
        runs.append([part])
        continue
      }
      if part.number == last.number, part.suffix == last.suffix { continue }
      if part.isBare, last.isBare, part.number == last.number + 1 {
        runs[runs.count - 1].append(part)
      } else {
        runs.append([part])
      }
    }
    return runs.flatMap { run in run.count > 2 ? [run] : run.map { [$0] } }
  }

  /// The authors as they stand in a sentence: up to two, or the first and “et al.”.
  private func authors(of work: Reference) -> Phrase {
    guard let names = work.creators?.names.filter({ !$0.isOthers }), let first = names.first else {
      return Phrase(of: work.title)
    }
    switch names.count {
    case 1: return Phrase(of: first.short)
    case 2:
      return Phrase.joined(
        [Phrase(of: first.short), Phrase(of: names[1].short)], by: " \(labels[.and]) ")
    default: return Phrase.joined([Phrase(of: first.short), Phrase("et al.")], by: " ")
    }
  }
}
