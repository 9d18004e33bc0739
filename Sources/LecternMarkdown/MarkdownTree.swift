/// A Markdown document as a list of nodes in reading order, each followed by its descendants.
///
/// A flat list copes with any nesting: nothing that walks or frees it recurses.
public struct MarkdownTree: Sendable, Equatable {
  /// The nodes in reading order; the first is the document.
  public var nodes: [MarkdownNode]

  /// Makes a tree of nodes in reading order.
  public init(nodes: [MarkdownNode]) {
    self.nodes = nodes
  }

  /// The indices of a node's children.
  public func children(of index: Int) -> Children {
    Children(tree: self, upcoming: index + 1, end: nodes[index].end)
  }

  /// The children of one node, first to last.
  public struct Children: Sequence, IteratorProtocol {
    let tree: MarkdownTree
    var upcoming: Int
    let end: Int

    /// The index of the next child.
    public mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = tree.nodes[upcoming].end }
      return upcoming
    }
  }

  /// The words of a node's descendants, without marks, tags and comments.
  public func plainText(of index: Int) -> String {
    var text = ""
    for node in nodes[index..<nodes[index].end] {
      switch node.kind {
      case .text(let words), .code(let words): text += words
      case .softBreak, .lineBreak: text += " "
      default: break
      }
    }
    return text
  }
}
