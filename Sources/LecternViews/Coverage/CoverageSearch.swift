import LecternBriefing
import LecternSource

/// Looks in one report for what the items of a standard ask for.
struct CoverageSearch {
  private let report: ReportView
  private let facts: [String: StudyFact]
  private let headings: [(words: String, place: Coverage.Place)]

  init(report: ReportView) {
    self.report = report
    facts = Dictionary(report.briefing.metadata.study.map { ($0.key, $0) }) { first, _ in first }
    headings = report.chapters.flatMap { chapter in
      [Self.entry("\(chapter.number)", chapter.heading)]
        + chapter.sections.map { Self.entry("\(chapter.number).\($0.number)", $0.heading) }
    }
  }

  private static func entry(_ number: String, _ heading: Heading) -> (String, Coverage.Place) {
    (heading.text.lowercased(), .init(id: heading.id, name: "\(number) \(heading.name)"))
  }

  func finding(for sign: SignOfReporting) -> Coverage.Finding {
    let found = places(of: sign.facts) + named(sign.headings) + (sign.part.flatMap(place) ?? [])
    if !found.isEmpty { return .reported(found) }
    let related = places(of: sign.related)
    return related.isEmpty && !sign.needsPerson ? .missing : .needsPerson(related)
  }

  private func places(of keys: [String]) -> [Coverage.Place] {
    let text = StudyText(labels: report.briefing.labels)
    return keys.compactMap { key in
      facts[key].map { .init(id: nil, name: text.name(of: $0), part: .study) }
    }
  }

  /// The chapters and sections whose heading has one of some words at the beginning of a word.
  private func named(_ words: [String]) -> [Coverage.Place] {
    headings.filter { heading in
      words.contains {
        heading.words.hasPrefix($0) || heading.words.firstByteRange(of: " \($0)") != nil
      }
    }.map(\.place)
  }

  /// Where a part stands; nil when the report lacks it.
  private func place(of part: SignOfReporting.Part) -> [Coverage.Place]? {
    let labels = report.briefing.labels
    switch part {
    case .title:
      let metadata = report.briefing.metadata
      let title = [report.briefing.title.text, metadata.subtitle].compactMap(\.self)
        .joined(separator: " ").lowercased()
      guard Self.approaches.contains(where: title.contains) else { return nil }
      return [.init(id: report.briefing.title.id, name: report.briefing.title.text)]
    case .summary:
      guard !report.briefing.metadata.summary.isEmpty else { return nil }
      return [.init(id: nil, name: labels[.summary], part: .summary)]
    case .findings:
      guard report.evidence.places.contains(where: \.isFinding) else { return nil }
      return [.init(id: nil, name: labels[.findings], part: .findings)]
    case .quotations:
      let quotations = report.evidence.places.flatMap(\.quotations)
      guard !quotations.isEmpty, quotations.allSatisfy(\.isIdentified) else { return nil }
      return [.init(id: nil, name: labels[.evidenceAppendix], part: .evidence)]
    case .keyMessages:
      guard report.keyMessages != nil else { return nil }
      return [.init(id: nil, name: labels[.keyMessages], part: .messages)]
    }
  }

  /// Words by which a title says how a study was done.
  private static let approaches = [
    "case study", "diary", "ethnograph", "focus group", "grounded theory", "interview", "narrative",
    "observation", "phenomenolog", "qualitative", "thematic",
  ]
}
