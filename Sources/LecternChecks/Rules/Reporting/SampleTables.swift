import LecternBriefing
import LecternSource

/// Tables of the sample whose numbers do not add up.
struct SampleTables: Rule {
  static let topic = RuleTopic.reporting
  static let source = "COREQ 16; agreement within the text"
  static let codes: [Diagnostic.Code] = [.tableTotalWrong, .sampleTableContradicted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy else { return [] }
    let sample = SampleSize(briefing)
    var found: [Diagnostic] = []
    briefing.briefing.allBlocks.forEachBlock { block in
      guard case .table(let table) = block.content, isOfPeople(table), let last = table.rows.last,
        let name = last.first?.plainText.trimmed.lowercased(), ["total", "all"].contains(name)
      else { return }
      let place = lastLine(block, briefing)
      for column in last.indices.dropFirst() {
        guard let total = Int(last[column].plainText.trimmed) else { continue }
        let parts = table.rows.dropLast().map { row in
          row.indices.contains(column) ? Int(row[column].plainText.trimmed) : nil
        }
        // What counts no people is as little a number as words are, and sums stay in bounds.
        let numbers = parts.compactMap(\.self).filter { (0..<1_000_000).contains($0) }
        // A row that is no number makes the sum unknown.
        guard numbers.count == parts.count, numbers.count >= 2 else { continue }
        let sum = numbers.reduce(0, +)
        if sum != total {
          found.append(.tableTotalWrong(total, sum, at: place))
        } else if let sample, last.count == 2, total != sample.number {
          found.append(.sampleTableContradicted(total, sample.number, at: place, sample.span))
        }
      }
    }
    return found
  }

  /// Whether a table's caption says that it counts those who took part.
  private static func isOfPeople(_ table: Table) -> Bool {
    guard let caption = table.caption?.plainText.lowercased() else { return false }
    return ["participant", "sample", "who took part", "interviewee", "respondent"].contains {
      caption.contains($0)
    }
  }

  private static func lastLine(_ block: Block, _ briefing: CheckedBriefing) -> Span {
    let file = briefing.file
    let line = file.lineSpan(file.lineIndex(of: max(block.span.lower, block.span.upper - 1)))
    return Span(max(line.lower, block.span.lower), min(line.upper, block.span.upper))
  }
}

extension Diagnostic.Code {
  static let tableTotalWrong = Self(
    "table-total-wrong", .warning,
    summary: "The rows of a table of participants do not add to its total.",
    remedy: "Correct the total or the rows.")
  static let sampleTableContradicted = Self(
    "sample-table-contradicted", .warning,
    summary: "A table of participants has another total than the front matter.",
    remedy: "Correct the table, or `participants:` in `study:`.")
}

extension Diagnostic {
  fileprivate static func tableTotalWrong(_ total: Int, _ sum: Int, at span: Span) -> Self {
    Self(
      .tableTotalWrong, "the total is \(total), and the rows add to \(sum)", at: span,
      help: "correct the total or the rows")
  }

  fileprivate static func sampleTableContradicted(
    _ total: Int, _ declared: Int, at span: Span, _ place: Span
  ) -> Self {
    Self(
      .sampleTableContradicted,
      "the table counts \(total) people, and the front matter \(declared)", at: span,
      help: "correct the table, or `participants:` in `study:`",
      notes: [Note("the study's participants", at: place)])
  }
}
