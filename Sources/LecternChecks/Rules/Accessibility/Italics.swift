import LecternBriefing
import LecternSource

/// Whole paragraphs in italics, which many people read more slowly.
struct Italics: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "GOV.UK style guide, italics; British Dyslexia Association, style guide"
  static let codes: [Diagnostic.Code] = [.paragraphInItalics]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.briefing.sections.flatMap(\.slides).flatMap { slide in
      slide.blocks.compactMap { block in
        guard case .paragraph(let inlines) = block.content, inlines.count == 1,
          case .emphasis(let content) = inlines[0], content.plainText.words.count >= fewestWords
        else { return nil }
        return .paragraphInItalics(at: block.span)
      }
    }
  }

  /// From how many words on italics are tiring; remarks and titles have fewer.
  private static let fewestWords = 20
}

extension Diagnostic.Code {
  static let paragraphInItalics = Self(
    "paragraph-in-italics", .information,
    summary: "A paragraph of twenty words or more is set in italics as a whole.",
    remedy: "Set it upright; make it a quotation or a callout if it should stand out.")
}

extension Diagnostic {
  fileprivate static func paragraphInItalics(at span: Span) -> Self {
    Self(
      .paragraphInItalics, "a whole paragraph in italics is hard to read", at: span,
      help: "set it upright, as a quotation or a callout if it should stand out")
  }
}
