import LecternBriefing
import LecternSource

/// One person whose words are a large part of all that is quoted.
struct OneVoice: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 30; balance of evidence"
  static let codes: [Diagnostic.Code] = [.oneVoiceOften]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var counts: [String: (count: Int, first: CheckedQuotation)] = [:]
    var all = 0
    for quotation in briefing.quotations {
      let people = Set(quotation.people)
      if !people.isEmpty { all += 1 }
      for person in people {
        counts[person] = ((counts[person]?.count ?? 0) + 1, counts[person]?.first ?? quotation)
      }
    }
    // Where few people are quoted, each of them is bound to be quoted often.
    guard all >= leastQuotations, counts.count >= leastPeople,
      let most = counts.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      most.value.count * 100 > all * mostPercent
    else { return [] }
    return [
      .oneVoiceOften(
        most.key, most.value.count, of: all,
        at: most.value.first.place(of: most.key, in: briefing.file))
    ]
  }

  private static let leastQuotations = 6
  private static let leastPeople = 4
  /// The share of all quotations that one person should have at most.
  private static let mostPercent = 30
}

extension Diagnostic.Code {
  static let oneVoiceOften = Self(
    "one-voice-often", .information,
    summary: "One person supplies more than 30 % of the quotations.",
    remedy: "Look whether others say it too, or say why this voice matters most.")
}

extension Diagnostic {
  fileprivate static func oneVoiceOften(
    _ person: String, _ count: Int, of all: Int, at span: Span
  ) -> Self {
    Self(
      .oneVoiceOften, "`\(person)` supplies \(count) of \(all) quotations", at: span,
      help: "look whether others say it too, or say why this voice matters most")
  }
}
