/// The control characters that stand in for raw HTML while Markdown is parsed a second time.
///
/// They keep every byte of the text in its place, so that spans stay true. None of them reaches the tree; an author's
/// own control characters are turned into spaces before the first parse.
enum Filler {
  /// Stands for a byte that is left out.
  static let nothing: UInt8 = 0x01
  /// Stands for the `<` of a tag that passes.
  static let open: UInt8 = 0x02
  /// Stands for the `>` of a tag that passes.
  static let close: UInt8 = 0x03

  /// Whether a byte is one of the three.
  static func contains(_ byte: UInt8) -> Bool { (nothing...close).contains(byte) }
}

extension MarkdownTree {
  /// The tree without fillers: tags that pass become inlines of their own, the rest is gone.
  func withoutFillers() -> MarkdownTree {
    var result: [MarkdownNode] = []
    result.reserveCapacity(nodes.count)
    var moved = [Int](repeating: 0, count: nodes.count + 1)
    for (index, node) in nodes.enumerated() {
      moved[index] = result.count
      var node = node
      switch node.kind {
      case .text(let text) where text.utf8.contains(where: Filler.contains):
        for var part in Self.parts(of: text, at: node) {
          part.end = result.count + 1
          result.append(part)
        }
        continue
      case .code(let text): node.kind = .code(text.restored)
      case .html(let text): node.kind = .html(text.restored)
      case .htmlBlock(let text): node.kind = .htmlBlock(text.restored)
      case .codeBlock(var code):
        code.literal = code.literal.restored
        code.info = code.info.restored
        node.kind = .codeBlock(code)
      case .link(let destination, let title):
        node.kind = .link(destination: destination.restored, title: title.restored)
      case .image(let destination, let title):
        node.kind = .image(destination: destination.restored, title: title.restored)
      default: break
      }
      if case .text = node.kind { node.end = result.count + 1 }
      result.append(node)
    }
    moved[nodes.count] = result.count
    // A text is a leaf, and its pieces have their ends already; other nodes end where their old end has moved to.
    for (index, node) in nodes.enumerated() {
      if case .text = node.kind { continue }
      result[moved[index]].end = moved[node.end]
    }
    return MarkdownTree(nodes: result)
  }

  private static func parts(of text: String, at node: MarkdownNode) -> [MarkdownNode] {
    var parts: [MarkdownNode] = []
    var piece: [UInt8] = []
    var isTag = false
    func finish() {
      guard !piece.isEmpty else { return }
      let string = String(decoding: piece, as: UTF8.self)
      var part = node
      part.kind = isTag ? .html("<\(string)>") : .text(string)
      parts.append(part)
      piece = []
    }
    for byte in text.utf8 {
      switch byte {
      case Filler.nothing: continue
      case Filler.open:
        finish()
        isTag = true
      case Filler.close:
        finish()
        isTag = false
      default: piece.append(byte)
      }
    }
    finish()
    return parts
  }
}

extension String {
  /// The text with tags as they were and nothing where something was left out.
  fileprivate var restored: String {
    guard utf8.contains(where: Filler.contains) else { return self }
    let bytes = utf8.compactMap { byte -> UInt8? in
      switch byte {
      case Filler.nothing: nil
      case Filler.open: UInt8(ascii: "<")
      case Filler.close: UInt8(ascii: ">")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
