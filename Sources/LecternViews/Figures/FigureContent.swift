/// What a figure says, as lists or a table.
public enum FigureContent: Sendable, Equatable {
  case lists([FigureList])
  case table(FigureTable)
}

/// Items under a title.
public struct FigureList: Sendable, Equatable {
  /// What the items are.
  public var title: String
  /// The items in order.
  public var items: [String]

  /// Makes a list.
  public init(title: String, items: [String]) {
    self.title = title
    self.items = items
  }
}

/// Rows whose first cell heads the row, below a row of headers.
public struct FigureTable: Sendable, Equatable {
  /// The headers of the columns; the first is empty when nothing heads the rows' names.
  public var header: [String]
  /// The rows from top to bottom.
  public var rows: [[String]]

  /// Makes a table.
  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Whether a column holds numbers and nothing else, and is set to the right.
  public func isNumeric(_ column: Int) -> Bool {
    guard column > 0 else { return false }
    let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
    return cells.contains { !$0.isEmpty }
      && cells.allSatisfy { $0.isEmpty || $0.first?.isNumber == true || $0 == "–" }
  }
}
