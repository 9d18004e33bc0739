public import LecternMarkdown
import LecternSource

/// Plain GFM as HTML, byte for byte what the `cmark-gfm` program prints with `--unsafe`.
///
/// It has no reading of ours. It exists so that authors can compare, and as a proof that the tree is whole.
public struct PlainFragment {
  private let tree: MarkdownTree
  private var out: [UInt8] = []
  private var footnoteCount = 0
  private var tableColumn = 0
  private var tableAlignments: [MarkdownNode.Alignment] = []
  private var bodyIsOpen = false

  /// The HTML of a tree.
  public static func html(of tree: MarkdownTree) -> [UInt8] {
    var fragment = PlainFragment(tree: tree)
    fragment.writeAll()
    return fragment.out
  }

  private init(tree: MarkdownTree) {
    self.tree = tree
  }

  private mutating func writeAll() {
    var open: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, tree.nodes[last].end <= index {
        leave(last, parents: open.dropLast())
        open.removeLast()
      }
      if case .image = tree.nodes[index].kind {
        image(index)
        index = tree.nodes[index].end
        continue
      }
      enter(index, parents: open[...])
      open.append(index)
      index += 1
    }
    while let last = open.popLast() { leave(last, parents: open[...]) }
    if footnoteCount > 0 { write("</ol>\n</section>\n") }
  }

  private mutating func enter(_ index: Int, parents: ArraySlice<Int>) {
    let node = tree.nodes[index]
    switch node.kind {
    case .document, .unknown: break
    case .blockQuote:
      newLine()
      write("<blockquote>\n")
    case .list(let list):
      newLine()
      switch list.start {
      case nil: write("<ul>\n")
      case 1?: write("<ol>\n")
      case let start?: write("<ol start=\"\(start)\">\n")
      }
    case .item(let isChecked):
      newLine()
      write("<li>")
      if let isChecked {
        write("<input type=\"checkbox\" \(isChecked ? "checked=\"\" " : "")disabled=\"\" /> ")
      }
    case .codeBlock(let code): codeBlock(code)
    case .htmlBlock(let literal):
      newLine()
      write(literal)
      newLine()
    case .paragraph:
      guard !isTight(parents) else { return }
      newLine()
      write("<p>")
    case .heading(let level, _):
      newLine()
      write("<h\(level)>")
    case .thematicBreak:
      newLine()
      write("<hr />\n")
    case .footnoteDefinition(let label, _):
      if footnoteCount == 0 {
        newLine()
        write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
      }
      footnoteCount += 1
      write("<li id=\"fn-")
      href(label)
      write("\">\n")
    case .table(let alignments):
      newLine()
      write("<table>")
      tableAlignments = alignments
      bodyIsOpen = false
    case .tableRow(let isHeader):
      newLine()
      if isHeader {
        write("<thead>\n")
      } else if !bodyIsOpen {
        write("<tbody>\n")
        bodyIsOpen = true
      }
      write("<tr>")
      tableColumn = 0
    case .tableCell:
      newLine()
      write(isHeaderCell(parents) ? "<th" : "<td")
      if tableColumn < tableAlignments.count, tableAlignments[tableColumn] != .none {
        write(" align=\"\(tableAlignments[tableColumn].rawValue)\"")
      }
      tableColumn += 1
      write(">")
    case .text(let text): escape(text)
    case .softBreak: write("\n")
    case .lineBreak: write("<br />\n")
    case .code(let literal):
      write("<code>")
      escape(literal)
      write("</code>")
    case .html(let literal): write(literal)
    case .emphasis: write("<em>")
    case .strong: write("<strong>")
    case .strikethrough: write("<del>")
    case .link(let destination, let title):
      write("<a href=\"")
      href(destination)
      titleAttribute(title)
      write("\">")
    case .image: break
    case .footnoteReference(let label, let number, let occurrence):
      write("<sup class=\"footnote-ref\"><a href=\"#fn-")
      href(label)
      write("\" id=\"fnref-")
      href(label)
      if occurrence > 1 { write("-\(occurrence)") }
      write("\" data-footnote-ref>\(number)</a></sup>")
    }
  }

  private mutating func leave(_ index: Int, parents: ArraySlice<Int>) {
    switch tree.nodes[index].kind {
    case .blockQuote:
      newLine()
      write("</blockquote>\n")
    case .list(let list): write(list.start == nil ? "</ul>\n" : "</ol>\n")
    case .item: write("</li>\n")
    case .paragraph:
      guard !isTight(parents) else { return }
      if let parent = parents.last, case .footnoteDefinition = tree.nodes[parent].kind,
        tree.nodes[parent].end == tree.nodes[index].end
      {
        write(" ")
        backReferences(parent)
      }
      write("</p>\n")
    case .heading(let level, _): write("</h\(level)>\n")
    case .footnoteDefinition:
      if !endsInParagraph(index) {
        backReferences(index)
        write("\n")
      }
      write("</li>\n")
    case .table:
      if bodyIsOpen {
        newLine()
        write("</tbody>")
      }
      newLine()
      write("</table>\n")
    case .tableRow(let isHeader):
      newLine()
      write("</tr>")
      if isHeader {
        newLine()
        write("</thead>")
      }
    case .tableCell: write(isHeaderCell(parents) ? "</th>" : "</td>")
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .strikethrough: write("</del>")
    case .link: write("</a>")
    default: break
    }
  }

  // MARK: Parts

  private mutating func codeBlock(_ code: MarkdownNode.CodeBlock) {
    newLine()
    let language = code.info.prefix { !" \t\n\r".contains($0) }
    if language.isEmpty {
      write("<pre><code>")
    } else {
      write("<pre><code class=\"language-")
      escape(String(language))
      write("\">")
    }
    escape(code.literal)
    write("</code></pre>\n")
  }

  /// An image takes the words of its descendants, marks left out, as alternative text.
  private mutating func image(_ index: Int) {
    guard case .image(let destination, let title) = tree.nodes[index].kind else { return }
    write("<img src=\"")
    href(destination)
    write("\" alt=\"")
    for node in tree.nodes[(index + 1)..<tree.nodes[index].end] {
      switch node.kind {
      case .text(let text), .code(let text), .html(let text): escape(text)
      case .softBreak, .lineBreak: write(" ")
      default: break
      }
    }
    titleAttribute(title)
    write("\" />")
  }

  private mutating func titleAttribute(_ title: String) {
    guard !title.isEmpty else { return }
    write("\" title=\"")
    escape(title)
  }

  private mutating func backReferences(_ index: Int) {
    guard case .footnoteDefinition(let label, let references) = tree.nodes[index].kind else {
      return
    }
    for reference in 1...max(1, references) {
      let suffix = reference > 1 ? "-\(reference)" : ""
      if reference > 1 { write(" ") }
      write("<a href=\"#fnref-")
      href(label)
      write("\(suffix)\" class=\"footnote-backref\" data-footnote-backref")
      write(" aria-label=\"Back to content\">↩")
      if reference > 1 { write("<sup class=\"footnote-ref\">\(reference)</sup>") }
      write("</a>")
    }
  }

  private func endsInParagraph(_ index: Int) -> Bool {
    var last: Int?
    for child in tree.children(of: index) { last = child }
    guard let last, case .paragraph = tree.nodes[last].kind else { return false }
    return true
  }

  private func isTight(_ parents: ArraySlice<Int>) -> Bool {
    guard let list = parents.dropLast().last, case .list(let facts) = tree.nodes[list].kind else {
      return false
    }
    return facts.isTight
  }

  private func isHeaderCell(_ parents: ArraySlice<Int>) -> Bool {
    guard let row = parents.last, case .tableRow(isHeader: true) = tree.nodes[row].kind else {
      return false
    }
    return true
  }

  // MARK: Bytes

  private mutating func newLine() {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  private mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      default: out.append(byte)
      }
    }
  }

  /// An address as cmark writes it: bytes that are unsafe in an address become percent signs and two digits.
  private mutating func href(_ address: String) {
    for byte in address.percentEncoded(keeping: "&'+!*(),%#@?=;:/$").utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "'"): write("&#x27;")
      default: out.append(byte)
      }
    }
  }
}
