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
    let footnotes = FootnoteAudiences(tree)
    var words: [SourceWord] = []
    var index = 0
    var attributions: Set<Int> = []
    for (position, node) in tree.nodes.enumerated() {
      // A quotation's attribution counts by its source; a citation by its key.
      if case .blockQuote = node.kind { attributions.formUnion(attribution(position, tree)) }
    }
    func add(_ text: String) {
      let span = tree.nodes[index].span
      let audience = footnotes.audience(at: index) ?? audience
      words += Words.list(in: text).map { SourceWord(word: $0, audience: audience, span: span) }
    }
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      defer { index += 1 }
      switch node.kind {
      case .htmlBlock(let literal):
        audience = Self.audience(behind: literal, audience)
      case .text(let text) where !attributions.contains(index) && !text.contains("@"):
        let isMarker = text == "evidence"
        if !isMarker { add(text) }
      case .code(let text): add(text)
      case .codeBlock(let code)
      where FigureRegistry.standard.kind(
        named: code.info.prefix { !$0.isWhitespace }.lowercased()) == nil:
        // Between fences a comment is code; elsewhere it is a note.
        add(code.isFenced && code.isClosed ? code.literal : code.literal.withoutComments)
      default: break
      }
    }
    return words
  }

  /// For which document the text behind an HTML block is, where `audience` is that of the text before it.
  fileprivate static func audience(behind literal: String, _ audience: String?) -> String? {
    switch literal.filter({ !$0.isWhitespace }) {
    case "<!--deck-->": "deck"
    case "<!--report-->": "report"
    case "<!--/deck-->", "<!--/report-->": nil
    default: audience
    }
  }

  private static func attribution(_ index: Int, _ tree: MarkdownTree) -> Set<Int> {
    var last: Int?
    for child in tree.children(of: index) { last = child }
    guard let last, case .paragraph = tree.nodes[last].kind else { return [] }
    return Set((last + 1)..<tree.nodes[last].end)
  }

  private static func frontMatterEnd(_ file: SourceFile) -> Int {
    func isMark(_ line: Int) -> Bool {
      let text = file.text(in: file.lineSpan(line))
      return text.hasPrefix("---") && text.dropFirst(3).allSatisfy(\.isWhitespace)
    }
    let lines = file.lineStarts
    guard isMark(0), let end = (1..<max(1, lines.count)).first(where: isMark) else { return 0 }
    return end + 1 < lines.count ? lines[end + 1] : file.bytes.count
  }
}

/// The footnotes that one document alone refers to, and so that one alone shows.
private struct FootnoteAudiences {
  private var definitions: [(nodes: Range<Int>, audience: String)] = []

  init(_ tree: MarkdownTree) {
    var all: [(label: String, nodes: Range<Int>)] = []
    for (index, node) in tree.nodes.enumerated() {
      if case .footnoteDefinition(let label, let references) = node.kind, references > 0 {
        all.append((label, index..<node.end))
      }
    }
    let reached = ["deck", "report"].map { Self.labels(tree, all, in: $0) }
    for (label, nodes) in all {
      let isInDeck = reached[0].contains(label)
      let isInReport = reached[1].contains(label)
      if isInDeck != isInReport { definitions.append((nodes, isInDeck ? "deck" : "report")) }
    }
  }

  func audience(at index: Int) -> String? {
    definitions.first { $0.nodes.contains(index) }?.audience
  }

  /// The footnotes that a document comes to: from its text, and from one another.
  private static func labels(
    _ tree: MarkdownTree, _ all: [(label: String, nodes: Range<Int>)], in document: String
  ) -> Set<String> {
    var audience: String?
    var reached: Set<String> = []
    var links: [String: Set<String>] = [:]
    for (index, node) in tree.nodes.enumerated() {
      if case .htmlBlock(let literal) = node.kind {
        audience = SourceWord.audience(behind: literal, audience)
      }
      guard case .footnoteReference(let label, _, _) = node.kind else { continue }
      if let own = all.first(where: { $0.nodes.contains(index) }) {
        links[own.label, default: []].insert(label)
      } else if audience == nil || audience == document {
        reached.insert(label)
      }
    }
    var new = reached
    while !new.isEmpty {
      new = Set(new.flatMap { links[$0] ?? [] }).subtracting(reached)
      reached.formUnion(new)
    }
    return reached
  }
}
