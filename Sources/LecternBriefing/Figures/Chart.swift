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
  public static let codes: [Diagnostic.Code] = [.chartWithoutData]

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
    /// Its number.
    public var number: FigureNumber
  }

  /// The most bars or dots.
  static let mostRows = 60

  /// Reads the body; nil when it cannot be drawn.
  public static func read(_ body: inout FigureBody) -> Chart? {
    let type =
      body.reader.choice("type", of: Kind.allCases.map(\.rawValue)).flatMap(Kind.init) ?? .bar
    let unit = body.reader.text("unit") ?? ""
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
    let rows = entries.compactMap { entry in row(entry, type, &body) }
    guard !entries.isEmpty else {
      body.reader.report([.chartWithoutData(at: data.span)])
      return nil
    }
    return rows.count == entries.count ? Chart(type: type, rows: rows, unit: unit) : nil
  }

  private static func row(
    _ entry: (key: YAMLValue, value: YAMLValue), _ type: Kind, _ body: inout FigureBody
  ) -> Row? {
    guard let label = body.reader.text(of: entry.key, named: "data")?.collapsed else { return nil }
    guard type == .stacked else {
      return body.number(entry.value, named: label).map {
        Row(label: label, parts: [Part(name: "", number: $0)])
      }
    }
    guard let parts = entry.value.entries, !parts.isEmpty else {
      body.reader.wrongType(
        label, "a mapping of parts to numbers", entry.value, example: "\(label): {yes: 12, no: 8}")
      return nil
    }
    let read = parts.compactMap { part -> Part? in
      guard let name = body.reader.text(of: part.key, named: label)?.collapsed,
        let number = body.number(part.value, named: name)
      else { return nil }
      return Part(name: name, number: number)
    }
    return read.count == parts.count ? Row(label: label, parts: read) : nil
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
