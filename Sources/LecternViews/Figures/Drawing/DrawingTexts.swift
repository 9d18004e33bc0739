extension Drawing {
  /// Every text, inside groups too, in the order in which they are drawn.
  public var texts: [Text] { shapes.flatMap(\.texts) }

  /// The size of the smallest text in pixels; nil without any.
  public var smallestText: Double? { texts.map(\.size).min() }
}

extension Drawing.Shape {
  /// The text, or those of a group.
  fileprivate var texts: [Drawing.Text] {
    switch self {
    case .text(let text): [text]
    case .group(let group): group.shapes.flatMap(\.texts)
    case .line, .path, .rectangle, .ellipse: []
    }
  }
}
