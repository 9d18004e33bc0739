import LecternBriefing
import LecternSource
import LecternTypography

/// Boxes one below the other, with the spaces that the style sheet puts between them.
struct Stack {
  /// The boxes from top to bottom.
  let boxes: Remainder<any Box>
  private let spacing: Spacing

  /// Where boxes stand, which decides the spaces between them.
  enum Spacing {
    /// On a slide, in a column, in a quotation.
    case blocks
    /// In a list's item, where inner lists stand closer.
    case item
  }

  init(_ boxes: [any Box], spacing: Spacing = .blocks) {
    self.init(Remainder(boxes), spacing: spacing)
  }

  private init(_ boxes: Remainder<any Box>, spacing: Spacing) {
    self.boxes = boxes
    self.spacing = spacing
  }

  /// The blocks as they stand on the slide.
  var blocks: [Block] { boxes.map(\.block) }

  /// How many drawings and pictures could use more room.
  var flexibility: Int { boxes.reduce(0) { $0 + $1.flexibility } }

  /// The same, with columns one below the other.
  var stacked: Stack { Stack(boxes.flatMap(\.stacked), spacing: spacing) }

  /// The height in pixels, or something above `limit` as soon as it is known to be higher than that.
  func height(_ width: Double, _ scale: Scale, upTo limit: Double = .infinity) -> Double {
    var height = 0.0
    for (index, box) in boxes.enumerated() {
      if height > limit { break }
      height += space(before: index, scale)
      height += box.height(width, scale, upTo: limit - height)
    }
    return height
  }

  /// The tables of which words are cut.
  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    boxes.flatMap { $0.cutTables(width, scale) }
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    for box in boxes { box.place(width, scale, into: &placements) }
  }

  // MARK: Spaces

  private func space(before index: Int, _ scale: Scale) -> Double {
    guard index > 0 else { return 0 }
    switch spacing {
    case .blocks: return scale.gap(boxes[index - 1].isHeading ? .gapHeading : .gapBlock)
    case .item:
      if case .list = boxes[index].block.content { return scale.gap(.gapItem) }
      return scale.gap(.gapBlock)
    }
  }

  // MARK: Cutting

  /// What stays in `room` and what goes on, each nil when it is nothing.
  ///
  /// Breaks between boxes where that leaves a slide a third full at least and the next box fits a slide of its own; else
  /// inside the box at the edge. A heading never stands last.
  func cut(
    at room: Double, _ width: Double, _ scale: Scale, isForced: Bool
  ) -> (head: Stack?, tail: Stack?) {
    var used = 0.0
    for (index, box) in boxes.enumerated() {
      let space = space(before: index, scale)
      let height = box.height(width, scale, upTo: scale.room)
      if used + space + height <= room {
        used += space + height
        continue
      }
      let apart = box.apart(width, scale)
      guard apart.count == 1 else {
        let all = Array(boxes.prefix(index)) + apart + Array(boxes.dropFirst(index + 1))
        return with(Remainder(all)).cut(at: room, width, scale, isForced: isForced)
      }
      let hasContent = boxes.prefix(index).contains { !$0.isHeading }
      if hasContent, used > room / 3, height <= scale.room { return halves(at: index) }
      let parts = box.cut(
        at: room - used - space, width, scale, isForced: isForced && index == 0)
      guard let first = parts.head else {
        // Headings that fill a slide have to stand last.
        return isForced && !hasContent && index > 0
          ? (with(boxes.upTo(index)), with(boxes.from(index))) : halves(at: index)
      }
      let head = with(boxes.upTo(index, last: first))
      if let rest = parts.tail { return (head, with(boxes.from(index, first: rest))) }
      return (head, index + 1 < boxes.count ? with(boxes.from(index + 1)) : nil)
    }
    return (boxes.isEmpty ? nil : self, nil)
  }

  /// Two parts, with headings at the end of the first left to the second.
  private func halves(at index: Int) -> (head: Stack?, tail: Stack?) {
    var end = index
    while end > 0, boxes[end - 1].isHeading { end -= 1 }
    return (end == 0 ? nil : with(boxes.upTo(end)), with(boxes.from(end)))
  }

  private func with(_ boxes: Remainder<any Box>) -> Stack { Stack(boxes, spacing: spacing) }
}
