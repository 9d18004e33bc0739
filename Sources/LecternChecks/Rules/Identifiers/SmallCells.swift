import LecternBriefing
import LecternSource

/// Cells of tables that count one to four people, whom somebody may recognise.
struct SmallCells: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "NHS England, disclosure control of hospital statistics; ONS"
  static let codes: [Diagnostic.Code] = [.cellSmall]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard !briefing.isRegister else { return [] }
    var captions: [Int: String] = [:]
    briefing.briefing.allBlocks.forEachBlock { block in
      guard case .table(let table) = block.content else { return }
      captions[block.span.lower] =
        (table.caption ?? []).plainText.lowercased()
        + table.header.map { $0.plainText.lowercased() }.joined(separator: " ")
    }
    return briefing.passages.compactMap { passage in
      guard passage.kind == .table, let caption = captions[passage.span.lower],
        people.contains(where: { caption.contains($0) })
      else { return nil }
      let words = passage.words
      let small = words.indices.filter { index in
        // A cell that is a number alone has a bar on both sides.
        words[index].span.length == 1 && "1234".contains(words[index].lower)
          && words[index].gap.contains(.pause)
          && (index + 1 == words.count || words[index + 1].gap.contains(.pause))
      }
      return small.first.map { .cellSmall(small.count, at: words[$0].span) }
    }
  }

  private static let people = [
    "participant", "patient", "people", "interviewee", "respondent", "client",
  ]
}

extension Diagnostic.Code {
  static let cellSmall = Self(
    "cell-small", .information,
    summary: "Cells of a table count one to four people, so that somebody may be recognised.",
    remedy: "Join rows or columns, or write “fewer than 5”.")
}

extension Diagnostic {
  fileprivate static func cellSmall(_ count: Int, at span: Span) -> Self {
    Self(
      .cellSmall,
      count == 1
        ? "this cell counts so few people that somebody may be recognised"
        : "\(count) cells, from this one on, count so few people that somebody may be recognised",
      at: span, help: "join rows or columns, or write `fewer than 5`")
  }
}
