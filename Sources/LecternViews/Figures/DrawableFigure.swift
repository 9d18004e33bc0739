public import LecternBriefing

/// A figure as everybody can have it: a drawing, a sentence or two, and lists or a table.
public protocol DrawableFigure: FigureKind {
  /// What it says in a sentence or two.
  func summary(_ labels: Labels) -> String
  /// The same content without the drawing.
  func content(_ labels: Labels) -> FigureContent
  /// The drawing, or nil when it cannot be drawn legibly at this width in pixels.
  func drawing(width: Double, labels: Labels, text: LabelText) -> Drawing?
}

/// What a figure says, as lists or a table.
public enum FigureContent: Sendable, Equatable {
  /// Lists, each with a title.
  case lists([(title: String, items: [String])])
  /// A table: the header cells, then rows whose first cell heads the row.
  case table(header: [String], rows: [[String]])

  /// Whether both say the same.
  public static func == (left: FigureContent, right: FigureContent) -> Bool {
    switch (left, right) {
    case (.lists(let a), .lists(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.title == $1.title && $0.items == $1.items }
    case (.table(let a, let b), .table(let c, let d)): a == c && b == d
    default: false
    }
  }
}
