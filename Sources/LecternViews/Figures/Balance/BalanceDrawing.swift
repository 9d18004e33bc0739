import LecternBriefing

/// Draws a scale whose beam tilts while its pans stay level, so that every label is horizontal.
///
/// The pans hang on rods above the ends of the beam, as on a Roberval scale; the items lie in them as weights. Where items come
/// one at a time, the beam settles with each and the pile in a pan grows from below, in the author's order.
struct BalanceDrawing {
  private let canvas: Canvas
  private let left: BalancePan
  private let right: BalancePan
  private let pans: [BalancePan]
  /// How the scale stands with no items up to all of them; the last alone where they all are there at once.
  private let states: [State]
  private let reach: Double
  private let rod: Double

  /// The beam with a number of items in each pan.
  private struct State {
    var tilt: BalanceTilt
    var left: Int
    var right: Int
  }

  /// Sets the labels; nil when a word would have to be cut.
  init?(_ balance: Balance, on canvas: Canvas) {
    self.canvas = canvas
    let most = canvas.width / 2 - 1.4 * canvas.size
    guard
      let pans = BalancePan.pair(balance, on: canvas, width: most, reach: canvas.width / 4)
    else { return nil }
    (left, right) = pans
    self.pans = [left, right]
    reach = canvas.width / 4
    let all = (left: balance.left.items.count, right: balance.right.items.count)
    let counts =
      canvas.isStepped
      ? 0...(all.left + all.right) : (all.left + all.right)...(all.left + all.right)
    states = counts.map { count in
      let left = min(count, all.left)
      return State(
        tilt: BalanceTilt(balance, left: left, right: count - left), left: left, right: count - left
      )
    }
    // The lower pan keeps clear of the beam below it.
    let steepest = states.map { abs($0.tilt.sine) }.max() ?? 0
    rod = left.width / 2 * steepest + canvas.space(0.7, tight: 0.5)
  }

  // MARK: Places

  private var unit: Double { canvas.size / 24 }
  private var panStroke: Double { 6 * unit }

  /// The height of one end of the beam below the pivot; above it when below zero.
  private func drop(_ side: Double, _ state: State) -> Double { side * reach * state.tilt.sine }

  /// How far the titles stand below the ends of the beam, clear of where the beam comes down to the pivot.
  private func titleOffset(_ pan: BalancePan) -> Double {
    // Where the beam moves, both titles keep the same distance, so that they are level when it is.
    let concerned = canvas.isStepped ? pans : [pan]
    let clear = concerned.map { pan in
      (states.map { max(0, -pan.side * $0.tilt.sine) }.max() ?? 0) * pan.title.width / 2
    }
    return 0.5 * canvas.size + (clear.max() ?? 0)
  }

  private var pivot: Drawing.Point {
    let above = states.flatMap { state in
      pans.map { pan in
        pan.pileHeight(pan.side < 0 ? state.left : state.right) + panStroke + rod
          - drop(pan.side, state)
      }
    }
    return .init(canvas.width / 2, max(above.max() ?? 0, 2 * canvas.size))
  }

  private func end(_ pan: BalancePan, _ state: State, _ pivot: Drawing.Point) -> Drawing.Point {
    .init(pivot.x + pan.side * reach * state.tilt.cosine, pivot.y + drop(pan.side, state))
  }

  // MARK: Drawing

  func drawing() -> Drawing {
    guard let final = states.last else {
      return Drawing(width: canvas.width, height: 0, shapes: [])
    }
    let pivot = pivot
    let bottoms = states.flatMap { state in
      pans.map { end($0, state, pivot).y + titleOffset($0) + $0.title.height }
    }
    let foot = max(bottoms.max() ?? 0, pivot.y + canvas.space(2.6, tight: 1.85))
    var shapes: [Drawing.Shape] = [fulcrum(pivot, foot: foot)]
    shapes.append(
      .group(
        .init(
          [beam(final, pivot)],
          moves: moves { .init(turn: $0.tilt.degrees - final.tilt.degrees) }, origin: pivot)))
    shapes.append(
      .ellipse(.init(around: pivot, radius: 9 * unit), fill: .paper, stroke: .init(.ink, 5 * unit)))
    for pan in pans { shapes.append(load(pan, final, pivot)) }
    return Drawing(width: canvas.width, height: foot + 2 * unit, shapes: shapes)
  }

  /// Where something stands in every state but the last.
  private func moves(_ move: (State) -> Drawing.Move) -> [Drawing.Move] {
    states.dropLast().map(move)
  }

  private func fulcrum(_ pivot: Drawing.Point, foot: Double) -> Drawing.Shape {
    let half = 1.15 * canvas.size
    return .path(
      [
        .move(pivot), .line(.init(pivot.x + half, foot)), .line(.init(pivot.x - half, foot)),
        .close,
      ], fill: .ink, stroke: nil)
  }

  private func beam(_ state: State, _ pivot: Drawing.Point) -> Drawing.Shape {
    .line(
      from: end(left, state, pivot), to: end(right, state, pivot), stroke: .init(.ink, 8 * unit))
  }

  /// A pan on its rod with what lies in it and its title, which move as one.
  private func load(
    _ pan: BalancePan, _ final: State, _ pivot: Drawing.Point
  ) -> Drawing.Shape {
    let end = end(pan, final, pivot)
    let level = end.y - rod
    var shapes: [Drawing.Shape] = [
      .line(from: end, to: .init(end.x, level), stroke: .init(.ink, panStroke)),
      .ellipse(.init(around: end, radius: 6 * unit), fill: .ink, stroke: nil),
      .line(
        from: .init(end.x - pan.width / 2, level), to: .init(end.x + pan.width / 2, level),
        stroke: .init(.ink, panStroke)),
    ]
    let floor = level - panStroke / 2
    for index in pan.slabs.indices {
      let rises = moves { state in
        .init(y: pan.heightBelow(index, of: pan.side < 0 ? state.left : state.right))
      }
      shapes.append(pan.weight(index, x: end.x, floor: floor, moves: rises))
    }
    shapes.append(pan.title.text(x: end.x, top: end.y + titleOffset(pan), anchor: .middle))
    let moves = moves { state in
      let other = self.end(pan, state, pivot)
      return .init(x: other.x - end.x, y: other.y - end.y)
    }
    return .group(.init(shapes, moves: moves))
  }
}
