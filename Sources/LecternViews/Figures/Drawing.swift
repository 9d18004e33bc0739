/// A picture as a short list of shapes on a canvas; whatever can write these can show every figure.
public struct Drawing: Sendable, Equatable {
  /// The width of the canvas in design pixels.
  public var width: Double
  /// The height of the canvas in design pixels.
  public var height: Double
  /// The shapes, the first at the back.
  public var shapes: [Shape]

  /// The size of the smallest text, in design pixels; nil without any.
  public var smallestText: Double? {
    shapes.compactMap { shape in
      if case .text(_, _, let size, _, _, _, _) = shape { size } else { nil }
    }.min()
  }

  /// One shape.
  public enum Shape: Sendable, Equatable {
    case line(from: Point, to: Point, stroke: Stroke)
    /// Straight lines from point to point, closed.
    case polygon([Point], fill: Role, stroke: Stroke?)
    case rectangle(
      origin: Point, width: Double, height: Double, radius: Double, fill: Role, stroke: Stroke?)
    case circle(centre: Point, radius: Double, fill: Role, stroke: Stroke?)
    /// Lines of text, the first with its baseline at `at`.
    case text(
      [String], at: Point, size: Double, leading: Double, anchor: Anchor, role: Role, isBold: Bool)
  }

  /// A place on the canvas, from its top left corner.
  public struct Point: Sendable, Equatable {
    /// The distance from the left.
    public var x: Double
    /// The distance from the top.
    public var y: Double

    /// Makes a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// How a line is drawn.
  public struct Stroke: Sendable, Equatable {
    /// Its colour.
    public var role: Role
    /// Its width in design pixels.
    public var width: Double

    /// Makes a stroke.
    public init(_ role: Role, _ width: Double) {
      self.role = role
      self.width = width
    }
  }

  /// A colour by what it is for; the theme says which.
  public enum Role: String, Sendable {
    case ink
    case soft
    case accent
    case wash
    case paper
    case line
    case none
  }

  /// Which part of a text stands at its place.
  public enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }
}
