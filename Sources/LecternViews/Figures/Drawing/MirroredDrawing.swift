extension Drawing {
  /// The same from right to left, as readers of Arabic or Hebrew expect rows and time lines; words stay as they are.
  var mirrored: Drawing {
    var drawing = self
    drawing.shapes = shapes.map { $0.mirrored(in: width) }
    return drawing
  }
}

extension Drawing.Point {
  fileprivate func mirrored(in width: Double) -> Drawing.Point { .init(width - x, y) }
}

extension Drawing.Box {
  fileprivate func mirrored(in canvas: Double) -> Drawing.Box {
    .init(x: canvas - right, y: y, width: width, height: height)
  }
}

extension Drawing.Shape {
  fileprivate func mirrored(in width: Double) -> Drawing.Shape {
    switch self {
    case .line(let from, let to, let stroke):
      return .line(from: from.mirrored(in: width), to: to.mirrored(in: width), stroke: stroke)
    case .path(let segments, let fill, let stroke):
      return .path(segments.map { $0.mirrored(in: width) }, fill: fill, stroke: stroke)
    case .rectangle(let box, let radius, let fill, let stroke):
      return .rectangle(box.mirrored(in: width), radius: radius, fill: fill, stroke: stroke)
    case .ellipse(let box, let fill, let stroke):
      return .ellipse(box.mirrored(in: width), fill: fill, stroke: stroke)
    case .text(var text):
      text.at = text.at.mirrored(in: width)
      text.bounds = text.bounds.mirrored(in: width)
      text.anchor =
        switch text.anchor {
        case .start: .end
        case .middle: .middle
        case .end: .start
        }
      return .text(text)
    case .group(var group):
      group.shapes = group.shapes.map { $0.mirrored(in: width) }
      group.origin = group.origin.mirrored(in: width)
      group.moves = group.moves.map { .init(x: -$0.x, y: $0.y, turn: -$0.turn) }
      return .group(group)
    }
  }
}

extension Drawing.Segment {
  fileprivate func mirrored(in width: Double) -> Drawing.Segment {
    switch self {
    case .move(let point): .move(point.mirrored(in: width))
    case .line(let point): .line(point.mirrored(in: width))
    case .curve(let one, let two, let end):
      .curve(one.mirrored(in: width), two.mirrored(in: width), end: end.mirrored(in: width))
    case .close: .close
    }
  }
}
