import LecternBriefing
import LecternSource

/// Paragraphs that look like headings because they are bold, and are none to a screen reader.
struct BoldHeadings: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 1.3.1; NHS digital service manual, headings"
  static let codes: [Diagnostic.Code] = [.boldHeading]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.briefing.sections.flatMap(\.slides).flatMap { slide -> [Diagnostic] in
      guard slide.layout != .statement else { return [] }
      return zip(slide.blocks, slide.blocks.dropFirst()).compactMap { block, next in
        guard case .paragraph(let inlines) = block.content, inlines.count == 1,
          case .strong(let content) = inlines[0], next.content.isBelowHeading
        else { return nil }
        let text = content.plainText
        guard text.utf8.count <= 60, let last = text.last, !".?!:…".contains(last) else {
          return nil
        }
        return .boldHeading(text, at: block.span)
      }
    }
  }
}

extension Block.Content {
  /// Whether it is what stands below a heading: a text or a list.
  fileprivate var isBelowHeading: Bool {
    guard case .paragraph(let inlines) = self else {
      if case .list = self { return true }
      return false
    }
    if inlines.count == 1, case .strong = inlines[0] { return false }
    return true
  }
}

extension Diagnostic.Code {
  static let boldHeading = Self(
    "bold-heading", .information,
    summary: "A paragraph that is bold as a whole stands where a heading would.",
    remedy: "Write it as a heading with `####`, so that everybody can jump to it.")
}

extension Diagnostic {
  fileprivate static func boldHeading(_ text: String, at span: Span) -> Self {
    Self(
      .boldHeading, "`\(text)` looks like a heading and is none", at: span,
      help: "write `#### \(text)` if it is one")
  }
}
