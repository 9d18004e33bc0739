import LecternBriefing
import LecternSource

/// Links whose words do not say where they lead.
struct LinkTexts: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 2.4.4; GOV.UK and NHS guidance on links"
  static let codes: [Diagnostic.Code] = [
    .linkTextVague, .linkTextAmbiguous, .linkTextIsAddress,
  ]

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
      } else if isLongAddress(text) {
        found.append(.linkTextIsAddress(at: link.span))
      } else if let other = targets[text], other != link.address, !text.isEmpty {
        found.append(.linkTextAmbiguous(link.content.plainText, at: link.span))
      } else {
        targets[text] = link.address
      }
    }
    return found
  }

  /// Whether words are an address too long to be heard letter by letter; short ones can be typed from paper.
  private static func isLongAddress(_ text: String) -> Bool {
    ["https://", "http://", "www."].contains(where: { text.hasPrefix($0) })
      && text.utf8.count > 40 && !text.contains(" ")
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
  static let linkTextIsAddress = Self(
    "link-text-is-address", .information,
    summary: "The words of a link are an address of more than 40 letters.",
    remedy: "Make a link of the words that name the place: `[the survey of 2024](…)`.")
}

extension Diagnostic {
  fileprivate static func linkTextIsAddress(at span: Span) -> Self {
    Self(
      .linkTextIsAddress, "a long address is hard to listen to", at: span,
      help: "make a link of the words that name the place")
  }

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
