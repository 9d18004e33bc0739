import CCmarkGFM
import LecternSource

/// Copies cmark's tree into values, with spans that are true to the byte.
///
/// Blocks carry cmark's own lines and columns. Inlines are found again in the text of their block, since
/// cmark gives them columns that ignore what a later line is prefixed with.
struct TreeCopier {
  /// The most levels of nesting that are copied; what lies deeper is left out.
  let maximumDepth: Int
  private let file: SourceFile
  /// Where the parsed text begins in the file.
  private let base: Int
  private let firstLine: Int
  private var nodes: [MarkdownNode] = []
  /// How many lines below its own line a table begins whose first lines became a paragraph.
  private var tableShift = 0
  /// How many levels of nesting are open.
  private var levels = 0
  /// The first place that was too deep to be copied.
  private(set) var tooDeep: Span?

  init(file: SourceFile, base: Int, maximumDepth: Int) {
    self.file = file
    self.base = base
    firstLine = file.lineIndex(of: base)
    self.maximumDepth = maximumDepth
  }

  /// The whole tree in reading order.
  mutating func tree(of document: borrowing CMarkDocument) -> MarkdownTree {
    var open: [Int] = []
    var locator = InlineLocator(file: file)
    var cellEnd = 0
    var node: UnsafeMutablePointer<cmark_node>? = document.root
    while let current = node {
      let span = span(of: current, locator: &locator, cellEnd: &cellEnd)
      let kind = kind(of: current, span: span)
      if kind.isLevel, levels == maximumDepth {
        if tooDeep == nil { tooDeep = span }
      } else {
        nodes.append(MarkdownNode(kind: kind, span: span, end: 0, depth: open.count))
        open.append(nodes.count - 1)
        if kind.isLevel { levels += 1 }
        if let child = current.pointee.first_child {
          node = child
          continue
        }
        close(&open, &locator)
      }
      var leaving = current
      while leaving.pointee.next == nil, let parent = leaving.pointee.parent {
        close(&open, &locator)
        leaving = parent
      }
      node = leaving.pointee.next
    }
    return MarkdownTree(nodes: nodes)
  }

  /// Ends the innermost open node and completes its span from its children's.
  private mutating func close(
    _ open: inout [Int], _ locator: inout InlineLocator
  ) {
    guard let index = open.popLast() else { return }
    nodes[index].end = nodes.count
    if nodes[index].kind.isLevel { levels -= 1 }
    let inner = childrenSpan(of: index)
    switch nodes[index].kind {
    case .emphasis, .strong, .strikethrough, .link, .image:
      nodes[index].span = locator.container(
        nodes[index].kind, opened: nodes[index].span.lower, children: inner)
    case .document, .blockQuote, .list, .item, .footnoteDefinition, .table, .tableRow:
      // cmark ends lists in column 0 of the line after them; their children know better.
      guard let inner else { break }
      nodes[index].span = Span(nodes[index].span.lower, inner.upper)
    default: break
    }
  }

  private func childrenSpan(of index: Int) -> Span? {
    guard nodes.count > index + 1 else { return nil }
    var span = nodes[index + 1].span
    var child = nodes[index + 1].end
    while child < nodes.count {
      span = span.union(nodes[child].span)
      child = nodes[child].end
    }
    return span
  }

  private mutating func span(
    of node: UnsafeMutablePointer<cmark_node>, locator: inout InlineLocator, cellEnd: inout Int
  ) -> Span {
    guard CMARK_NODE_BLOCK_P(node) else { return locator.span(ofInline: node) }
    let type = cmark_node_get_type(node)
    var first = Int(node.pointee.start_line)
    if type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING {
      tableShift = 0
      var last = Int(node.pointee.end_line)
      if first == 0, let table = node.pointee.next {
        // cmark cuts a paragraph off the front of a table's header row and gives it no position.
        tableShift = InlineLocator.lines(of: node)
        first = Int(table.pointee.start_line)
        last = first + tableShift - 1
      }
      let block = blockSpan(of: node, first: first, last: last)
      locator.enter(node, span: block, first: firstLine + first - 1, last: firstLine + last - 1)
      return block
    }
    let name = string(cmark_node_get_type_string(node))
    if name == "table" || name == "table_header" { first += tableShift }
    var last = max(first, Int(node.pointee.end_line))
    if type == CMARK_NODE_HTML_BLOCK {
      // A block that ends on its closing mark is given the position of the line before it.
      let lines = string(cmark_node_get_literal(node)).utf8.count { $0 == 0x0A }
      last = max(first, first + lines - 1)
      node.pointee.end_column = Int32.max
    }
    let block = blockSpan(of: node, first: first, last: last)
    switch name {
    case "table_row", "table_header": cellEnd = block.lower
    case "table_cell":
      let cell = locator.enter(cell: node, in: .at(cellEnd), after: cellEnd)
      cellEnd = cell.upper
      return cell
    default: break
    }
    return block
  }

