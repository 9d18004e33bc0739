import LecternBriefing

/// One pan of a balance with its weights, measured.
struct BalancePan {
  /// Left of the pivot, -1, or right of it, 1.
  let side: Double
  /// From end to end in pixels.
  let width: Double
  /// The pole's name.
  let title: SetLabel
  /// The weights from top to bottom.
  let slabs: [Slab]
  private let canvas: Canvas
  /// The number of items in the pans before this one.
  private let first: Int

  /// A weight with its label, and what it weighs where weights differ.
  struct Slab {
    var label: SetLabel
    var weight: SetLabel?
  }

  /// Both pans, as wide as the longest label asks for and equal; nil when a word would have to be cut.
  static func pair(
    _ balance: Balance, on canvas: Canvas, width most: Double, reach: Double
  ) -> (left: BalancePan, right: BalancePan)? {
    let around = 2 * margin(canvas)
    let columns = [balance.left, balance.right].map { side in
      side.items.map { item -> Slab in
        let weight =
          balance.isWeighted ? canvas.label("×\(item.weight.written)", isBold: true) : nil
        let beside = weight.map { $0.width + canvas.size } ?? 0
        return Slab(label: canvas.label(item.text, width: most - around - beside), weight: weight)
      }
    }
    let titles = [balance.left, balance.right].map { side in
      canvas.label(
        side.title, width: min(most, 2 * (reach - 2 * canvas.size)), isBold: true, scale: 1.12)
    }
    let labels = columns.joined().map(\.label) + titles
    guard labels.allSatisfy(\.isWhole), titles.allSatisfy({ $0.width < 2 * reach }) else {
      return nil
    }
    let widest = columns.joined().map { slab in
      slab.label.width + around + (slab.weight.map { $0.width + canvas.size } ?? 0)
    }
    let width = min(most, max(widest.max() ?? 0, canvas.width * 0.3))
    let pans = [0, 1].map { index in
      BalancePan(
        side: index == 0 ? -1 : 1, width: width, title: titles[index], slabs: columns[index],
        canvas: canvas, first: index == 0 ? 0 : balance.left.items.count)
    }
    return (pans[0], pans[1])
  }

  /// From the end of a pan to the letters in it.
  private static func margin(_ canvas: Canvas) -> Double { 0.95 * canvas.size }
  /// From the end of a pan to the weights in it.
  private var inset: Double { 0.4 * canvas.size }
  private var padding: Double { canvas.space(0.3, tight: 0.06) }
  private var gap: Double { canvas.space(0.2, tight: 0.1) }

  // MARK: Heights

  private func slabHeight(_ index: Int) -> Double { slabs[index].label.height + 2 * padding }

  /// The height of a pile of the first items, in pixels.
  func pileHeight(_ count: Int) -> Double {
    slabs.indices.prefix(count).reduce(0) { $0 + slabHeight($1) + gap }
  }

  /// How much lower an item lies while only the first items are there, in pixels.
  func heightBelow(_ index: Int, of count: Int) -> Double {
    index < count ? pileHeight(slabs.count) - pileHeight(count) : 0
  }

  // MARK: Drawing

  /// A weight in the pan's pile.
  ///
  /// - Parameters:
  ///   - index: which one, from the top.
  ///   - x: the middle of the pan.
  ///   - floor: the upper edge of the pan.
  ///   - moves: where it lies while fewer items are there.
  /// - Returns: the weight with its label.
  func weight(
    _ index: Int, x: Double, floor: Double, moves: [Drawing.Move]
  ) -> Drawing.Shape {
    let box = Drawing.Box(
      x: x - width / 2 + inset,
      y: floor - pileHeight(slabs.count) + pileHeight(index), width: width - 2 * inset,
      height: slabHeight(index))
    let isLeft = side < 0
    let ink = isLeft ? Drawing.Role.ink : .paper
    let slab = slabs[index]
    var shapes: [Drawing.Shape] = [
      .rectangle(
        box, radius: canvas.size / 5, fill: isLeft ? .wash : .accent,
        stroke: .init(.accent, canvas.size / 12))
    ]
    let beside = slab.weight.map { $0.width + canvas.size } ?? 0
    shapes.append(
      slab.label.text(
        x: x - beside / 2, middle: box.centre.y, anchor: .middle, role: ink))
    if let weight = slab.weight {
      shapes.append(
        weight.text(
          x: box.right - canvas.size / 2, middle: box.centre.y, anchor: .end, role: ink))
    }
    return .group(.init(shapes, item: first + index, moves: moves))
  }
}
