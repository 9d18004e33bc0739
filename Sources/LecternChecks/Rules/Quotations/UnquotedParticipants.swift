import LecternBriefing
import LecternSource

/// Registered participants of whom nothing is quoted.
struct UnquotedParticipants: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 30"
  static let codes: [Diagnostic.Code] = [.participantsUnquoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let quoted = Set(briefing.quotations.flatMap(\.people))
    let register = briefing.briefing.metadata.participants
    let unquoted = register.filter { !quoted.contains($0.id) && !quoted.contains($0.name ?? $0.id) }
    // Where nobody of the register is quoted, it is there for something else.
    guard !unquoted.isEmpty, unquoted.count < register.count else { return [] }
    return [
      .participantsUnquoted(
        unquoted.map { $0.name ?? $0.id }, at: briefing.frontMatter.key("participants") ?? .at(0))
    ]
  }
}

extension Diagnostic.Code {
  static let participantsUnquoted = Self(
    "participants-unquoted", .information,
    summary: "Some participants of the register are never quoted.",
    remedy: "Look whether their voices are missing; nothing needs to be done if not.")
}

extension Diagnostic {
  fileprivate static func participantsUnquoted(_ names: [String], at span: Span) -> Self {
    let shown = names.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
    let rest = names.count > 10 ? " and \(names.count - 10) more" : ""
    return Self(
      .participantsUnquoted, "nothing is quoted of \(shown)\(rest)", at: span,
      help: "look whether their voices are missing; if not, nothing needs to be done")
  }
}
