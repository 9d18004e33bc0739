public import LecternSource
import LecternYAML

/// How much of what: labelled bars or dots, with the numbers written on them.
///
/// ```chart
/// unit: "%"
/// data:
///   Self-care: 25
///   Education: 14
/// ```
public struct Chart: FigureKind {
  /// The fence word.
  public static let name = "chart"
  /// The problems that only this kind can have.
  public static let codes: [Diagnostic.Code] = [
    .chartWithoutData, .chartOverHundred, .chartUnitsDiffer,
  ]

  /// How it is drawn.
  public let type: Kind
  /// What is measured, in the author's order.
  public let rows: [Row]
  /// What stands behind each number; empty for none.
  public let unit: String

  /// How a chart is drawn.
  public enum Kind: String, Sendable, CaseIterable {
    case bar
    case stacked
    case dot
  }

  /// One label and its number, or its parts.
  public struct Row: Sendable, Equatable {
    /// What is measured.
    public var label: String
    /// The parts; one without a name unless the chart is stacked.
    public var parts: [Part]
    /// The parts together.
    public var total: Double { parts.reduce(0) { $0 + $1.number.value } }
  }

  /// One part of a bar.
  public struct Part: Sendable, Equatable {
    /// Its name; empty in a chart that is not stacked.
    public var name: String
    /// Its number; as written it has a unit of its own where the chart's units differ.
    public var number: FigureNumber
  }

  /// The most bars or dots.
  static let mostRows = 60

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Chart? {
    let type = body.reader.choice("type", of: Kind.self) ?? .bar
    let unit = body.reader.text("unit")?.collapsed
    guard let data = body.reader.value("data") else {
      body.reader.report([.chartWithoutData(at: body.reader.span(of: "data") ?? body.span)])
      return nil
    }
    guard let entries = data.entries else {
      body.reader.wrongType(
        "data", "a mapping of labels to numbers", data, example: "data: {Self-care: 25}")
      return nil
    }
    guard entries.count <= mostRows else {
      body.reader.report([.figureTooLarge(entries.count, limit: mostRows, at: data.span)])
      return nil
    }
    guard !entries.isEmpty else {
      body.reader.report([.chartWithoutData(at: data.span)])
      return nil
    }
    var reader = ChartReader(type: type)
    let rows = entries.compactMap { reader.row($0, &body) }
    guard rows.count == entries.count else { return nil }
    return reader.chart(rows, unit: unit, at: body.reader.span(of: "data") ?? data.span, &body)
  }

  /// The number of things that can come one at a time.
  public var itemCount: Int { rows.count }

  /// What it holds, a line for each thing.
  public var dump: [String] {
    ["\(type.rawValue) in \(unit.debugDescription)"]
      + rows.map { row in
        let parts = row.parts.map { part in
          part.name.isEmpty
            ? part.number.written : "\(part.name.debugDescription) \(part.number.written)"
        }
        return "\(row.label.debugDescription) \(parts.joined(separator: ", "))"
      }
  }
}

extension Diagnostic.Code {
  fileprivate static let chartWithoutData = Self(
    "chart-without-data", .error,
    summary: "A chart has no numbers.",
    remedy: "List labels and numbers below `data:`.")
}

extension Diagnostic {
  fileprivate static func chartWithoutData(at span: Span) -> Self {
    Self(
      .chartWithoutData, "the chart has no numbers", at: span,
      help: "write `data:` and below it lines such as `  Self-care: 25`")
  }
}
