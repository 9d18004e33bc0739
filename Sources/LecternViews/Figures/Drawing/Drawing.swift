/// A picture as a short list of shapes on a canvas; whatever can write these shapes can show every figure.
///
/// The list is closed: a new kind of figure is drawn with what is here, so that it works at once wherever drawings are shown.
/// Colours are roles, text is real text that has been measured, and lengths are pixels from the top left corner.
public struct Drawing: Sendable, Equatable {
  /// The width of the canvas in pixels.
  public var width: Double
  /// The height of the canvas in pixels.
  public var height: Double
  /// The shapes, the first at the back.
  public var shapes: [Shape]

  /// Makes a drawing.
  public init(width: Double, height: Double, shapes: [Shape]) {
    self.width = width
    self.height = height
    self.shapes = shapes
  }

  /// One shape.
  public indirect enum Shape: Sendable, Equatable {
    case line(from: Point, to: Point, stroke: Stroke)
    case path([Segment], fill: Role, stroke: Stroke?)
    case rectangle(Box, radius: Double, fill: Role, stroke: Stroke?)
    case ellipse(Box, fill: Role, stroke: Stroke?)
    case text(Text)
    case group(Group)
  }

  /// A place on the canvas.
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

  /// A stretch of an outline.
  public enum Segment: Sendable, Equatable {
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve to `end`, drawn towards one control point and coming from the other.
    case curve(Point, Point, end: Point)
    case close
  }

  /// How a line is drawn.
  public struct Stroke: Sendable, Equatable {
    /// Its colour.
    public var role: Role
    /// Its width in pixels.
    public var width: Double
    /// Whether it is broken into dashes.
    public var isDashed: Bool

    /// Makes a stroke.
    public init(_ role: Role, _ width: Double, isDashed: Bool = false) {
      self.role = role
      self.width = width
      self.isDashed = isDashed
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

  /// Lines of text that have been measured.
  public struct Text: Sendable, Equatable {
    /// The lines from top to bottom.
    public var lines: [String]
    /// Where the first line stands: the point of its baseline that `anchor` names.
    public var at: Point
    /// The size of the letters in pixels.
    public var size: Double
    /// From baseline to baseline in pixels.
    public var leading: Double
    /// Which end of each line stands at `at`.
    public var anchor: Anchor
    /// Its colour.
    public var role: Role
    /// Whether it is set in bold.
    public var isBold: Bool
    /// The room that the lines take, from the reach of the first line's font to that of the last.
    public var bounds: Box
  }

  /// Which part of a text stands at its place.
  public enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  /// Shapes that come, or move, together.
  public struct Group: Sendable, Equatable {
    /// The shapes, the first at the back.
    public var shapes: [Shape]
    /// Which item of the figure they show, from 0: with `steps`, items come one at a time.
    public var item: Int?
    /// Where the group stands while only so many items have come, from none up to all but the last, as what is added to where
    /// it stands in the end; empty for a group that never moves.
    public var moves: [Move]
    /// What a turn is about.
    public var origin: Point

    /// Makes a group.
    public init(
      _ shapes: [Shape], item: Int? = nil, moves: [Move] = [], origin: Point = Point(0, 0)
    ) {
      self.shapes = shapes
      self.item = item
      self.moves = moves.contains { $0 != .none } ? moves : []
      self.origin = origin
    }
  }

  /// How far something stands from its place.
  public struct Move: Sendable, Equatable {
    /// To the right.
    public var x = 0.0
    /// Downwards.
    public var y = 0.0
    /// Clockwise about the group's origin, in degrees.
    public var turn = 0.0

    /// At its place.
    public static let none = Move()
  }

  /// An upright rectangle.
  public struct Box: Sendable, Equatable {
    /// The left edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    /// Makes a box.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    /// Makes the box around a point.
    init(around centre: Point, radius: Double) {
      self.init(x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius)
    }

    /// The right edge.
    public var right: Double { x + width }
    /// The lower edge.
    public var bottom: Double { y + height }
    /// The middle.
    public var centre: Point { Point(x + width / 2, y + height / 2) }
  }
}
