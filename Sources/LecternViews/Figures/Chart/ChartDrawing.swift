import LecternBriefing

/// Draws horizontal bars or dots with their numbers on them; the only axis is the line that they begin at.
struct ChartDrawing {
  private let chart: Chart
  private let canvas: Canvas
  private let partNames: [String]

  init(_ chart: Chart, on canvas: Canvas) {
    self.chart = chart
    self.canvas = canvas
    partNames = chart.type == .stacked ? chart.partNames : []
  }

  private var size: Double { canvas.size }
  /// The least length of the longest bar as a multiple of the text's size; less tells nothing.
  private static let leastPlot = 4.5

  /// A row with its words set.
  private struct Row {
    var row: Chart.Row
    var label: SetLabel
    var total: SetLabel
    /// The parts too short to hold their number.
    var rest: SetLabel?
  }

  func drawing() -> Drawing? {
    guard partNames.count <= PartStyle.count else { return nil }
    let labels = chart.rows.map { canvas.label($0.label, width: canvas.width * 0.4) }
    guard labels.allSatisfy(\.isWhole) else { return nil }
    let left = (labels.map(\.width).max() ?? 0) + 0.7 * size
    guard let (rows, plot) = fitted(labels, left: left) else { return nil }
    var shapes: [Drawing.Shape] = []
    var top = size / 12
    if chart.type == .stacked {
      guard let legend = legend(top: &top) else { return nil }
      shapes += legend
    }
    let start = top
    let most = max(chart.rows.map(\.total).max() ?? 0, .leastNonzeroMagnitude)
    for (index, row) in rows.enumerated() {
      let height = max(row.label.height, thickness) + canvas.space(0.7, tight: 0.2)
      let middle = top + height / 2
      var marks = [row.label.text(x: left - 0.7 * size, middle: middle, anchor: .end)]
      let end = left + plot * row.row.total / most
      marks += self.marks(row.row, left: left, end: end, middle: middle, scale: plot / most)
      let beside = end + (chart.type == .dot ? 0.85 : 0.5) * size
      marks.append(row.total.text(x: beside, middle: middle))
      if let rest = row.rest {
        marks.append(rest.text(x: beside + row.total.width + 0.5 * size, middle: middle))
      }
      shapes.append(.group(.init(marks, item: index)))
      top += height
    }
    shapes.append(
      .line(from: .init(left, start), to: .init(left, top), stroke: .init(.ink, size / 12)))
    return Drawing(width: canvas.width, height: top + size / 12, shapes: shapes)
  }

  private var thickness: Double { canvas.space(1.6, tight: 1.3) }

  // MARK: Numbers

  /// The rows with their numbers set, and the length of the longest bar; nil when too little is left for it.
  private func fitted(
    _ labels: [SetLabel], left: Double
  ) -> (rows: [Row], plot: Double)? {
    var rows = zip(chart.rows, labels).map { row, label in
      Row(row: row, label: label, total: canvas.label(chart.value(row), isBold: true, scale: 1.1))
    }
    let most = max(chart.rows.map(\.total).max() ?? 0, .leastNonzeroMagnitude)
    var plot = 0.0
    // Numbers that find no room in their part take room from the bars, which then may hold fewer.
    for _ in 0..<Self.mostRounds {
      let rooms = rows.map { row in
        let beside = row.total.width + (row.rest.map { $0.width + 0.5 * size } ?? 0) + 0.9 * size
        return (canvas.width - left - beside) / max(row.row.total / most, 0.001)
      }
      let next = rooms.min() ?? 0
      guard next >= Self.leastPlot * size else { return nil }
      if next == plot { return (rows, plot) }
      plot = next
      for index in rows.indices {
        let short = rows[index].row.parts.filter { part in
          chart.type == .stacked && part.number.value > 0
            && !holdsNumber(part, scale: plot / most)
        }
        // What once stood beside a bar stays there, so that this ends.
        let words = short.map { "\($0.name) \($0.number.written)" }.joined(separator: ", ")
        if !words.isEmpty { rows[index].rest = canvas.label(words) }
      }
    }
    return nil
  }

  /// How often room is shared out anew between bars and what stands beside them.
  private static let mostRounds = 12

  private func number(_ part: Chart.Part) -> SetLabel { canvas.label(part.number.written) }

  private func holdsNumber(_ part: Chart.Part, scale: Double) -> Bool {
    number(part).width + 0.5 * size <= part.number.value * scale
  }

  // MARK: Marks

  private func marks(
    _ row: Chart.Row, left: Double, end: Double, middle: Double, scale: Double
  ) -> [Drawing.Shape] {
    switch chart.type {
    case .dot:
      return [
        .line(
          from: .init(left, middle), to: .init(end, middle), stroke: .init(.soft, size / 12)),
        .ellipse(
          .init(around: .init(end, middle), radius: 0.45 * size), fill: .accent, stroke: nil),
      ]
    case .bar:
      return [
        .rectangle(
          .init(
            x: left, y: middle - thickness / 2, width: max(size / 12, end - left),
            height: thickness), radius: 0, fill: .accent, stroke: nil)
      ]
    case .stacked:
      var x = left
      return row.parts.flatMap { part -> [Drawing.Shape] in
        let length = part.number.value * scale
        defer { x += length }
        guard length > 0 else { return [] }
        return segment(
          part, .init(x: x, y: middle - thickness / 2, width: length, height: thickness),
          scale: scale)
      }
    }
  }

  private func segment(
    _ part: Chart.Part, _ box: Drawing.Box, scale: Double
  ) -> [Drawing.Shape] {
    let style = PartStyle.of(partNames.firstIndex(of: part.name) ?? 0)
    var shapes = style.shapes(box, size: size)
    guard holdsNumber(part, scale: scale) else { return shapes }
    let number = number(part)
    if style.hatching != nil {
      // Lines behind a number would be read with it.
      let width = number.width + 0.3 * size
      shapes.append(
        .rectangle(
          .init(
            x: box.centre.x - width / 2, y: box.y + size / 12, width: width,
            height: box.height - size / 6), radius: 0, fill: style.fill, stroke: nil))
    }
    shapes.append(
      number.text(x: box.centre.x, middle: box.centre.y, anchor: .middle, role: style.ink))
    return [.group(.init(shapes))]
  }

  // MARK: Key

  /// The names of the parts with their styles, above the bars; nil when a name would have to be cut.
  private func legend(top: inout Double) -> [Drawing.Shape]? {
    var shapes: [Drawing.Shape] = []
    let swatch = size
    var x = 0.0
    var height = 0.0
    for (index, name) in partNames.enumerated() {
      let label = canvas.label(name, width: canvas.width - 1.5 * swatch)
      guard label.isWhole else { return nil }
      let length = 1.5 * swatch + label.width
      if x > 0, x + length > canvas.width {
        x = 0
        top += height + 0.2 * size
        height = 0
      }
      shapes += PartStyle.of(index).shapes(
        .init(x: x + size / 12, y: top + 0.12 * size, width: swatch, height: swatch), size: size)
      shapes.append(label.text(x: x + 1.5 * swatch, top: top))
      x += length + 1.2 * size
      height = max(height, label.height)
    }
    top += height + canvas.space(0.7, tight: 0.4)
    return shapes
  }
}
