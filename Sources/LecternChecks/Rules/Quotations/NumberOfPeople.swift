import LecternBriefing
import LecternSource

/// More people quoted than took part.
struct NumberOfPeople: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 12 and 29"
  static let codes: [Diagnostic.Code] = [.moreQuotedThanTookPart]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard let sample = SampleSize(briefing) else { return [] }
    var people: Set<ParticipantID> = []
    for quotation in briefing.quotations {
      for person in quotation.people {
        // Only ids are certain to be those of participants; a name may be that of somebody else.
        guard let id = ParticipantID(person), people.insert(id).inserted,
          people.count > sample.number
        else { continue }
        return [
          .moreQuotedThanTookPart(
            sample.number, at: quotation.place(of: person, in: briefing.file), sample.span)
        ]
      }
    }
    return []
  }
}

extension Diagnostic.Code {
  static let moreQuotedThanTookPart = Self(
    "more-quoted-than-took-part", .error,
    summary: "More participants are quoted by their ids than the study had.",
    remedy: "Correct the ids, or the number in `study:`.")
}

extension Diagnostic {
  fileprivate static func moreQuotedThanTookPart(
    _ number: Int, at span: Span, _ declared: Span
  ) -> Self {
    Self(
      .moreQuotedThanTookPart,
      "this is participant number \(number + 1) to be quoted, of \(number)",
      at: span, help: "correct the ids, or the number in `study:`",
      notes: [Note("the study's participants", at: declared)])
  }
}
