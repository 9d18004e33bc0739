public import LecternBriefing

extension Balance: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    func influences(_ side: Side) -> String {
      let text = labels.text(
        side.items.count == 1 ? .influenceOne : .influenceMany,
        ["number": labels.number(side.items.count)])
      return text
    }
    func count(_ side: Side) -> String { labels.number(side.items.count) }
    let isLevel = tilt == .level || (tilt == .auto && left.weight == right.weight)
    if isLevel {
      return labels.text(
        .balanceLevel,
        [
          "left": influences(left).capitalisedFirst, "leftTitle": left.title, "right": count(right),
          "rightTitle": right.title,
        ])
    }
    let heavyIsRight = tilt == .right || (tilt == .auto && right.weight > left.weight)
    let heavy = heavyIsRight ? right : left
    let light = heavyIsRight ? left : right
    return labels.text(
      .balanceSummary,
      [
        "heavier": influences(heavy).capitalisedFirst, "heavy": heavy.title,
        "lighter": count(light),
        "light": light.title,
      ])
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    let isWeighted = (left.items + right.items).contains { $0.weight.value != 1 }
    return .lists(
      [left, right].map { side in
        let items = side.items.map { item in
          isWeighted
            ? "\(item.text) (\(labels.text(.balanceWeight, ["number": item.weight.written])))"
            : item.text
        }
        return (side.title, items)
      })
  }

  /// The drawing at a width in design pixels.
  public func drawing(width: Double, labels: Labels, text: LabelText) -> Drawing? {
    BalanceDrawing(balance: self, width: width, text: text).drawing()
  }
}

/// Draws a scale whose beam tilts while its pans stay level, so that every label is horizontal.
private struct BalanceDrawing {
  let balance: Balance
  let width: Double
  let text: LabelText

  private let size = 24.0
  private let leading = 30.0
  private let gap = 6.0
  private let rod = 22.0

  private var panWidth: Double { width * 0.465 }

  func drawing() -> Drawing {
    let tilt = self.tilt
    let half = width * 0.25
    let left = pan(balance.left)
    let right = pan(balance.right)
    let drop = half * tilt.sine
    // The canvas is as high as the loads ask for, each above its own end of the beam.
    let above = max(left.height + drop, right.height - drop) + rod + 8
    let pivot = Drawing.Point(width / 2, max(154, above))
    var shapes: [Drawing.Shape] = []
    let leftEnd = Drawing.Point(pivot.x - half * tilt.cosine, pivot.y - drop)
    let rightEnd = Drawing.Point(pivot.x + half * tilt.cosine, pivot.y + drop)
    let foot = pivot.y + 112
    shapes.append(
      .polygon(
        [pivot, .init(pivot.x - 34, foot), .init(pivot.x + 34, foot)], fill: .ink, stroke: nil))
    shapes.append(.line(from: leftEnd, to: rightEnd, stroke: .init(.ink, 9)))
    shapes.append(.circle(centre: pivot, radius: 10, fill: .paper, stroke: .init(.ink, 5)))
    shapes += self.shapes(left, title: balance.left.title, at: leftEnd, fill: .wash, ink: .ink)
    shapes += self.shapes(
      right, title: balance.right.title, at: rightEnd, fill: .accent, ink: .paper)
    let titles = [(leftEnd, balance.left), (rightEnd, balance.right)].map { end, side in
      end.y + 44 + Double(titleLines(side.title).count - 1) * 34 + 12
    }
    return Drawing(width: width, height: titles.reduce(foot + 8, max), shapes: shapes)
  }

  // MARK: Pans

  private struct Load {
    var lines: [[String]]
    var height: Double
  }

  private func pan(_ side: Balance.Side) -> Load {
    let lines = side.items.map { text.lines($0.text, size: size, width: panWidth - 30) }
    let height = lines.reduce(0) { $0 + Double($1.count) * leading + 14 + gap }
    return Load(lines: lines, height: height)
  }

  private func shapes(
    _ load: Load, title: String, at end: Drawing.Point, fill: Drawing.Role, ink: Drawing.Role
  ) -> [Drawing.Shape] {
    let level = end.y - rod
    var shapes: [Drawing.Shape] = [
      .line(from: end, to: .init(end.x, level), stroke: .init(.ink, 7)),
      .circle(centre: end, radius: 7, fill: .ink, stroke: nil),
      .line(
        from: .init(end.x - panWidth / 2, level), to: .init(end.x + panWidth / 2, level),
        stroke: .init(.ink, 7)),
    ]
    var y = level - 4 - load.height
    for lines in load.lines {
      let height = Double(lines.count) * leading + 14
      shapes.append(
        .rectangle(
          origin: .init(end.x - panWidth / 2 + 10, y), width: panWidth - 20, height: height,
          radius: 5,
          fill: fill, stroke: .init(.accent, 2)))
      shapes.append(
        .text(
          lines, at: .init(end.x, y + 7 + leading * 0.76), size: size, leading: leading,
          anchor: .middle,
          role: ink, isBold: false))
      y += height + gap
    }
    shapes.append(
      .text(
        titleLines(title), at: .init(end.x, end.y + 44), size: 28, leading: 34, anchor: .middle,
        role: .ink,
        isBold: true))
    return shapes
  }

  private func titleLines(_ title: String) -> [String] {
    text.lines(title, size: 28, width: panWidth - 60, isBold: true)
  }

  // MARK: Tilt

  /// Proportional to how much heavier one side is, up to five and a half degrees.
  private var tilt: (sine: Double, cosine: Double) {
    let total = balance.left.weight + balance.right.weight
    let share = total == 0 ? 0 : (balance.right.weight - balance.left.weight) / total
    let limit = 0.096
    let angle =
      switch balance.tilt {
      case .auto: max(-limit, min(limit, share * 0.32))
      case .left: -limit * 0.7
      case .right: limit * 0.7
      case .level: 0.0
      }
    // Angles are small enough for the first terms of the series (error below one part in a million).
    return (angle - angle * angle * angle / 6, 1 - angle * angle / 2)
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
