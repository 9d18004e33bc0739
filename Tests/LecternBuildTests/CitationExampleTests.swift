import TestSupport
import Testing

/// How works are cited and listed, against worked examples; the works are invented.
///
/// A block of `harvard.txt` or `vancouver.txt` is a key of `works.json`, the work in the text, and the work in the list. The
/// first fifteen or so of each are the examples that the styles were written from, the others were agreed with pandoc.
@Suite struct CitationExampleTests {
  private struct Example {
    var key: String
    var cited: String
    var listed: String
  }

  private static func examples(_ style: String) throws -> [Example] {
    try Repository.text("Tests/Citations/\(style).txt").split(separator: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init)
      try #require(lines.count == 3, "a block of \(style).txt has three lines: \(block)")
      return Example(key: lines[0], cited: lines[1], listed: lines[2])
    }
  }

  @Test(arguments: ["harvard", "vancouver"])
  func citesAndListsEveryWork(style: String) throws {
    let examples = try Self.examples(style)
    let page = try CitationPage(
      works: try Repository.text("Tests/Citations/works.json"), style: style,
      text: examples.map { "[@\($0.key)]" }.joined(separator: "\n\n"))
    for (example, cited) in zip(examples, page.citations) {
      #expect(cited == example.cited, "\(style), \(example.key) in the text")
      #expect(page.list[example.key] == example.listed, "\(style), \(example.key) in the list")
    }
    #expect(page.citations.count == examples.count && page.list.count == examples.count)
    if style == "vancouver" { #expect(page.order == examples.map(\.key)) }
  }

  @Test(arguments: [
    (
      "harvard", "[@okafor; @merriweather; @lindqvist; @pryce]",
      "(Merriweather, 2019; Pryce and Adeyemi, 2021; Lindqvist, Shah and Doyle, 2022; Okafor, 2023)"
    ),
    ("harvard", "[@trust; @diary]", "(Tran, 2020a, 2020b)"),
    ("harvard", "[@okafor, p. 115]", "(Okafor, 2023, p. 115)"),
    ("harvard", "[@okafor, 115-117]", "(Okafor, 2023, pp. 115–117)"),
    ("harvard", "[@okafor, pp. 3, 7, emphasis added]", "(Okafor, 2023, pp. 3, 7, emphasis added)"),
    ("harvard", "[@okafor, chap. 3]", "(Okafor, 2023, chap. 3)"),
    ("harvard", "[see @okafor; @pryce]", "(Pryce and Adeyemi, 2021; see Okafor, 2023)"),
    ("harvard", "[-@okafor]", "(2023)"), ("harvard", "@okafor", "Okafor (2023)"),
    ("harvard", "@okafor [p. 4]", "Okafor (2023, p. 4)"),
    ("harvard", "[@trust, p. 4; @diary]", "(Tran, 2020a; 2020b, p. 4)"),
    ("harvard", "[@smith-a; @smith-b]", "(A. Smith, 2014; B. Smith, 2014)"),
    ("vancouver", "[@okafor; @pryce; @trust; @merriweather]", "(1–4)"),
    ("vancouver", "[@okafor; @pryce]", "(1,2)"), ("vancouver", "[@okafor, p. 4]", "(1, p. 4)"),
    ("vancouver", "@pryce", "Pryce and Adeyemi (1)"),
    ("vancouver", "@ana [pp. 4-6]", "Ana et al. (1, pp. 4–6)"),
  ])
  func writesCitationsInTheText(style: String, written: String, expected: String) throws {
    let page = try CitationPage(
      works: try Repository.text("Tests/Citations/works.json"), style: style, text: written)
    #expect(page.citations == [expected])
  }

  @Test func collapsesNumbersFromThreeInARow() throws {
    let text = "[@okafor] [@pryce] [@trust] [@diary] [@okafor; @trust; @diary; @pryce; @ana; @moss]"
    let page = try CitationPage(
      works: try Repository.text("Tests/Citations/works.json"), style: "vancouver",
      text:
        "[@okafor] [@pryce] [@trust] [@hyphen] [@law] [@trust; @moss; @pryce; @okafor]\n\n\(text)")
    #expect(Array(page.citations.prefix(6)) == ["(1)", "(2)", "(3)", "(4)", "(5)", "(1–3,6)"])
    #expect(page.citations.last == "(1–3,6–8)")
  }
}
