import LecternBriefing
import LecternSource

/// Tables of which nothing says what they show.
///
/// A heading right above a table names it, and so does a text that leads to it with a colon.
struct TableCaptions: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 1.3.1; GOV.UK Design System and NHS, tables"
  static let codes: [Diagnostic.Code] = [.tableWithoutCaption]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.briefing.sections.flatMap { section in
      section.slides.flatMap { slide in
        let isHeaded = slide.heading != nil || section.heading != nil
        return problems(slide.blocks, isNamed: isHeaded, briefing)
      }
    }
  }

  /// The tables without a name among blocks that stand below one another; something may name the first of them.
  private static func problems(
    _ blocks: [Block], isNamed: Bool, _ briefing: CheckedBriefing
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var isNamed = isNamed
    for block in blocks {
      switch block.content {
      case .table(let table):
        if table.caption == nil, !isNamed {
          found.append(.tableWithoutCaption(at: place(block, briefing)))
        }
        isNamed = false
      case .heading: isNamed = true
      case .paragraph(let inlines): isNamed = inlines.plainText.trimmed.hasSuffix(":")
      case .columns(let columns):
        for column in columns { found += problems(column, isNamed: isNamed, briefing) }
        isNamed = false
      default: isNamed = false
      }
    }
    return found
  }

  /// The first line of a table.
  private static func place(_ block: Block, _ briefing: CheckedBriefing) -> Span {
    let line = briefing.file.lineSpan(briefing.file.lineIndex(of: block.span.lower))
    return Span(block.span.lower, min(block.span.upper, line.upper))
  }
}

extension Diagnostic.Code {
  static let tableWithoutCaption = Self(
    "table-without-caption", .information,
    summary: "Nothing says what a table shows: no caption, no heading right above it.",
    remedy: "Write a paragraph `Table: what it shows` before or behind it.")
}

extension Diagnostic {
  fileprivate static func tableWithoutCaption(at span: Span) -> Self {
    Self(
      .tableWithoutCaption, "nothing says what this table shows", at: span,
      help: "write a paragraph `Table: what it shows` before it")
  }
}
