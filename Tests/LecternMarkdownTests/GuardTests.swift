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

  @Test func refusesWordsAndAddressesOverTenThousandLetters() {
    let address = String(repeating: "a@", count: 5_001)
    #expect(codes("see \(address) there").contains("word-too-long"))
    #expect(codes("see \(address.dropLast(2)) there").isEmpty)
    // Not every script parts its words.
    #expect(codes(String(repeating: "日本語", count: 10_000)).isEmpty)
  }

  @Test func refusesBriefingsOfOverTenThousandAtSigns() {
    #expect(codes(String(repeating: "a@b.org ", count: 10_001)).contains("too-many-at-signs"))
    #expect(!codes(String(repeating: "@key ", count: 10_000)).contains("too-many-at-signs"))
  }

  @Test func refusesBriefingsOfOverTwoHundredThousandSignsOfEmphasis() {
    #expect(codes(String(repeating: "*a* ", count: 100_001)).contains("too-many-emphasis-signs"))
    #expect(codes(String(repeating: "*a* b ", count: 50_000)).isEmpty)
  }

  @Test(arguments: ["a", ""])
  func refusesOverAThousandMarksOfQuotationsBeforeTheyAreParsed(words: String) {
    let text = String(repeating: "> ", count: 1_001) + words
    let parsed = MarkdownParser().parse(SourceFile(path: "text.md", text: text))
    #expect(parsed.diagnostics.map(\.code.name) == ["nesting-too-deep"])
    #expect(parsed.value.tree.nodes.count == 1)
  }

  @Test func refusesParagraphsOverFiveThousandLines() {
    #expect(codes(String(repeating: "a\\\n", count: 5_001)).contains("paragraph-too-long"))
    #expect(codes(String(repeating: "a\\\n", count: 5_000)).isEmpty)
    #expect(codes("|a|\n|-|\n" + String(repeating: "|b|\n", count: 6_000)).isEmpty)
  }

  @Test(arguments: ["> a\n>\n> — B\n\n", "> a\n\n", "- > a\n"])
  func refusesBriefingsOfOverFiveThousandQuotations(quotation: String) {
    #expect(codes(String(repeating: quotation, count: 5_001)).contains("too-many-quotations"))
    #expect(!codes(String(repeating: quotation, count: 5_000)).contains("too-many-quotations"))
  }

  @Test func countsAQuotationOfManyLinesOnce() {
    #expect(codes(String(repeating: "> a\n>\n", count: 8_000)).isEmpty)
    #expect(codes(String(repeating: "> - a\n>   b\n", count: 8_000)).isEmpty)
  }

  @Test(arguments: ["a\n\n", "- a\n", "# a\n", "[^a]: b\n\n", "12) a\n"])
  func refusesBriefingsOfOverTwentyThousandBlocks(block: String) {
    #expect(codes(String(repeating: block, count: 20_001)).contains("too-many-blocks"))
    #expect(!codes(String(repeating: block, count: 20_000)).contains("too-many-blocks"))
  }

  @Test func stopsAtAHundredLevels() {
    #expect(codes(String(repeating: ">", count: 50_000) + " a").contains("nesting-too-deep"))
    #expect(codes(String(repeating: ">", count: 90) + " a").isEmpty)
  }
}
