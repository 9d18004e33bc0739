import LecternBriefing

/// Draws events along one line, evenly spaced, since their times are words.
struct TimelineDrawing {
  private let timeline: Timeline
  private let canvas: Canvas

  init(_ timeline: Timeline, on canvas: Canvas) {
    self.timeline = timeline
    self.canvas = canvas
  }

  private var size: Double { canvas.size }
  private var stroke: Drawing.Stroke { .init(.ink, size / 6) }
  private var radius: Double { 0.4 * size }

  /// The most events that stand side by side.
  private static let mostAcross = 7

  // MARK: Across

  /// From left to right: times above the line and what happened below it, or with labels on alternate sides where that lets
  /// them be wider; nil when a word would have to be cut.
  func across() -> Drawing? {
    guard timeline.events.count <= Self.mostAcross else { return nil }
    return oneSided() ?? alternating()
  }

  /// An event with its words set.
  private struct Event {
    var x: Double
    var when: SetLabel
    var what: SetLabel
    var height: Double { when.height + what.height }
  }

  private func oneSided() -> Drawing? {
    let count = Double(timeline.events.count)
    let column = canvas.width / count
    guard
      let events = events(from: column / 2, column: column, width: column - 0.8 * size),
      events.allSatisfy({ $0.what.lines.count <= Self.mostLines })
    else { return nil }
    let above = events.map(\.when.height).max() ?? 0
    let line = above + 0.5 * size + radius
    let shapes = events.enumerated().map { index, event -> Drawing.Shape in
      .group(
        .init(
          [
            dot(event.x, line),
            event.when.text(
              x: event.x, top: line - radius - 0.5 * size - event.when.height, anchor: .middle,
              role: .accent),
            event.what.text(x: event.x, top: line + radius + 0.35 * size, anchor: .middle),
          ], item: index))
    }
    let below = events.map(\.what.height).max() ?? 0
    return Drawing(
      width: canvas.width, height: line + radius + 0.35 * size + below,
      shapes: [rule(line)] + shapes)
  }

  /// The most lines that what happened may take before labels go to alternate sides.
  private static let mostLines = 4

  private func alternating() -> Drawing? {
    let count = Double(timeline.events.count)
    // Half a label is left at each end, and the next label on the same side is two columns away.
    let space = 0.8 * size
    let end = (canvas.width - space / 2 * (count - 1)) / (count + 1)
    let column = end + space / 2
    guard count > 1, let events = events(from: end, column: column, width: 2 * end) else {
      return nil
    }
    let stem = 0.9 * size
    let tallest = { (parity: Int) in
      events.enumerated().filter { $0.offset % 2 == parity }.map(\.element.height).max() ?? 0
    }
    let line = tallest(0) + stem
    let shapes = events.enumerated().map { index, event -> Drawing.Shape in
      let isAbove = index % 2 == 0
      let top = isAbove ? line - stem - event.height : line + stem
      let end = isAbove ? line - stem + 0.15 * size : line + stem - 0.15 * size
      return .group(
        .init(
          [
            .line(
              from: .init(event.x, line), to: .init(event.x, end),
              stroke: .init(.ink, size / 12)),
            dot(event.x, line),
            event.when.text(x: event.x, top: top, anchor: .middle, role: .accent),
            event.what.text(x: event.x, top: top + event.when.height, anchor: .middle),
          ], item: index))
    }
    return Drawing(
      width: canvas.width, height: line + stem + tallest(1), shapes: [rule(line)] + shapes)
  }

  private func events(from start: Double, column: Double, width: Double) -> [Event]? {
    let events = timeline.events.enumerated().map { index, event in
      Event(
        x: start + column * Double(index),
        when: canvas.label(event.when, width: width, isBold: true),
        what: canvas.label(event.what, width: width))
    }
    return events.allSatisfy { $0.when.isWhole && $0.what.isWhole } ? events : nil
  }

  private func rule(_ y: Double) -> Drawing.Shape {
    let inset = stroke.width / 2
    return .line(from: .init(inset, y), to: .init(canvas.width - inset, y), stroke: stroke)
  }

  private func dot(_ x: Double, _ y: Double) -> Drawing.Shape {
    .ellipse(
      .init(around: .init(x, y), radius: radius), fill: .accent, stroke: .init(.paper, size / 8))
  }

  // MARK: Down

  /// From top to bottom: times on one side of the line, what happened on the other; nil when a word would have to be cut.
  func down() -> Drawing? {
    let times = timeline.events.map {
      canvas.label($0.when, width: canvas.width * 0.3, isBold: true)
    }
    let side = times.map(\.width).max() ?? 0
    let x = side + 1.1 * size
    let left = x + 1.1 * size
    let words = timeline.events.map { canvas.label($0.what, width: canvas.width - left) }
    guard (times + words).allSatisfy(\.isWhole) else { return nil }
    var top = 0.0
    var shapes: [Drawing.Shape] = []
    var middles: [Double] = []
    for (index, (when, what)) in zip(times, words).enumerated() {
      // The first lines of both stand beside the dot.
      let middle = top + when.height / Double(when.lines.count) / 2
      middles.append(middle)
      shapes.append(
        .group(
          .init(
            [
              dot(x, middle), when.text(x: side, top: top, anchor: .end, role: .accent),
              what.text(x: left, top: top),
            ], item: index)))
      top += max(when.height, what.height) + canvas.space(0.55, tight: 0.15)
    }
    let bottom = top - canvas.space(0.55, tight: 0.15)
    let line = Drawing.Shape.line(
      from: .init(x, middles.first ?? 0), to: .init(x, middles.last ?? 0), stroke: stroke)
    return Drawing(width: canvas.width, height: bottom, shapes: [line] + shapes)
  }
}
