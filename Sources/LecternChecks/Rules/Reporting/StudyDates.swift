import LecternBriefing
import LecternSource

/// Dates of a study that contradict each other.
struct StudyDates: Rule {
  static let topic = RuleTopic.reporting
  static let source = "SRQR 10"
  static let codes: [Diagnostic.Code] = [
    .studyEndsBeforeItBegins, .publishedBeforeStudyEnds,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy else { return [] }
    let from = briefing.frontMatter.value(of: "from", in: "study")
    let to = briefing.frontMatter.value(of: "to", in: "study")
    let begins = from.flatMap { PlainDate(briefing.text(in: $0)) }
    let ends = to.flatMap { PlainDate(briefing.text(in: $0)) }
    if let begins, let ends, let from, let to, ends.isBefore(begins) {
      return [.studyEndsBeforeItBegins(briefing.text(in: to), at: to, from)]
    }
    guard let ends, let to, let date = briefing.briefing.metadata.date,
      let published = PlainDate(date), published.isBefore(ends),
      let place = briefing.frontMatter.value(of: "date")
    else { return [] }
    return [.publishedBeforeStudyEnds(date, at: place, to)]
  }
}

extension Diagnostic.Code {
  static let studyEndsBeforeItBegins = Self(
    "study-ends-before-it-begins", .error,
    summary: "The study's `to` is earlier than its `from`.",
    remedy: "Correct one of the two dates.")
  static let publishedBeforeStudyEnds = Self(
    "published-before-study-ends", .error,
    summary: "The briefing's date is earlier than the end of the study.",
    remedy: "Correct `date:`, or `to:` in `study:`.")
}

extension Diagnostic {
  fileprivate static func studyEndsBeforeItBegins(
    _ date: String, at span: Span, _ begins: Span
  ) -> Self {
    Self(
      .studyEndsBeforeItBegins, "the study ends before it begins", at: span,
      help: "correct `to:` or `from:`", notes: [Note("it begins here", at: begins)])
  }

  fileprivate static func publishedBeforeStudyEnds(
    _ date: String, at span: Span, _ ends: Span
  ) -> Self {
    Self(
      .publishedBeforeStudyEnds, "the briefing is dated before the end of the study", at: span,
      help: "correct `date:`, or `to:` in `study:`", notes: [Note("the study ends here", at: ends)])
  }
}
