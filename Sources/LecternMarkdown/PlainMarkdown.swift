public import LecternSource

extension MarkdownTree {
  /// The tree that plain GFM sees: nothing of ours is read, and nesting has no limit.
  public static func plain(_ file: SourceFile) -> MarkdownTree {
    guard let document = CMarkDocument(parsing: file.bytes[...]) else {
      return MarkdownTree(nodes: [
        MarkdownNode(kind: .document, span: file.span, end: 1, depth: 0)
      ])
    }
    var copier = TreeCopier(file: file, base: 0, maximumDepth: .max)
    return copier.tree(of: document)
  }
}
