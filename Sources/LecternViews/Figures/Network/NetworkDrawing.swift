import LecternBriefing

/// Draws a hub with its nodes around it, clockwise from the upper right, and ties as lines between their boxes.
///
/// Nodes stand in a column on each side, set back towards the top and bottom so that they lie around the hub. Ties between
/// nodes of one side go around its outside, those across pass above or below the hub, dashed so that none is taken for a spoke.
struct NetworkDrawing {
  private let network: Network
  private let canvas: Canvas
  private let hub: SetLabel
  private let nodes: [SetLabel]
  /// The width of every node's box.
  private let width: Double
  /// The room outside the columns for ties around them.
  private let margin: Double

  /// Sets the labels; nil when a word would have to be cut.
  init?(_ network: Network, on canvas: Canvas) {
    self.network = network
    self.canvas = canvas
    let size = canvas.size
    let right = (network.nodes.count + 1) / 2
    let goesAround = network.links.contains { ($0.from < right) == ($0.to < right) }
    margin = goesAround ? 2 * size : 0
    hub = canvas.label(network.hub, width: canvas.width * 0.22, isBold: true, scale: 1.12)
    let room = (canvas.width - hub.width - 2 * size) / 2 - margin - 2.6 * size
    let padding = 2 * 0.6 * size
    nodes = network.nodes.map { canvas.label($0, width: min(room, canvas.width * 0.3) - padding) }
    guard hub.isWhole, nodes.allSatisfy(\.isWhole) else { return nil }
    width = (nodes.map(\.width).max() ?? 0) + padding
  }

  private var size: Double { canvas.size }
  private var padding: Double { canvas.space(0.4, tight: 0.12) }
  private var gap: Double { canvas.space(1.1, tight: 0.25) }
  private var centre: Double { canvas.width / 2 }
  /// The width of the boxes' edges, which the canvas must hold too.
  private var edge: Double { size / 12 }

  /// How many nodes stand on the right.
  private var rightCount: Int { (nodes.count + 1) / 2 }
  private func isRight(_ node: Int) -> Bool { node < rightCount }
  private func boxHeight(_ node: Int) -> Double { nodes[node].height + 2 * padding }

  /// The nodes of each side from top to bottom.
  private var columns: [[Int]] {
    [Array(0..<rightCount), Array((rightCount..<nodes.count).reversed())]
  }

  private func height(of column: [Int]) -> Double {
    column.reduce(0) { $0 + boxHeight($1) } + gap * Double(max(0, column.count - 1))
  }

  // MARK: Places

  /// The boxes of the nodes, by their numbers, in a drawing of a height.
  private func boxes(in height: Double) -> [Drawing.Box] {
    var boxes = [Drawing.Box](
      repeating: .init(x: 0, y: 0, width: 0, height: 0), count: nodes.count)
    let furthest = min(centre - margin - width / 2 - edge, nearest + Self.reach * size)
    for (side, column) in zip([1.0, -1.0], columns) {
      // What is left of the height is shared out between the boxes.
      let spare =
        column.count > 1 ? (height - self.height(of: column)) / Double(column.count - 1) : 0
      let step = gap + min(spare, size)
      let whole = self.height(of: column) + (step - gap) * Double(max(0, column.count - 1))
      var top = edge + (height - whole) / 2
      for node in column {
        let away = abs(top + boxHeight(node) / 2 - edge - height / 2) / (height / 2)
        // On an ellipse, as far as the hub leaves room for it.
        let back = min(away * away * 2.2 * size, furthest - nearest)
        let x = centre + side * (furthest - back)
        boxes[node] = .init(
          x: x - width / 2, y: top, width: width, height: boxHeight(node))
        top += boxHeight(node) + step
      }
    }
    return boxes
  }

  /// The least distance of the middle of a node from the hub's.
  private var nearest: Double { hubBox(in: 0).width / 2 + 2.4 * size + width / 2 }
  /// How much further out nodes stand where there is room.
  private static let reach = 4.5

  private func hubBox(in height: Double) -> Drawing.Box {
    let width = hub.width + 1.8 * size
    let tall = hub.height + 1.2 * size
    return .init(x: centre - width / 2, y: edge + (height - tall) / 2, width: width, height: tall)
  }

  // MARK: Drawing

  func drawing() -> Drawing {
    let height = max(
      columns.map { self.height(of: $0) }.max() ?? 0, hubBox(in: 0).height + 2 * size)
    let boxes = boxes(in: height)
    let middle = hubBox(in: height)
    let spokes = nodes.indices.map { node in
      Drawing.Shape.group(
        .init(
          [.line(from: middle.centre, to: boxes[node].centre, stroke: .init(.ink, size / 10))],
          item: node))
    }
    let links = network.links.map { link in
      Drawing.Shape.group(
        .init(
          [
            .path(
              outline(link, boxes, around: middle), fill: .none,
              stroke: .init(.accent, size / 8, isDashed: true))
          ], item: max(link.from, link.to)))
    }
    let labels = nodes.indices.map { node in
      Drawing.Shape.group(
        .init(
          [
            .rectangle(
              boxes[node], radius: size / 5, fill: .wash, stroke: .init(.accent, edge)),
            nodes[node].text(
              x: boxes[node].centre.x, middle: boxes[node].centre.y, anchor: .middle),
          ], item: node))
    }
    let hub: Drawing.Shape = .group(
      .init([
        .rectangle(middle, radius: min(middle.height / 2, 1.1 * size), fill: .accent, stroke: nil),
        self.hub.text(
          x: middle.centre.x, middle: middle.centre.y, anchor: .middle, role: .paper),
      ]))
    return Drawing(
      width: canvas.width, height: height + 2 * edge, shapes: spokes + links + labels + [hub])
  }

  /// The way of a tie between two nodes.
  private func outline(
    _ link: Network.Link, _ boxes: [Drawing.Box], around hub: Drawing.Box
  ) -> [Drawing.Segment] {
    let (from, to) = (boxes[link.from], boxes[link.to])
    if isRight(link.from) == isRight(link.to) {
      let side = isRight(link.from) ? 1.0 : -1.0
      let start = Drawing.Point(from.centre.x + side * width / 2, from.centre.y)
      let end = Drawing.Point(to.centre.x + side * width / 2, to.centre.y)
      let out = max(start.x * side, end.x * side) * side + side * margin * 1.2
      return [
        .move(start),
        .curve(.init(out, start.y), .init(out, end.y), end: end),
      ]
    }
    let side = isRight(link.from) ? -1.0 : 1.0
    let start = Drawing.Point(from.centre.x + side * width / 2, from.centre.y)
    let end = Drawing.Point(to.centre.x - side * width / 2, to.centre.y)
    let isAbove = (start.y + end.y) / 2 <= hub.centre.y
    // A cubic whose control points lie on one height comes three quarters of the way to it.
    let pass = isAbove ? hub.y - 0.6 * size : hub.bottom + 0.6 * size
    let pull = (pass - (start.y + end.y) / 8) / 0.75
    // At the sides of the hub rather than its middle, so that the tie is past its corners in time.
    let (near, far) = side > 0 ? (hub.x, hub.x + hub.width) : (hub.x + hub.width, hub.x)
    return [.move(start), .curve(.init(near, pull), .init(far, pull), end: end)]
  }
}
