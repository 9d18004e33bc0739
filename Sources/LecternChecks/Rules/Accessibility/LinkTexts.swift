import LecternBriefing
import LecternSource

/// Links whose words do not say where they lead.
struct LinkTexts: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 2.4.4; GOV.UK and NHS guidance on links"
  static let codes: [Diagnostic.Code] = [.linkTextVague, .linkTextAmbiguous]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var targets: [String: Address] = [:]
    briefing.briefing.allBlocks.forEachInline { inline in
      guard case .link(let link) = inline, !link.isEvidence, link.address != .dropped else {
        return
      }
      let text = link.content.plainText.collapsed.lowercased()
      if vague.contains(text) {
        found.append(.linkTextVague(link.content.plainText, at: link.span))
      } else if let other = targets[text], other != link.address, !text.isEmpty {
        found.append(.linkTextAmbiguous(link.content.plainText, at: link.span))
      } else {
        targets[text] = link.address
      }
    }
    return found
  }

  private static let vague: Set<String> = [
    "here", "click here", "more", "read more", "find out more", "link", "this link", "see here",
    "click", "learn more",
  ]
}

extension Diagnostic.Code {
  static let linkTextVague = Self(
    "link-text-vague", .warning,
    summary: "The words of a link, such as “here”, do not say where it leads.",
    remedy: "Make a link of the words that name the place: `[the survey of 2024](…)`.")
  static let linkTextAmbiguous = Self(
    "link-text-ambiguous", .information,
    summary: "Two links have the same words and lead to different places.",
    remedy: "Give one of them words that tell the places apart.")
}

extension Diagnostic {
  fileprivate static func linkTextVague(_ text: String, at span: Span) -> Self {
    Self(
      .linkTextVague, "`\(text)` does not say where the link leads", at: span,
      help: "make a link of the words that name the place")
  }

  fileprivate static func linkTextAmbiguous(_ text: String, at span: Span) -> Self {
    Self(
      .linkTextAmbiguous, "an earlier link called `\(text.prefix(40))` leads somewhere else",
      at: span,
      help: "give one of them words that tell the places apart")
  }
}
