import LecternSource

/// Finds lines that were meant as a table and are none to GitHub-flavoured Markdown, which shows them as text: the line of
/// dashes has more or fewer columns than the header above it.
enum UnreadTable {
  /// A problem for each paragraph that holds such lines.
  static func problems(in briefing: Briefing) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    briefing.allBlocks.forEachBlock { block in
      guard case .paragraph(let inlines) = block.content, isTable(inlines) else { return }
      problems.append(.unreadTable(at: block.span))
    }
    return problems
  }

  private static func isTable(_ inlines: [Inline]) -> Bool {
    guard inlines.contains(where: \.isRuleOfTable) else { return false }
    let lines = inlines.split { if case .softBreak = $0 { true } else { false } }
    return zip(lines, lines.dropFirst()).contains { header, rule in
      rule.count == 1 && rule.allSatisfy(\.isRuleOfTable) && Array(header).plainText.contains("|")
    }
  }
}

extension Inline {
  /// Whether it is nothing but the dashes between a table's header and its rows.
  fileprivate var isRuleOfTable: Bool {
    guard case .text(let text) = self, text.utf8.contains(UInt8(ascii: "|")) else { return false }
    return text.utf8.allSatisfy { "|-: ".utf8.contains($0) }
      && text.utf8.contains(UInt8(ascii: "-"))
  }
}

extension Diagnostic.Code {
  static let unreadTable = Self(
    "unread-table", .warning,
    summary:
      "Lines with bars are text: their line of dashes has not as many columns as the header.",
    remedy: "Write as many groups of dashes as the header has cells: `| --- | --- |`.")
}

extension Diagnostic {
  fileprivate static func unreadTable(at span: Span) -> Self {
    Self(
      .unreadTable,
      "this is shown as text: its line of dashes has not as many columns as its header",
      at: span, help: "write as many groups of dashes as the header has cells: `| --- | --- |`")
  }
}
