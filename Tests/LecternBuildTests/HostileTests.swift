import LecternBuild
import LecternSource
import TestSupport
import Testing

/// Texts that are meant to hurt end soon, built or refused.
@Suite struct HostileTests {
  /// Shapes, each with a text of about the size that is asked for.
  static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
    ("quotations", { String(repeating: ">", count: $0) + " a" }),
    ("list items", { String(repeating: "- a\n", count: $0 / 4) }),
    (
      "nested lists",
      { size in (0..<min(200, size)).map { String(repeating: "  ", count: $0) + "- a\n" }.joined() }
    ),
    ("emphasis", { String(repeating: "*a **b ", count: $0 / 7) }),
    ("open links", { String(repeating: "[a](", count: $0 / 4) }),
    ("images in links", { String(repeating: "![[]()", count: $0 / 6) }),
    ("code spans", { String(repeating: "`a ``b ", count: $0 / 7) }),
    ("a long line", { String(repeating: "word ", count: $0 / 5) }),
    ("hard breaks", { String(repeating: "a\\\n", count: $0 / 3) }),
    (
      "sentences with code",
      { String(repeating: "Yes. `a` *b* ", count: $0 / 13) }
    ),
    ("what may be addresses", { String(repeating: "a@", count: $0 / 2) }),
    ("a long address", { "https://example.org/" + String(repeating: "x", count: $0) }),
    ("quotations in lists", { String(repeating: "- > - > - > a\n", count: $0 / 14) }),
    ("a long word", { String(repeating: "x", count: $0) }),
    ("headings", { size in (0..<(size / 8)).map { "### h\($0 % 7)\n\n" }.joined() }),
    ("breaks", { String(repeating: "\n---\n\na\n", count: $0 / 9) }),
    ("comments", { String(repeating: "a <!-- b --> ", count: $0 / 13) }),
    ("comments with dashes", { String(repeating: "a <!-- b -- c --> ", count: $0 / 18) }),
    ("text behind comments", { String(repeating: "<!-- a --> b\n\n", count: $0 / 14) }),
    ("open comments", { String(repeating: "a <!-- ", count: $0 / 7) }),
    ("tags", { String(repeating: "<b>a</b> <sub>c</sub> ", count: $0 / 22) }),
    ("open tags", { String(repeating: "<sub>a ", count: $0 / 7) }),
    (
      "blocks of tags", { String(repeating: "<div>\na <mark>b</mark>\n</div>\n\n", count: $0 / 32) }
    ),
    ("footnotes", { size in (0..<(size / 20)).map { "a[^\($0)]\n\n[^\($0)]: b\n\n" }.joined() }),
    (
      "footnotes without references",
      { size in (0..<(size / 12)).map { "[^\($0)]: b\n\n" }.joined() }
    ),
    ("citations", { String(repeating: "[@a; @b] @c ", count: $0 / 12) }),
    ("tables", { String(repeating: "|a|b|\n|-|-|\n|c|d|\n\n", count: $0 / 20) }),
    ("short quotations", { String(repeating: "> a\n>\n> — B\n\n", count: $0 / 14) }),
    ("figures", { String(repeating: "```chart\ndata: {A: 1}\n```\n\n", count: $0 / 27) }),
    (
      "a figure of aliases",
      { count in
        let words = String(repeating: "word ", count: count / 5)
        let rows = String(repeating: ", *r", count: 39)
        return
          "```matrix\nrows: [a]\ncolumns: [b]\ncells: [&r [&a \"\(words)\", *a, *a]\(rows)]\n```\n"
      }
    ),
    (
      "a figure of one long label",
      { "```network\nhub: \(String(repeating: "ab\u{AD}", count: $0 / 4))\nnodes: [a]\n```\n" }
    ),
    (
      "a matrix of words",
      { count in
        let row = "[" + [String](repeating: "a b", count: 40).joined(separator: ", ") + "]"
        let cells = [String](repeating: row, count: max(1, count / 200)).joined(separator: ", ")
        return "```matrix\nrows: [a]\ncolumns: [b]\ncells: [\(cells)]\n```\n"
      }
    ),
    (
      "deep quotations of many words",
      { size in
        String(
          repeating: String(repeating: ">", count: 90) + " "
            + String(repeating: "word ", count: size / 150) + "\n\n", count: 30)
      }
    ),
    (
      "comments that end nowhere in HTML",
      { "<div>\n" + String(repeating: "<!-- a ", count: $0 / 7) }
    ),
    (
      "closing tags of nothing",
      { String(repeating: "<u> ", count: $0 / 10) + String(repeating: "</q> ", count: $0 / 10) }
    ),
    (
      "identifiers",
      { size in
        String(
          repeating: "943 476 5919, NE1 4LP, a@b.org, aged 93, DOB 3 April 1961. ", count: size / 58
        )
      }
    ),
    (
      "people who are quoted",
      { size in
        (0..<(size / 40)).map { "> The same words are said by all of us.\n>\n> — P\($0)\n\n" }
          .joined()
      }
    ),
    (
      "references",
      { size in
        (0..<(size / 12)).map { "[r\($0)]: /u\n" }.joined()
          + String(repeating: "[r1] ", count: size / 12)
      }
    ),
  ]

  @Test(arguments: shapes.indices)
  func endsSoonOnFiftyKilobytes(index: Int) throws {
    let shape = Self.shapes[index]
    let text = "# Talk\n\n" + shape.text(50_000)
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(text, to: "talk.md")
    let clock = ContinuousClock()
    let start = clock.now
    let result = try Program.lectern.run(
      ["render", "talk.md", "--to", "deck"], folder: folder.path)
    // A debug build on a busy machine is many times slower than what people run.
    #expect(clock.now - start < .seconds(30), "\(shape.name) took \(clock.now - start)")
    #expect([0, 1].contains(result.status), "\(shape.name) ended with \(result.status)")
  }

  @Test func refusesFrontMatterOverItsLimit() throws {
    func codes(_ keys: Int) throws -> (status: Int32, errors: String) {
      let yaml = (0..<keys).map { "key\($0): a\n" }.joined()
      let result = try Program.lectern.run(
        ["render", "-", "--to", "report"],
        input: Array("---\ntitle: Talk\n\(yaml)---\n\nText\n".utf8))
      return (result.status, result.errors)
    }
    let refused = try codes(18_000)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the limit is 200000"))
    #expect(refused.errors.contains("[front-matter-too-large]"))
    #expect(try codes(1_000).status == 0)
  }

  /// What fills templates in has marks for the parts of a page, which are controls around a number.
  @Test(arguments: [
    "# A &#1;0&#2; talk\n", "---\ntitle: \"A \\x010\\x02 talk\"\n---\n",
  ])
  func takesNoWordsForAPartOfThePage(beginning: String) throws {
    for document in ["deck", "report"] {
      let result = try Program.lectern.run(
        ["render", "-", "--to", document], input: Array("\(beginning)\n## One\n\nText\n".utf8))
      let page = try #require(result.text.split(separator: "<title>").last)
      #expect(page.prefix { $0 != "<" }.hasPrefix("A "))
      #expect(result.text.utf8.allSatisfy { $0 > 2 })
    }
  }

  @Test func saysOfARefusedBriefingNothingButWhy() throws {
    let text = String(repeating: ">", count: 5_000) + " a"
    let result = try Program.lectern.run(
      ["render", "-", "--to", "report"], input: Array(text.utf8))
    #expect(result.status == 1)
    #expect(result.errors.contains("[nesting-too-deep]"))
    #expect(!result.errors.contains("empty"), "\(result.errors)")
    #expect(!result.errors.contains("title"), "\(result.errors)")
  }

  @Test func survivesAliasBombs() throws {
    var yaml = "---\na0: &a0 [x, x]\n"
    for level in 1...40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let result = try Program.lectern.run(
      ["render", "-", "--to", "report"], input: Array((yaml + "title: Talk\n---\n\nText\n").utf8))
    #expect([0, 1].contains(result.status))
  }
}
