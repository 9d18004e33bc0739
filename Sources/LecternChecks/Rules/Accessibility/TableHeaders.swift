import LecternBriefing
import LecternSource

/// Tables whose columns are not named.
struct TableHeaders: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 1.3.1; GOV.UK Design System and NHS, tables"
  static let codes: [Diagnostic.Code] = [.tableWithoutHeader, .tableHeaderEmpty]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    briefing.briefing.allBlocks.forEachBlock { block in
      guard case .table(let table) = block.content else { return }
      let header = briefing.file.lineSpan(briefing.file.lineIndex(of: block.span.lower))
      let place = Span(block.span.lower, min(block.span.upper, header.upper))
      let isEmpty = table.header.map { $0.plainText.trimmed.isEmpty && !$0.hasImage }
      if isEmpty.allSatisfy(\.self) {
        found.append(.tableWithoutHeader(at: place))
      } else if let column = isEmpty.dropFirst().firstIndex(of: true) {
        // The first column often holds the names of the rows, so its header may be empty.
        found.append(.tableHeaderEmpty(column + 1, at: place))
      }
    }
    return found
  }
}

extension [Inline] {
  fileprivate var hasImage: Bool {
    contains { if case .image = $0 { true } else { false } }
  }
}

extension Diagnostic.Code {
  static let tableWithoutHeader = Self(
    "table-without-header", .information,
    summary: "None of a table's columns has a name.",
    remedy: "Write what each column holds into the table's first line, or make a list of it.")
  static let tableHeaderEmpty = Self(
    "table-header-empty", .information,
    summary: "A column of a table, other than the first, has no name.",
    remedy: "Write what the column holds into the table's first line.")
}

extension Diagnostic {
  fileprivate static func tableWithoutHeader(at span: Span) -> Self {
    Self(
      .tableWithoutHeader, "none of the table's columns has a name", at: span,
      help: "write what each column holds into this line, or make a list of the table")
  }

  fileprivate static func tableHeaderEmpty(_ column: Int, at span: Span) -> Self {
    Self(
      .tableHeaderEmpty, "column \(column) of the table has no name", at: span,
      help: "write what it holds into this line")
  }
}