  private func blockSpan(
    of node: UnsafeMutablePointer<cmark_node>, first: Int, last: Int
  ) -> Span {
    let lines = file.lineStarts.count - 1
    let startLine = min(max(firstLine + first - 1, 0), lines)
    var endLine = min(max(firstLine + last - 1, startLine), lines)
    var endColumn = Int(node.pointee.end_column)
    if endColumn == 0, endLine > startLine {
      endLine -= 1
      endColumn = file.lineSpan(endLine).length
    }
    let start = lineStart(startLine) + max(0, Int(node.pointee.start_column) - 1)
    let line = file.lineSpan(endLine)
    let end = min(lineStart(endLine) + max(0, endColumn), line.upper)
    return Span(min(start, line.upper), end)
  }

  private func lineStart(_ line: Int) -> Int { max(file.lineStarts[line], base) }

  private mutating func kind(
    of node: UnsafeMutablePointer<cmark_node>, span: Span
  ) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      let list = node.pointee.as.list
      return .list(
        .init(
          start: list.list_type == CMARK_ORDERED_LIST ? Int(list.start) : nil,
          isTight: list.tight, bullet: Character(UnicodeScalar(list.bullet_char))))
    case CMARK_NODE_ITEM:
      let isTask = string(cmark_node_get_type_string(node)) == "tasklist"
      return .item(
        isChecked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil)
    case CMARK_NODE_CODE_BLOCK:
      let code = node.pointee.as.code
      let isFenced = code.fenced != 0
      return .codeBlock(
        .init(
          info: string(cmark_node_get_fence_info(node)),
          literal: string(cmark_node_get_literal(node)),
          isFenced: isFenced,
          isClosed: !isFenced || isClosed(span, code.fence_char, Int(code.fence_length))))
    case CMARK_NODE_HTML_BLOCK: return .htmlBlock(string(cmark_node_get_literal(node)))
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING:
      let heading = node.pointee.as.heading
      return .heading(level: Int(heading.level), isSetext: heading.setext)
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return .footnoteDefinition(
        label: label(of: node),
        references: Int(node.pointee.footnote.def_count))
    case CMARK_NODE_TEXT: return .text(string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(string(cmark_node_get_literal(node)))
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return footnoteReference(node)
    default: return extensionKind(of: node)
    }
  }

  private func extensionKind(of node: UnsafeMutablePointer<cmark_node>) -> MarkdownNode.Kind {
    let name = string(cmark_node_get_type_string(node))
    switch name {
    case "strikethrough": return .strikethrough
    case "table":
      let count = Int(cmark_gfm_extensions_get_table_columns(node))
      guard let alignments = cmark_gfm_extensions_get_table_alignments(node) else {
        return .table([])
      }
      return .table(
        (0..<count).map { column in
          switch alignments[column] {
          case UInt8(ascii: "l"): .left
          case UInt8(ascii: "c"): .center
          case UInt8(ascii: "r"): .right
          default: .none
          }
        })
    case "table_header", "table_row":
      return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case "table_cell": return .tableCell
    default: return .unknown(name)
    }
  }

  private func footnoteReference(
    _ node: UnsafeMutablePointer<cmark_node>
  ) -> MarkdownNode.Kind {
    .footnoteReference(
      label: node.pointee.parent_footnote_def.map(label(of:)) ?? "",
      number: Int(string(cmark_node_get_literal(node))) ?? 0,
      occurrence: Int(node.pointee.footnote.ref_ix))
  }

  private func label(of definition: UnsafeMutablePointer<cmark_node>) -> String {
    let literal = definition.pointee.as.literal
    guard let data = literal.data else { return "" }
    return String(
      decoding: UnsafeBufferPointer(start: data, count: Int(literal.len)), as: UTF8.self)
  }

  /// Whether the last line of a fenced block is its closing fence.
  private func isClosed(_ span: Span, _ fence: UInt8, _ length: Int) -> Bool {
    let last = file.lineIndex(of: max(span.lower, span.upper - 1))
    guard last > file.lineIndex(of: span.lower) else { return false }
    let line = file.lineSpan(last)
    var bytes = file.bytes[line.lower..<line.upper][...]
    while let byte = bytes.last, byte == 0x20 || byte == 0x09 { bytes.removeLast() }
    let fences = bytes.reversed().prefix { $0 == fence }.count
    let prefix = bytes.dropLast(fences)
    return fences >= length && prefix.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
  }
}

/// A C string as a value; nothing for nil.
private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  guard let pointer else { return "" }
  return String(cString: pointer)
}
