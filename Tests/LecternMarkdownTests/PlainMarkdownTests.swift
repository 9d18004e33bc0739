import LecternHTML
import LecternMarkdown
import LecternSource
import TestSupport
import Testing

/// Plain GFM against the program that defines it.
@Suite(
  .enabled(
    if: Repository.mustHaveAll || Program.named("cmark-gfm") != nil, "cmark-gfm is not installed"))
struct PlainMarkdownTests {
  private func peer(_ text: String) throws -> [UInt8] {
    let program = try #require(Program.named("cmark-gfm"))
    let extensions = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]
    return try program.run(
      ["--unsafe"] + extensions.flatMap { ["-e", $0] }, input: Array(text.utf8)
    ).output
  }

  private func ours(_ text: String) -> [UInt8] {
    PlainFragment.html(of: MarkdownTree.plain(SourceFile(path: "text.md", text: text)))
  }

  @Test(arguments: [
    "", "\u{FEFF}# x\n", "a\0b", "a\r\nb\r\n\r\n- x\r\n", "a\rb",
    "text^[^a]\n\n[^a]: one\n\n    two\n",
    "[^a] [^b] [^a]\n\n[^b]: x [^a]\n[^a]: > y\n", "| a |\n|--|\n| `x\\|y` | z |\n",
    "para\n| a | b |\n| - | - |\n| 1 |\n", "3. x\n\n   y\n4. z\n", "![a *b* `c` <i>](<x y> 'q')",
    "<?php x ?> <![CDATA[y]]> <!D z>", "~a~ ~~b~~ ~~~c~~~", "- [x] a\n  - [ ] b\n\n  c\n",
    "https://a.b/c_(d). www.x.y, z@y.co.", "a  \nb\\\nc\n", "* * *\n- - -\n___\n",
    "Title\n===\nSub\n---\n",
    "```a b\nc\n", "~~~\n~~~~\n", "\tcode\n\n  \tmore\n", "<div>\n*x*\n\n*y*\n</div>",
    "&nbsp;&#x41;&bogus;",
    "[a]: </u> \"t\n u\"\n\n[A][a] [a][] [a]", "[^", "[^]: x", "> > > a\n> b\nc\n",
    "-\n  a\n-\n\n  b\n",
  ])
  func printsWhatThePeerPrints(text: String) throws {
    #expect(
      String(decoding: ours(text), as: UTF8.self) == String(decoding: try peer(text), as: UTF8.self)
    )
  }

  @Test func agreesOnRandomTexts() throws {
    var random = RandomMarkdown(seed: 20)
    // One long text of many documents would hide where they differ; 300 runs of the peer take a second.
    for _ in 0..<300 {
      let text = random.text(pieces: 25)
      #expect(
        String(decoding: ours(text), as: UTF8.self)
          == String(decoding: try peer(text), as: UTF8.self),
        "differs on \(text.debugDescription)")
    }
  }

  @Test func survivesFiftyThousandNestedQuotations() {
    let html = ours(String(repeating: ">", count: 50_000) + " a")
    #expect(html.count > 50_000 * 20)
  }

  @Test func readsTextsAtTheSameTimeAsOneAfterAnother() async {
    var random = RandomMarkdown(seed: 99)
    let texts = (0..<400).map { _ in random.text(pieces: 40) }
    let one = texts.map { Self.html($0) }
    let many = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, text) in texts.enumerated() { group.addTask { (index, Self.html(text)) } }
      return await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
    }
    for index in texts.indices {
      #expect(many[index] == one[index], "\(texts[index].debugDescription)")
    }
  }

  private static func html(_ text: String) -> [UInt8] {
    PlainFragment.html(of: MarkdownTree.plain(SourceFile(path: "text.md", text: text)))
  }
}
