import LecternMarkdown
import LecternSource
import Testing

/// Limits stand before the parser and name themselves.
@Suite struct GuardTests {
  private func codes(_ text: String) -> Set<String> {
    Set(
      MarkdownParser().parse(SourceFile(path: "text.md", text: text)).diagnostics.map(\.code.name))
  }

  @Test func refusesABriefingOverTwoMegabytes() {
    #expect(codes(String(repeating: "word ", count: 400_001)).contains("briefing-too-large"))
    #expect(codes(String(repeating: "word ", count: 10_000)).isEmpty)
  }

  @Test func refusesTablesOverTwentyThousandCells() {
    func table(_ columns: Int, _ rows: Int) -> String {
      let head =
        String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns)
        + "|\n"
      return head + String(repeating: "|x\n", count: rows)
    }
    #expect(codes(table(1_000, 1_000)).contains("too-many-table-cells"))
    #expect(codes(table(20, 500)).isEmpty)
  }

  @Test func refusesParagraphsOfBrackets() {
    #expect(codes(String(repeating: "![[]()", count: 20_000)).contains("too-many-brackets"))
    #expect(codes(String(repeating: "see [a](b) ", count: 1_000)).isEmpty)
  }

  @Test func stopsAtAHundredLevels() {
    #expect(codes(String(repeating: ">", count: 50_000) + " a").contains("nesting-too-deep"))
    #expect(codes(String(repeating: ">", count: 90) + " a").isEmpty)
  }
}
