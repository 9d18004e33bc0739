/// A range of bytes in a source file, `lower` included, `upper` not.
public struct Span: Sendable, Hashable, Comparable {
  /// The offset of the first byte.
  public var lower: Int
  /// The offset after the last byte.
  public var upper: Int

  /// Makes the span from one offset up to another; an `upper` before `lower` counts as empty.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// An empty span at an offset.
  public static func at(_ offset: Int) -> Span { Span(offset, offset) }

  /// How many bytes it covers.
  public var length: Int { upper - lower }

  /// Whether another span lies within this one.
  public func contains(_ other: Span) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span {
    Span(min(lower, other.lower), max(upper, other.upper))
  }

  /// The same length, moved by a number of bytes.
  public func moved(by distance: Int) -> Span { Span(lower + distance, upper + distance) }

  /// Orders by where a span begins, then by where it ends.
  public static func < (left: Span, right: Span) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}
