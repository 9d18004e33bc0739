/// How the parts of stacked bars are told apart: by ground and hatching, so that colour is never all there is.
struct PartStyle {
  let fill: Drawing.Role
  let ink: Drawing.Role
  let hatching: Hatching?

  /// Lines across a ground.
  enum Hatching {
    case rising
    case falling
    case level
    case crossed
  }

  /// The style of a part by its number from 0.
  static func of(_ part: Int) -> PartStyle { all[part] }

  /// How many parts can be told apart.
  static var count: Int { all.count }

  private static let all = [
    PartStyle(fill: .accent, ink: .paper, hatching: nil),
    PartStyle(fill: .wash, ink: .ink, hatching: nil),
    PartStyle(fill: .paper, ink: .ink, hatching: .rising),
    PartStyle(fill: .paper, ink: .ink, hatching: .falling),
    PartStyle(fill: .paper, ink: .ink, hatching: .level),
    PartStyle(fill: .paper, ink: .ink, hatching: .crossed),
  ]

  /// A box in this style.
  func shapes(_ box: Drawing.Box, size: Double) -> [Drawing.Shape] {
    let edge = Drawing.Stroke(.accent, size / 12)
    var shapes: [Drawing.Shape] = [.rectangle(box, radius: 0, fill: fill, stroke: edge)]
    let lines = hatching.map { Self.lines($0, in: box, every: size * 0.42) } ?? []
    if !lines.isEmpty {
      shapes.append(.path(lines, fill: .none, stroke: .init(.accent, size / 14)))
    }
    return shapes
  }

  private static func lines(
    _ hatching: Hatching, in box: Drawing.Box, every step: Double
  ) -> [Drawing.Segment] {
    switch hatching {
    case .level:
      return stride(from: box.y + step / 2, to: box.bottom, by: step).flatMap { y in
        [.move(.init(box.x, y)), .line(.init(box.right, y))]
      }
    case .rising: return slanted(box, step, isRising: true)
    case .falling: return slanted(box, step, isRising: false)
    case .crossed: return slanted(box, step, isRising: true) + slanted(box, step, isRising: false)
    }
  }

  /// Lines at 45 degrees, cut off at the edges of the box.
  private static func slanted(
    _ box: Drawing.Box, _ step: Double, isRising: Bool
  ) -> [Drawing.Segment] {
    let reach = box.width + box.height
    return stride(from: step / 2, to: reach, by: step * 1.4).flatMap { along -> [Drawing.Segment] in
      // From the left edge, or beyond the corner from the lower one, to the upper edge or the right one.
      let from = Drawing.Point(
        box.x + max(0, along - box.height), box.y + min(along, box.height))
      let to = Drawing.Point(box.x + min(along, box.width), box.y + max(0, along - box.width))
      let flip = { (point: Drawing.Point) in
        isRising ? point : Drawing.Point(box.x + box.right - point.x, point.y)
      }
      return [.move(flip(from)), .line(flip(to))]
    }
  }
}
