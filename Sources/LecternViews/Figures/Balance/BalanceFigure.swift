public import LecternBriefing

extension Balance: DrawableFigure {
  /// Its left is the left in every language.
  public var followsReading: Bool { false }

  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    let lean = BalanceLean(self)
    let sides = lean == .right ? (right, left) : (left, right)
    let values = [
      "first": influences(sides.0, labels), "firstTitle": sides.0.title,
      "second": labels.number(sides.1.items.count), "secondTitle": sides.1.title,
    ]
    let counts = labels.text(.balanceSummary, values).capitalisedFirst
    guard lean != .level else { return counts + " " + labels[.balanceLevel] }
    // Where counting alone would mislead, the sentence says to which side it tilts.
    let isPlain = sides.0.items.count > sides.1.items.count
    return isPlain ? counts : counts + " " + labels.text(.balanceTilts, values)
  }

  private func influences(_ side: Side, _ labels: Labels) -> String {
    labels.text(
      side.items.count == 1 ? .influenceOne : .influenceMany,
      ["number": labels.number(side.items.count)])
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    .lists(
      [left, right].map { side in
        FigureList(
          title: side.title,
          items: side.items.map { item in
            isWeighted
              ? "\(item.text) (\(labels.text(.balanceWeight, ["number": item.weight.written])))"
              : item.text
          })
      })
  }

  /// One influence a row.
  public func data(_ labels: Labels) -> FigureTable {
    FigureTable(
      header: [labels[.side], labels[.influence], labels[.weight]],
      rows: [left, right].flatMap { side in
        side.items.map { [side.title, $0.text, $0.weight.written] }
      })
  }

  /// The scale with its loads.
  public func drawing(on canvas: Canvas) -> Drawing? {
    BalanceDrawing(self, on: canvas)?.drawing()
  }

  /// Whether any item weighs more or less than the others.
  var isWeighted: Bool { (left.items + right.items).contains { $0.weight.value != 1 } }
}

/// To which side a balance leans.
enum BalanceLean {
  case left
  case right
  case level

  init(_ balance: Balance) {
    self =
      switch balance.tilt {
      case .left: .left
      case .right: .right
      case .level: .level
      case .auto where balance.left.weight == balance.right.weight: .level
      case .auto: balance.left.weight > balance.right.weight ? .left : .right
      }
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
