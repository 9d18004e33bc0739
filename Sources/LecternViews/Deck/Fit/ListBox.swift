import LecternBriefing
import LecternSource
import LecternTypography

/// A bullet, numbered or task list.
struct ListBox: Box {
  private var shell: Block
  /// The number of the first item, and how close the items stand.
  private var start: Int?
  private let isTight: Bool
  private var items: Remainder<Item>

  /// One item: what the author wrote of it, and its boxes.
  private struct Item {
    var item: List.Item
    var stack: Stack

    /// The item with what its boxes hold.
    var whole: List.Item {
      var item = item
      item.blocks = stack.blocks
      return item
    }
  }

  init(_ list: List, shell: Block, _ maker: BoxMaker) {
    self.shell = shell
    start = list.start
    isTight = list.isTight
    items = Remainder(
      list.items.map { Item(item: $0, stack: maker.stack($0.blocks, spacing: .item)) })
  }

  private func inner(_ width: Double, _ scale: Scale) -> Double {
    width - scale.gap(start == nil ? .gapBullet : .gapNumber)
  }

  /// An item without words is a line high all the same: its marker is.
  private func height(
    of item: Stack, _ width: Double, _ scale: Scale, upTo limit: Double
  ) -> Double {
    let height = item.height(width, scale, upTo: limit)
    return item.boxes.isEmpty ? scale.leading * scale.size : height
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let inner = inner(width, scale)
    var height = 0.0
    for (index, item) in items.enumerated() {
      if height > limit { break }
      height += index > 0 ? scale.gap(.gapItem) : 0
      height += self.height(of: item.stack, inner, scale, upTo: limit - height)
    }
    return height
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    items.flatMap { $0.stack.cutTables(inner(width, scale), scale) }
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let inner = inner(width, scale)
    var used = 0.0
    for (index, item) in items.enumerated() {
      let space = index > 0 ? scale.gap(.gapItem) : 0
      let height = height(of: item.stack, inner, scale, upTo: scale.room)
      if used + space + height <= room {
        used += space + height
        continue
      }
      if index > 0, used > room / 3, height <= scale.room { return halves(at: index) }
      let parts = item.stack.cut(
        at: room - used - space, inner, scale, isForced: isForced && index == 0)
      guard let head = parts.head else { return halves(at: index) }
      return halves(at: index, head, parts.tail)
    }
    return (self, nil)
  }

  /// The items before one and those from it on.
  private func halves(at index: Int) -> Cut {
    guard index > 0 else { return (nil, self) }
    return (with(items.upTo(index)), rest(items.from(index), skipping: index))
  }

  /// The items up to a part of one, and the rest of that one with those behind it.
  private func halves(at index: Int, _ head: Stack, _ tail: Stack?) -> Cut {
    var first = items[index]
    first.stack = head
    let part = with(items.upTo(index, last: first))
    guard let tail else {
      return index + 1 < items.count
        ? (part, rest(items.from(index + 1), skipping: index + 1)) : (part, nil)
    }
    var last = items[index]
    last.stack = tail
    last.item.goesOn = true
    return (part, rest(items.from(index, first: last), skipping: index))
  }

  private func with(_ items: Remainder<Item>) -> ListBox {
    var part = self
    part.items = items
    return part
  }

  private func rest(_ items: Remainder<Item>, skipping count: Int) -> ListBox {
    var part = with(items)
    part.start = start.map { $0 + count }
    part.shell.id = nil
    return part
  }

  var block: Block {
    var block = shell
    block.content = .list(List(start: start, isTight: isTight, items: items.map(\.whole)))
    return block
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    for item in items { item.stack.place(inner(width, scale), scale, into: &placements) }
  }

  var flexibility: Int { items.reduce(0) { $0 + $1.stack.flexibility } }

  var stacked: [any Box] {
    let stacked = items.map { Item(item: $0.item, stack: $0.stack.stacked) }
    return [with(Remainder(stacked))]
  }
}
