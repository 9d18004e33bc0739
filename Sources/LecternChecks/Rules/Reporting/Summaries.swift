import LecternBriefing
import LecternSource

/// Reports of studies that give no summary, neither in the front matter nor under a heading.
struct Summaries: Rule {
  static let topic = RuleTopic.reporting
  static let source = "SRQR 2; NIHR, plain English summaries"
  static let codes: [Diagnostic.Code] = [.summaryMissing]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let model = briefing.briefing
    // What has no three sections is read as fast as a summary of it.
    guard briefing.hasStudy, model.sections.count(where: { $0.heading != nil }) >= fewestSections,
      model.metadata.summary.isEmpty, model.keyMessages == nil,
      let place = briefing.frontMatter.key("study")
    else { return [] }
    let headings = model.sections.flatMap { [$0.heading] + $0.slides.map(\.heading) }
    let isSummed = headings.contains { heading in
      words.contains { heading?.text.lowercased().contains($0) == true }
    }
    return isSummed ? [] : [.summaryMissing(at: place)]
  }

  private static let fewestSections = 3

  private static let words = [
    "summary", "abstract", "at a glance", "in brief", "in short", "overview", "key ",
    "main findings",
    "main messages", "résumé", "crynodeb",
  ]
}

extension Diagnostic.Code {
  static let summaryMissing = Self(
    "summary-missing", .information,
    summary: "The report of a study has no summary and no key messages.",
    remedy: "Write `summary:` into the front matter, in plain words, or a section of key messages.")
}

extension Diagnostic {
  fileprivate static func summaryMissing(at span: Span) -> Self {
    Self(
      .summaryMissing, "nothing sums up the study for those who read no further", at: span,
      help: "write `summary:` into the front matter, in plain words, or a section of key messages")
  }
}
