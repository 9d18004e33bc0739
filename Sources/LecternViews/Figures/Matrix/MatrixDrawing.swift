import LecternBriefing

/// Draws rows and columns: marks as dots, numbers on grounds that are stronger the higher they are, words as they are.
struct MatrixDrawing {
  private let matrix: Matrix
  private let canvas: Canvas
  private let rows: [SetLabel]
  private let columns: [SetLabel]
  private let cells: [[SetLabel?]]
  /// Where the first column begins.
  private let left: Double
  private let columnWidth: Double

  /// Sets the labels; nil when a word would have to be cut.
  init?(_ matrix: Matrix, on canvas: Canvas) {
    self.matrix = matrix
    self.canvas = canvas
    let size = canvas.size
    rows = matrix.rows.map { canvas.label($0, width: canvas.width * 0.32) }
    left = (rows.map(\.width).max() ?? 0) + 0.8 * size
    let share = (canvas.width - left) / Double(matrix.columns.count)
    let inner = share - 0.5 * size
    guard inner > 0 else { return nil }
    columns = matrix.columns.map { canvas.label($0, width: inner, isBold: true) }
    cells = matrix.cells.map { row in
      row.map { cell in
        switch cell {
        case .empty, .mark: nil
        case .number(let number): canvas.label(number.written, width: inner)
        case .text(let text): canvas.label(text, width: inner)
        }
      }
    }
    guard (rows + columns + cells.joined().compactMap(\.self)).allSatisfy(\.isWhole) else {
      return nil
    }
    // Short columns stand close together, where the eye can compare them.
    let widest = (columns + cells.joined().compactMap(\.self)).map(\.width).max() ?? 0
    columnWidth = min(share, max(widest + size, 5 * size))
  }

  private var size: Double { canvas.size }

  private var highest: Double {
    matrix.cells.joined().map { cell in
      if case .number(let number) = cell { number.value } else { 0 }
    }.max() ?? 0
  }

  func drawing() -> Drawing {
    let head = columns.map(\.height).max() ?? 0
    let right = left + columnWidth * Double(columns.count)
    var shapes = columns.enumerated().map { index, label in
      label.text(x: middle(index), top: head - label.height, anchor: .middle)
    }
    var top = head + 0.3 * size
    shapes.append(rule(top, to: right, .init(.ink, size / 12)))
    for (index, label) in rows.enumerated() {
      let tallest = cells[index].compactMap { $0?.height }.max() ?? 0
      let height = max(label.height, tallest, size) + canvas.space(0.8, tight: 0.3)
      var row = [label.text(x: 0, middle: top + height / 2)]
      for column in columns.indices {
        row += mark(
          matrix.cells[index][column], cells[index][column],
          .init(
            x: left + Double(column) * columnWidth, y: top, width: columnWidth, height: height))
      }
      top += height
      row.append(rule(top, to: right, .init(.line, size / 20)))
      shapes.append(.group(.init(row, item: index)))
    }
    return Drawing(width: canvas.width, height: top + size / 12, shapes: shapes)
  }

  private func middle(_ column: Int) -> Double { left + (Double(column) + 0.5) * columnWidth }

  private func rule(_ y: Double, to right: Double, _ stroke: Drawing.Stroke) -> Drawing.Shape {
    .line(from: .init(0, y), to: .init(right, y), stroke: stroke)
  }

  private func mark(
    _ cell: Matrix.Cell, _ label: SetLabel?, _ box: Drawing.Box
  ) -> [Drawing.Shape] {
    switch cell {
    case .empty: return []
    case .mark:
      return [
        .ellipse(.init(around: box.centre, radius: 0.4 * size), fill: .accent, stroke: nil)
      ]
    case .number(let number):
      let ground = ground(number.value)
      let inset = 0.1 * size
      let inner = Drawing.Box(
        x: box.x + inset, y: box.y + inset, width: box.width - 2 * inset,
        height: box.height - 2 * inset)
      let text = label?.text(
        x: box.centre.x, middle: box.centre.y, anchor: .middle,
        role: ground == .accent ? .paper : .ink)
      guard ground != .none else { return text.map { [$0] } ?? [] }
      return [
        .group(
          .init(
            [.rectangle(inner, radius: size / 6, fill: ground, stroke: nil)]
              + (text.map { [$0] } ?? [])))
      ]
    case .text:
      return label.map { [$0.text(x: box.centre.x, middle: box.centre.y, anchor: .middle)] } ?? []
    }
  }

  /// Nothing for none, a light ground up to half of the highest number, a strong one above.
  private func ground(_ value: Double) -> Drawing.Role {
    if value == 0 { return .none }
    return value > highest / 2 ? .accent : .wash
  }
}
