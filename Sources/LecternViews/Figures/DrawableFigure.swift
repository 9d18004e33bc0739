public import LecternBriefing

/// A figure as everybody can have it: a drawing, a sentence or two, lists or a table, and data.
public protocol DrawableFigure: FigureKind {
  /// What it says in a sentence or two.
  func summary(_ labels: Labels) -> String
  /// The same content without the drawing.
  func content(_ labels: Labels) -> FigureContent
  /// The same content for a spreadsheet: one thing a row, numbers without their unit.
  func data(_ labels: Labels) -> FigureTable
  /// The drawing, or nil when its words cannot be set in this room without being cut.
  ///
  /// A drawing that comes out higher than the canvas is not used either.
  func drawing(on canvas: Canvas) -> Drawing?
  /// Whether it begins on the right where text does.
  var followsReading: Bool { get }
}

extension DrawableFigure {
  /// Most do; what is on the left by its author's word stays there.
  public var followsReading: Bool { true }
}
