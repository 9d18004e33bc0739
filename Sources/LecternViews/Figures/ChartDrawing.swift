public import LecternBriefing

extension Chart: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    let sorted = rows.enumerated().sorted { left, right in
      left.element.total == right.element.total
        ? left.offset < right.offset : left.element.total > right.element.total
    }.map(\.element)
    guard let first = sorted.first, let last = sorted.last else { return "" }
    let values = [
      "first": first.label, "firstValue": value(first), "last": last.label,
      "lastValue": value(last),
      "count": labels.number(rows.count),
    ]
    if rows.count == 1 { return labels.text(.chartSingle, values) }
    return labels.text(first.total == last.total ? .chartEqual : .chartSummary, values)
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    guard type == .stacked else {
      return .table(
        header: [labels[.category], labels[.value]], rows: rows.map { [$0.label, value($0)] })
    }
    let names = partNames
    let cells = rows.map { row in
      [row.label]
        + names.map { name in
          row.parts.first { $0.name == name }.map { written($0.number.written) } ?? "–"
        }
    }
    return .table(header: [labels[.category]] + names, rows: cells)
  }

  /// The drawing at a width in design pixels.
  public func drawing(width: Double, labels: Labels, text: LabelText) -> Drawing? {
    ChartDrawing(chart: self, width: width, text: text).drawing()
  }

  /// The names of the parts in the order in which they first come.
  var partNames: [String] {
    var names: [String] = []
    for part in rows.flatMap(\.parts) where !names.contains(part.name) { names.append(part.name) }
    return names
  }

  /// A row's number with its unit.
  func value(_ row: Row) -> String {
    row.parts.count == 1 ? written(row.parts[0].number.written) : written(Self.text(row.total))
  }

  /// A number with the unit: `35%`, `12 days`.
  func written(_ number: String) -> String {
    if unit.isEmpty { return number }
    return unit.first?.isLetter == true ? "\(number) \(unit)" : "\(number)\(unit)"
  }

  /// A sum without digits that no part has.
  private static func text(_ number: Double) -> String {
    let rounded = (number * 1000).rounded() / 1000
    if rounded == rounded.rounded(), rounded.magnitude < 1e15 { return String(Int(rounded)) }
    return String(rounded)
  }
}

/// Draws horizontal bars or dots with their numbers beside them.
private struct ChartDrawing {
  let chart: Chart
  let width: Double
  let text: LabelText

  private let size = 26.0
  private let leading = 31.0

  /// The least length of the longest bar in pixels; less tells nothing.
  private static let leastPlot = 120.0

  func drawing() -> Drawing? {
    let labelWidth = width * 0.36
    let left = labelWidth + 20
    let valueSize = 30.0
    let widest = chart.rows.map { text.width(chart.value($0), valueSize, true) }.max() ?? 0
    let plot = width - left - widest - 28
    guard plot >= Self.leastPlot else { return nil }
    let most = max(chart.rows.map(\.total).max() ?? 0, .leastNonzeroMagnitude)
    var shapes: [Drawing.Shape] = []
    var y = 8.0
    if chart.type == .stacked { shapes += legend(&y) }
    let top = y
    for row in chart.rows {
      let lines = text.lines(row.label, size: size, width: labelWidth)
      let height = max(64, Double(lines.count) * leading + 20)
      let middle = y + height / 2
      shapes.append(
        .text(
          lines, at: .init(0, middle - Double(lines.count - 1) * leading / 2 + size * 0.36),
          size: size, leading: leading, anchor: .start, role: .ink, isBold: false))
      let end = left + plot * row.total / most
      shapes += marks(row, from: left, to: end, middle: middle, plot: plot, most: most)
      shapes.append(
        .text(
          [chart.value(row)],
          at: .init(end + (chart.type == .dot ? 24 : 14), middle + valueSize * 0.36),
          size: valueSize, leading: valueSize, anchor: .start, role: .ink, isBold: true))
      y += height + 12
    }
    shapes.append(
      .line(from: .init(left, top - 4), to: .init(left, y - 8), stroke: .init(.ink, 2)))
    return Drawing(width: width, height: y, shapes: shapes)
  }

  private func marks(
    _ row: Chart.Row, from left: Double, to end: Double, middle: Double, plot: Double, most: Double
  ) -> [Drawing.Shape] {
    switch chart.type {
    case .dot:
      return [
        .line(from: .init(left, middle), to: .init(end, middle), stroke: .init(.line, 2)),
        .circle(centre: .init(end, middle), radius: 12, fill: .accent, stroke: nil),
      ]
    case .bar:
      return [
        .rectangle(
          origin: .init(left, middle - 25), width: max(2, end - left), height: 50, radius: 0,
          fill: .accent,
          stroke: nil)
      ]
    case .stacked:
      var x = left
      return row.parts.flatMap { part -> [Drawing.Shape] in
        let length = plot * part.number.value / most
        defer { x += length }
        let style = Self.styles[
          (chart.partNames.firstIndex(of: part.name) ?? 0) % Self.styles.count]
        var shapes: [Drawing.Shape] = [
          .rectangle(
            origin: .init(x, middle - 25), width: max(2, length), height: 50, radius: 0,
            fill: style.fill, stroke: .init(.accent, 2))
        ]
        if text.width(part.number.written, 24, true) + 12 < length {
          shapes.append(
            .text(
              [part.number.written], at: .init(x + length / 2, middle + 9), size: 24, leading: 24,
              anchor: .middle, role: style.text, isBold: false))
        }
        return shapes
      }
    }
  }

  private static let styles: [(fill: Drawing.Role, text: Drawing.Role)] = [
    (.accent, .paper), (.wash, .ink), (.soft, .paper), (.paper, .ink), (.ink, .paper),
    (.line, .ink),
  ]

  private func legend(_ y: inout Double) -> [Drawing.Shape] {
    var shapes: [Drawing.Shape] = []
    var x = 0.0
    for (index, name) in chart.partNames.enumerated() {
      let length = 40 + text.width(name, 24, true) + 28
      if x > 0, x + length > width {
        x = 0
        y += 40
      }
      shapes.append(
        .rectangle(
          origin: .init(x + 2, y + 2), width: 26, height: 26, radius: 0,
          fill: Self.styles[index % Self.styles.count].fill, stroke: .init(.accent, 2)))
      shapes.append(
        .text(
          [name], at: .init(x + 40, y + 24), size: 24, leading: 24, anchor: .start, role: .ink,
          isBold: false))
      x += length
    }
    y += 56
    return shapes
  }
}
