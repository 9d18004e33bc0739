import LecternBriefing
import LecternMarkdown
public import LecternSource

/// A word of a briefing that its documents must show.
public struct SourceWord {
  /// The word in lower case.
  public let word: String
  /// The only document that it is in, `deck` or `report`; nil for both.
  public let audience: String?
  /// Where the text that holds it stands.
  public let span: Span

  /// The words of text and code, in order.
  public static func list(in file: SourceFile) -> [SourceWord] {
    let preamble = frontMatterEnd(file)
    let tree = MarkdownParser().parse(file, from: preamble).value.tree
    var audience: String?
    var words: [SourceWord] = []
    var index = 0
    var attributions: Set<Int> = []
    for (position, node) in tree.nodes.enumerated() {
      // A quotation's attribution counts by its source; a citation by its key.
      if case .blockQuote = node.kind { attributions.formUnion(attribution(position, tree)) }
    }
    func add(_ text: String) {
      let span = tree.nodes[index].span
      words += Words.list(in: text).map { SourceWord(word: $0, audience: audience, span: span) }
    }
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      defer { index += 1 }
      switch node.kind {
      case .htmlBlock(let literal):
        let text = literal.filter { !$0.isWhitespace }
        if text == "<!--deck-->" { audience = "deck" }
        if text == "<!--report-->" { audience = "report" }
        if text == "<!--/deck-->" || text == "<!--/report-->" { audience = nil }
      case .text(let text) where !attributions.contains(index) && !text.contains("@"):
        let isMarker = text == "evidence"
        if !isMarker { add(text) }
      case .code(let text): add(text)
      case .codeBlock(let code)
      where FigureRegistry.standard.kind(named: code.info.lowercased()) == nil:
        // Between fences a comment is code; elsewhere it is a note.
        add(code.isFenced && code.isClosed ? code.literal : code.literal.withoutComments)
      default: break
      }
    }
    return words
  }

  private static func attribution(_ index: Int, _ tree: MarkdownTree) -> Set<Int> {
    var last: Int?
    for child in tree.children(of: index) { last = child }
    guard let last, case .paragraph = tree.nodes[last].kind else { return [] }
    return Set((last + 1)..<tree.nodes[last].end)
  }

  private static func frontMatterEnd(_ file: SourceFile) -> Int {
    let text = file.text(in: file.span)
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else {
      return 0
    }
    return text.utf8.distance(from: text.startIndex, to: end.upperBound)
  }
}
