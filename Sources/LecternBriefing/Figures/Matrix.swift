public import LecternSource
import LecternYAML

/// Who said what about what: counts, marks or words in rows and columns.
///
/// ```matrix
/// rows: [Hilary, Abby]
/// columns: [Targets, Turnover]
/// cells:
///   - [x, ""]
///   - [x, x]
/// ```
public struct Matrix: FigureKind {
  /// The fence word.
  public static let name = "matrix"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = [.matrixSizeWrong]

  /// What heads the rows.
  public let rows: [String]
  /// What heads the columns.
  public let columns: [String]
  /// The cells, a list for each row.
  public let cells: [[Cell]]

  /// What stands in a cell.
  public enum Cell: Sendable, Equatable {
    case empty
    /// An `x`, in the case that the author chose.
    case mark(String)
    case number(FigureNumber)
    case text(String)

    /// What the author wrote.
    public var written: String {
      switch self {
      case .empty: ""
      case .mark(let text), .text(let text): text
      case .number(let number): number.written
      }
    }
  }

  /// The most rows, and the most columns.
  static let mostLines = 40

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Matrix? {
    let rows = body.requiredTexts("rows", in: name, limit: mostLines)?.map(\.text)
    let columns = body.requiredTexts("columns", in: name, limit: mostLines)?.map(\.text)
    let list = body.requiredList("cells", in: name, limit: mostLines, example: "[[x, 2]]")
    guard let rows, let columns, let list else { return nil }
    guard list.count == rows.count else {
      let place = list.count > rows.count ? list[rows.count].span : body.reader.span(of: "cells")
      body.reader.report([
        .matrixSizeWrong(
          "`cells` has \(list.count) \(list.count == 1 ? "row" : "rows"), but `rows` names "
            + "\(rows.count)", "write a list for each row", at: place ?? body.span)
      ])
      return nil
    }
    let cells = zip(rows, list).compactMap { row, value in
      line(value, of: row, columns.count, &body)
    }
    return cells.count == rows.count ? Matrix(rows: rows, columns: columns, cells: cells) : nil
  }

  private static func line(
    _ value: YAMLValue, of row: String, _ count: Int, _ body: inout FigureBody
  ) -> [Cell]? {
    guard let values = value.list else {
      body.reader.wrongType("cells", "a list for each row", value, example: "- [x, 2]")
      return nil
    }
    guard values.count == count else {
      let place = values.count > count ? values[count].span : value.span
      body.reader.report([
        .matrixSizeWrong(
          "the row `\(row)` has \(values.count) \(values.count == 1 ? "cell" : "cells"), but "
            + "`columns` names \(count)", "write a cell for each column, `\"\"` for an empty one",
          at: place)
      ])
      return nil
    }
    let cells = values.compactMap { cell($0, &body) }
    return cells.count == count ? cells : nil
  }

  private static func cell(_ value: YAMLValue, _ body: inout FigureBody) -> Cell? {
    if value.isEmpty { return .empty }
    guard let text = body.reader.text(of: value, named: "cells")?.collapsed else { return nil }
    if text.isEmpty { return .empty }
    if text.lowercased() == "x" { return .mark(text) }
    if let number = Double(text), (0...FigureBody.largest).contains(number),
      text.allSatisfy({ $0.isNumber || $0 == "." })
    {
      return .number(FigureNumber(value: number, written: text))
    }
    return .text(text)
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { rows.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    ["columns \(columns.map(\.debugDescription).joined(separator: ", "))"]
      + zip(rows, cells).map { row, cells in
        "\(row.debugDescription) \(cells.map(\.written.debugDescription).joined(separator: ", "))"
      }
  }
}

extension Diagnostic.Code {
  fileprivate static let matrixSizeWrong = Self(
    "matrix-size-wrong", .error,
    summary: "The cells of a matrix do not agree with its rows and columns.",
    remedy: "Write a list for each row, with a cell for each column.")
}

extension Diagnostic {
  fileprivate static func matrixSizeWrong(_ message: String, _ help: String, at span: Span) -> Self
  {
    Self(.matrixSizeWrong, message, at: span, help: help)
  }
}
