import LecternBriefing
import LecternSource

/// Key messages that lead to no finding, although others do.
struct MessagesWithoutEvidence: Rule {
  static let topic = RuleTopic.reporting
  static let source = "COREQ 30"
  static let codes: [Diagnostic.Code] = [.messageWithoutEvidence]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy, let messages = briefing.briefing.keyMessages?.messages,
      briefing.quotations.contains(where: { !$0.isLiterature })
    else { return [] }
    return messages.filter { $0.evidence.isEmpty }.compactMap { message in
      message.blocks.first.map { .messageWithoutEvidence(at: $0.span) }
    }
  }
}

extension Diagnostic.Code {
  static let messageWithoutEvidence = Self(
    "message-without-evidence", .information,
    summary: "A key message of a study leads to no finding.",
    remedy: "Link it to a heading or a quotation: `[evidence](#…)`.")
}

extension Diagnostic {
  fileprivate static func messageWithoutEvidence(at span: Span) -> Self {
    Self(
      .messageWithoutEvidence, "this message leads to no finding", at: span,
      help: "link it to a heading or a quotation with `[evidence](#…)`")
  }
}
