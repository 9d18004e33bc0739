import LecternBriefing
import LecternSource

/// People who are quoted, held against the register of participants.
struct RegisteredPeople: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 29; UK Data Service, the same replacement throughout"
  static let codes: [Diagnostic.Code] = [
    .participantUnregistered, .participantSpeltTwoWays,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let register = briefing.briefing.metadata.participants
    let known = Set(register.flatMap { [$0.id, $0.name].compactMap(\.self) })
    let names = known.sorted()
    var spellings: [ParticipantID: String] = [:]
    for name in register.map(\.id) { if let id = ParticipantID(name) { spellings[id] = name } }
    var found: [Diagnostic] = []
    var reported: Set<String> = []
    for quotation in briefing.quotations {
      for person in quotation.people where !known.contains(person) {
        guard !reported.contains(person) else { continue }
        if let id = ParticipantID(person) {
          if let other = spellings[id], other != person {
            reported.insert(person)
            found.append(
              .participantSpeltTwoWays(
                person, other, at: quotation.place(of: person, in: briefing.file)))
            continue
          }
          spellings[id] = person
        }
        guard !register.isEmpty else { continue }
        reported.insert(person)
        // Where many are unknown, the register is another one, and no name is near.
        let isOneOfFew = found.count < mostSuggestions
        found.append(
          .participantUnregistered(
            person, nearest: isOneOfFew ? NearestName.of(person, among: names) : nil,
            at: quotation.place(of: person, in: briefing.file)))
      }
    }
    return found
  }

  /// For how many people a name is suggested.
  private static let mostSuggestions = 20
}

extension Diagnostic.Code {
  static let participantUnregistered = Self(
    "participant-unregistered", .warning,
    summary: "Somebody is quoted who is not in the register of participants.",
    remedy: "Correct the name, or add it to `participants`.")
  static let participantSpeltTwoWays = Self(
    "participant-spelt-two-ways", .warning,
    summary: "One participant's id is written in two ways, such as `P4` and `P04`.",
    remedy: "Write it in one way throughout, as the register has it.")
}

extension Diagnostic {
  fileprivate static func participantUnregistered(
    _ person: String, nearest: String?, at span: Span
  ) -> Self {
    Self(
      .participantUnregistered, "`\(person)` is not among the participants", at: span,
      help: nearest.map { "write `\($0)`, or add `\(person)` to `participants`" }
        ?? "add `\(person)` to `participants`")
  }

  fileprivate static func participantSpeltTwoWays(
    _ person: String, _ other: String, at span: Span
  ) -> Self {
    Self(
      .participantSpeltTwoWays, "`\(person)` is `\(other)` elsewhere", at: span,
      help: "write `\(other)`")
  }
}
