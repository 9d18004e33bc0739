import LecternMarkdown
import LecternSource

/// Finds the line of a block quote that says whose words it holds.
struct AttributionFinder {
  let tree: MarkdownTree

  /// The inlines of an attribution and their words, dash included.
  struct Part {
    /// The block that it is or stands in.
    var node: Int
    var inlines: [Int]
    var words: String
  }

  /// A block quote, taken apart.
  struct Parts {
    /// The nodes that hold the words quoted, and comments.
    var words: [Int]
    /// The last paragraph without its attribution line.
    var cutParagraph: (node: Int, inlines: [Int])?
    var attribution: Part?
  }

  /// The words and the attribution of a block quote's children.
  func parts(of children: [Int]) -> Parts {
    guard let last = children.last(where: { !isComment($0) }) else { return Parts(words: children) }
    let others = children.filter { $0 != last }
    let hasWords = others.contains { !isComment($0) }
    switch tree.nodes[last].kind {
    case .blockQuote where hasWords:
      let inner = Array(tree.children(of: last))
      guard inner.count == 1, case .paragraph = tree.nodes[inner[0]].kind else { break }
      let inlines = Array(tree.children(of: inner[0]))
      let words = text(inlines)
      guard (1...20).contains(words.withoutDash.words.count) else { break }
      return Parts(words: others, attribution: Part(node: last, inlines: inlines, words: words))
    case .paragraph:
      let inlines = lines(of: last)
      if lastLine(of: inlines) == nil {
        guard hasWords, let part = attribution(inlines, in: last) else { break }
        return Parts(words: others, attribution: part)
      }
      return cut(last, in: last, children) ?? Parts(words: children)
    case .list:
      // A line behind a list belongs to its last item, since no blank one is between.
      // One inside a range of its own would be in both documents.
      guard let inner = lastParagraph(of: last), !opensRange(last..<inner) else { break }
      return cut(inner, in: last, children) ?? Parts(words: children)
    default: break
    }
    return Parts(words: children)
  }

  /// The parts where a paragraph's last line is the attribution; nil when it is none.
  private func cut(_ paragraph: Int, in block: Int, _ children: [Int]) -> Parts? {
    let inlines = lines(of: paragraph)
    guard let start = lastLine(of: inlines),
      let part = attribution(Array(inlines[(start + 1)...]), in: block),
      isBreakBefore(inlines[start], inlines.prefix(start))
    else { return nil }
    return Parts(
      words: children, cutParagraph: (paragraph, Array(inlines[..<start])), attribution: part)
  }

  /// The inlines of a paragraph, seen through `*…*` around all of them.
  private func lines(of paragraph: Int) -> [Int] {
    let inlines = Array(tree.children(of: paragraph))
    guard inlines.count == 1, case .emphasis = tree.nodes[inlines[0]].kind else { return inlines }
    let inner = Array(tree.children(of: inlines[0]))
    return lastLine(of: inner) == nil ? inlines : inner
  }

  /// Whether a one-sided range begins among nodes.
  private func opensRange(_ nodes: Range<Int>) -> Bool {
    nodes.contains { index in
      if case .htmlBlock(let literal) = tree.nodes[index].kind { literal.opensRange } else { false }
    }
  }

  /// The paragraph that ends a list.
  private func lastParagraph(of list: Int) -> Int? {
    var node = list
    while let last = Array(tree.children(of: node)).last(where: { !isComment($0) }) {
      switch tree.nodes[last].kind {
      case .paragraph: return last
      case .list, .item: node = last
      default: return nil
      }
    }
    return nil
  }

  private func attribution(_ inlines: [Int], in node: Int) -> Part? {
    let words = text(inlines).trimmed
    guard words.beginsWithDash, (1...20).contains(words.withoutDash.words.count) else { return nil }
    return Part(node: node, inlines: inlines, words: words)
  }

  /// The place of the last break between lines; nil when there is one line.
  private func lastLine(of inlines: [Int]) -> Int? {
    inlines.lastIndex { index in
      switch tree.nodes[index].kind {
      case .softBreak, .lineBreak: true
      default: false
      }
    }
  }

  /// Whether a line may be an attribution after this break: a hard one, or after the end of a sentence.
  private func isBreakBefore(_ index: Int, _ before: ArraySlice<Int>) -> Bool {
    if case .lineBreak = tree.nodes[index].kind { return true }
    for other in before.reversed() {
      switch tree.nodes[other].kind {
      case .html: continue
      case .emphasis, .strong, .footnoteReference: return true
      case .text(let text):
        guard let last = text.last(where: { !$0.isWhitespace }) else { continue }
        return Self.ends.contains(last)
      default:
        return tree.plainText(of: other).last.map { Self.ends.contains($0) } ?? false
      }
    }
    return false
  }

  /// What a line ends in before an attribution: a sentence's end, or a quotation mark that closes in some language.
  private static let ends: Set<Character> = Set(".?!…]*\"'”’»“‘«›‹」』")

  private func isComment(_ index: Int) -> Bool {
    switch tree.nodes[index].kind {
    case .htmlBlock: true
    case .codeBlock(let code): !code.isFenced && code.literal.withoutComments.trimmed.isEmpty
    default: false
    }
  }

  private func text(_ inlines: [Int]) -> String {
    inlines.map { index in
      switch tree.nodes[index].kind {
      case .text(let words), .code(let words): words
      case .softBreak, .lineBreak: " "
      case .html: ""
      default: tree.plainText(of: index)
      }
    }.joined().trimmed
  }
}

extension String {
  /// Whether it begins with one of the dashes of an attribution.
  var beginsWithDash: Bool { ["—", "–", "--", "―"].contains { hasPrefix($0) } }

  /// Without the dash at its beginning.
  var withoutDash: String {
    var rest = trimmed[...]
    if rest.hasPrefix("--") {
      while rest.hasPrefix("-") { rest = rest.dropFirst() }
    } else {
      rest = rest.drop { "—–―".contains($0) }
    }
    return rest.trimmed
  }
}

extension [Inline] {
  /// Takes the dash off the front, seen through emphasis.
  mutating func dropDash() {
    guard let first else { return }
    switch first {
    case .text(let text):
      let rest = text.withoutDash
      if rest.isEmpty { removeFirst() } else { self[0] = .text(rest) }
    case .emphasis(var content):
      content.dropDash()
      self[0] = .emphasis(content)
    case .strong(var content):
      content.dropDash()
      self[0] = .strong(content)
    default: break
    }
  }
}
