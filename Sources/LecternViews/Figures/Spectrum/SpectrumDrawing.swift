import LecternBriefing

/// Draws places between two poles.
struct SpectrumDrawing {
  private let spectrum: Spectrum
  private let canvas: Canvas

  init(_ spectrum: Spectrum, on canvas: Canvas) {
    self.spectrum = spectrum
    self.canvas = canvas
  }

  private var size: Double { canvas.size }
  private var radius: Double { 0.45 * size }

  private func dot(_ centre: Drawing.Point) -> Drawing.Shape {
    .ellipse(
      .init(around: centre, radius: radius), fill: .accent, stroke: .init(.paper, size / 8))
  }

  /// The poles' names with their upper edges at `top`, each at its end.
  private func poles(
    left: Double, right: Double, top: Double
  ) -> (shapes: [Drawing.Shape], height: Double)? {
    let half = (right - left) / 2 - 0.6 * size
    let from = canvas.label(spectrum.from, width: half, isBold: true)
    let to = canvas.label(spectrum.to, width: half, isBold: true)
    guard from.isWhole, to.isWhole else { return nil }
    return (
      [from.text(x: left, top: top), to.text(x: right, top: top, anchor: .end)],
      max(from.height, to.height)
    )
  }

  /// A line between the poles, with a mark at each end.
  private func scale(left: Double, right: Double, y: Double) -> [Drawing.Shape] {
    let tick = 0.5 * size
    let stroke = Drawing.Stroke(.ink, size / 6)
    return [
      .line(from: .init(left, y), to: .init(right, y), stroke: stroke),
      .line(from: .init(left, y - tick), to: .init(left, y + tick), stroke: stroke),
      .line(from: .init(right, y - tick), to: .init(right, y + tick), stroke: stroke),
    ]
  }

  // MARK: One line

  /// The most points on one line.
  private static let mostOnLine = 8

  /// All points on one line, their labels above and below in turn; nil when labels would meet or a word would have to be cut.
  func oneLine() -> Drawing? {
    guard spectrum.points.count <= Self.mostOnLine else { return nil }
    let from = canvas.label(spectrum.from, width: canvas.width * 0.2, isBold: true)
    let to = canvas.label(spectrum.to, width: canvas.width * 0.2, isBold: true)
    guard from.isWhole, to.isWhole else { return nil }
    let left = from.width + 0.8 * size
    let right = canvas.width - to.width - 0.8 * size
    var rows = [LabelRow(gap: 0.8 * size), LabelRow(gap: 0.8 * size)]
    let order = spectrum.points.indices.sorted { one, other in
      let (a, b) = (spectrum.points[one].at.value, spectrum.points[other].at.value)
      return a == b ? one < other : a < b
    }
    for index in order {
      let point = spectrum.points[index]
      let label = canvas.label(point.what, width: (right - left) * 0.36)
      guard label.isWhole else { return nil }
      let x = left + (right - left) * point.at.value
      let row = rows[0].end <= rows[1].end ? 0 : 1
      guard
        rows[row].add(label, index, at: x, within: left...right)
          || rows[1 - row].add(label, index, at: x, within: left...right)
      else { return nil }
    }
    let stem = 1.0 * size
    let poles = max(from.height, to.height) / 2
    let y = max(poles, rows[0].places.isEmpty ? 0 : rows[0].height + stem)
    var shapes = scale(left: left, right: right, y: y)
    shapes.append(from.text(x: left - 0.8 * size, middle: y, anchor: .end))
    shapes.append(to.text(x: right + 0.8 * size, middle: y))
    for (isAbove, row) in zip([true, false], rows) {
      for place in row.places {
        let near = isAbove ? y - stem + 0.1 * size : y + stem - 0.1 * size
        let top = isAbove ? y - stem - place.label.height : y + stem
        shapes.append(
          .group(
            .init(
              [
                .line(
                  from: .init(place.x, y), to: .init(place.x, near), stroke: .init(.ink, size / 12)),
                dot(.init(place.x, y)),
                place.label.text(x: place.middle, top: top, anchor: .middle),
              ], item: place.item)))
      }
    }
    let below = max(poles, rows[1].places.isEmpty ? 0.6 * size : stem + rows[1].height)
    return Drawing(width: canvas.width, height: y + below, shapes: shapes)
  }

  /// Labels on one side of the line, from left to right.
  private struct LabelRow {
    let gap: Double
    private(set) var places: [Place] = []
    /// Where the last label ends.
    private(set) var end = -Double.infinity

    struct Place {
      var item: Int
      var x: Double
      var middle: Double
      var label: SetLabel
    }

    init(gap: Double) {
      self.gap = gap
    }

    var height: Double { places.map(\.label.height).max() ?? 0 }

    /// Adds a label near its point, unless it would meet the one before it.
    mutating func add(
      _ label: SetLabel, _ item: Int, at x: Double, within room: ClosedRange<Double>
    ) -> Bool {
      let half = label.width / 2
      let least = max(room.lowerBound + half, end + gap + half)
      let middle = min(max(x, least), room.upperBound - half)
      // The stem must still lead to the label.
      guard middle >= least, abs(middle - x) <= max(0, half - 4) else { return false }
      places.append(Place(item: item, x: x, middle: middle, label: label))
      end = middle + half
      return true
    }
  }

  // MARK: A line each

  /// Each point on a line of its own below the poles, with its label beside it; nil when a word would have to be cut.
  func tracks() -> Drawing? {
    let labels = spectrum.points.map { canvas.label($0.what, width: canvas.width * 0.4) }
    guard labels.allSatisfy(\.isWhole) else { return nil }
    let left = (labels.map(\.width).max() ?? 0) + size
    let right = canvas.width - radius - size / 8
    guard right - left >= 6 * size, let poles = poles(left: left, right: right, top: 0)
    else { return nil }
    var top = poles.height + 0.3 * size
    let start = top
    var shapes: [Drawing.Shape] = []
    for (index, label) in labels.enumerated() {
      let height = max(label.height, 2 * radius) + canvas.space(0.4, tight: 0.1)
      let y = top + height / 2
      let x = left + (right - left) * spectrum.points[index].at.value
      shapes.append(
        .group(
          .init(
            [
              .line(
                from: .init(left, y), to: .init(right, y), stroke: .init(.line, size / 12)),
              dot(.init(x, y)), label.text(x: left - size, middle: y, anchor: .end),
            ], item: index)))
      top += height
    }
    let stroke = Drawing.Stroke(.ink, size / 8)
    shapes =
      [left, right].map { x in
        .line(from: .init(x, start), to: .init(x, top), stroke: stroke)
      } + shapes
    return Drawing(width: canvas.width, height: top + size / 12, shapes: poles.shapes + shapes)
  }
}
