public import LecternSource

extension MarkdownTree {
  /// The tree as text: a node a line, indented by depth, each with its place.
  public func dump(of file: SourceFile) -> String {
    var text = ""
    for node in nodes {
      let start = file.position(of: node.span.lower)
      let end = file.position(of: node.span.upper)
      text += String(repeating: "  ", count: node.depth)
      text += "\(node.kind.dump) \(start.line):\(start.column)-\(end.line):\(end.column)\n"
    }
    return text
  }
}

extension MarkdownNode.Kind {
  fileprivate var dump: String {
    switch self {
    case .document: "document"
    case .blockQuote: "block quote"
    case .list(let list):
      (list.start.map { "list from \($0)" } ?? "list \(list.bullet)")
        + (list.isTight ? ", tight" : ", loose")
    case .item(let isChecked): isChecked.map { $0 ? "item, done" : "item, to do" } ?? "item"
    case .codeBlock(let code): "code \(code.info.debugDescription) \(code.literal.debugDescription)"
    case .htmlBlock(let literal): "html block \(literal.debugDescription)"
    case .paragraph: "paragraph"
    case .heading(let level, let isSetext): "heading \(level)\(isSetext ? ", underlined" : "")"
    case .thematicBreak: "thematic break"
    case .footnoteDefinition(let label, _): "footnote \(label)"
    case .table(let alignments): "table \(alignments.map(\.rawValue).joined(separator: " "))"
    case .tableRow(let isHeader): isHeader ? "header row" : "row"
    case .tableCell: "cell"
    case .text(let text): "text \(text.debugDescription)"
    case .softBreak: "soft break"
    case .lineBreak: "line break"
    case .code(let text): "code span \(text.debugDescription)"
    case .html(let text): "html \(text.debugDescription)"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .link(let destination, let title):
      "link \(destination)\(title.isEmpty ? "" : " \(title.debugDescription)")"
    case .image(let destination, let title):
      "image \(destination)\(title.isEmpty ? "" : " \(title.debugDescription)")"
    case .footnoteReference(let label, let number, _): "footnote reference \(label), \(number)"
    case .unknown(let name): "unknown \(name)"
    }
  }
}
