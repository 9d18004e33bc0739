import LecternMarkdown
import LecternSource
import TestSupport
import Testing

/// Places in the tree are true to the byte.
@Suite struct SpanTests {
  private func tree(_ text: String) -> (file: SourceFile, nodes: [MarkdownNode]) {
    let file = SourceFile(path: "text.md", text: text)
    return (file, MarkdownParser().parse(file).value.tree.nodes)
  }

  /// The source of every node of a kind.
  private func sources(of text: String, where isWanted: (MarkdownNode.Kind) -> Bool) -> [String] {
    let (file, nodes) = tree(text)
    return nodes.filter { isWanted($0.kind) }.map { file.text(in: $0.span) }
  }

  @Test func coverLinksOnLaterLinesOfQuotations() {
    let text = "> > first\n  >  lazy [link](u \"t (x)\") and\n[other][r] é [third](v)\n\n[r]: /u\n"
    let links = sources(of: text) { if case .link = $0 { true } else { false } }
    #expect(links == ["[link](u \"t (x)\")", "[other][r]", "[third](v)"])
  }

  @Test func coverCodeWithItsBackticks() {
    let codes = sources(of: "a `` x ` y `` b `z`\n") { if case .code = $0 { true } else { false } }
    #expect(codes == ["`` x ` y ``", "`z`"])
  }

  @Test func coverEmphasisWithItsMarks() {
    let marked = sources(of: "é *a **b** c* ~~d~~\n") {
      switch $0 {
      case .emphasis, .strong, .strikethrough: true
      default: false
      }
    }
    #expect(marked == ["*a **b** c*", "**b**", "~~d~~"])
  }

  @Test func coverCellsWithEscapedPipes() {
    let cells = sources(of: "| a\\|b | `c\\|d` |\n|--|--|\n| é | **x** |\n") {
      if case .tableCell = $0 { true } else { false }
    }
    #expect(cells == ["a\\|b", "`c\\|d`", "é", "**x**"])
  }

  @Test func coverTextWithEscapesAndReferences() {
    let texts = sources(of: "a \\* &amp; &mdash; b\n> c &lt;\n") {
      if case .text = $0 { true } else { false }
    }
    #expect(texts == ["a \\* &amp; &mdash; b", "c &lt;"])
  }

  @Test func coverImagesWithMarksInTheirText() {
    let images = sources(of: "x ![a *b* c](d.png \"t\") y\n") {
      if case .image = $0 { true } else { false }
    }
    #expect(images == ["![a *b* c](d.png \"t\")"])
  }

  @Test func endListsWithTheirLastItem() {
    let lists = sources(of: "- a\n- b\n\n\ntext\n") { if case .list = $0 { true } else { false } }
    #expect(lists == ["- a\n- b"])
  }

  @Test func lieWithinTheSourceAndInsideTheirParentsOnRandomTexts() {
    var random = RandomMarkdown(seed: 7)
    for _ in 0..<400 {
      let text = random.text(pieces: 30)
      let (file, nodes) = tree(text)
      for node in nodes {
        #expect(
          node.span.lower >= 0 && node.span.upper <= file.bytes.count,
          "\(node.kind) at \(node.span) of \(text.debugDescription)")
      }
    }
  }

  @Test func showPlainWordsOnRandomTexts() {
    var random = RandomMarkdown(seed: 8)
    for _ in 0..<400 {
      let text = random.text(pieces: 30)
      let (file, nodes) = tree(text)
      for node in nodes {
        guard case .text(let words) = node.kind, words.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
          !words.contains(where: { "&\\<>\"*_`[]()!|~:".contains($0) })
        else { continue }
        let source = file.text(in: node.span)
        #expect(
          source == words || source.contains("\\") || source.contains("&") || source.contains("<"),
          "\(words.debugDescription) is shown as \(source.debugDescription) in \(text.debugDescription)"
        )
      }
    }
  }
}
