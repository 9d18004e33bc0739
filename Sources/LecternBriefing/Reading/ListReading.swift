import LecternMarkdown
import LecternSource

/// Lists and their items.
extension BlockReader {
  /// The list of a node; with `itemByItem` each item is a step of its own.
  mutating func list(_ index: Int, itemByItem: Bool) -> List? {
    guard case .list(let facts) = tree.nodes[index].kind else { return nil }
    // Marp reveals the items of lists with star bullets one by one.
    let stepsEach =
      itemByItem || (isMarp && facts.bullet == "*" && facts.start == nil && nesting == 0)
    nesting += 1
    defer { nesting -= 1 }
    var items: [List.Item] = []
    for child in tree.children(of: index) {
      guard case .item(let isChecked) = tree.nodes[child].kind else { continue }
      let marker = stepMarker(in: child)
      if stepsEach || marker != nil { steps += 1 }
      let step = stepsEach || marker != nil || items.last?.step != nil ? steps : nil
      let blocks = itemBlocks(child, without: marker)
      items.append(List.Item(isChecked: isChecked, step: step, blocks: blocks))
    }
    return List(start: facts.start, isTight: facts.isTight, items: items)
  }

  /// The comment at the end of an item's first line that makes it a step.
  private func stepMarker(in item: Int) -> Int? {
    guard let first = tree.children(of: item).first(where: { _ in true }),
      case .paragraph = tree.nodes[first].kind
    else { return nil }
    var line: [Int] = []
    for child in tree.children(of: first) {
      if case .softBreak = tree.nodes[child].kind { break }
      if case .lineBreak = tree.nodes[child].kind { break }
      line.append(child)
    }
    let last = line.last { index in
      if case .text(let text) = tree.nodes[index].kind { return !text.allSatisfy(\.isWhitespace) }
      return true
    }
    guard let last, case .html(let literal) = tree.nodes[last].kind, literal.hasPrefix("<!--"),
      Directive(literal.insideComment) == .step
    else { return nil }
    return last
  }

  private mutating func itemBlocks(_ item: Int, without marker: Int?) -> [Block] {
    guard let marker else { return blocks(of: Array(tree.children(of: item))) }
    var children = Array(tree.children(of: item))
    let first = children.removeFirst()
    let written = inlines(of: inlines(ofParagraph: first).filter { $0 != marker })
    let content = quotationDepth == 0 ? written.withBareEvidence : written
    let block = Block(
      content: .paragraph(content), id: nil, audience: .both, step: nil,
      span: tree.nodes[first].span)
    return (content.isEmpty ? [] : [block]) + blocks(of: children)
  }
}
