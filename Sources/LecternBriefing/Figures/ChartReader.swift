import LecternSource
import LecternYAML

/// Reads the numbers of a chart, with the units that may stand behind them.
struct ChartReader {
  let type: Chart.Kind
  /// What stands behind each number, in the order of reading.
  private var units: [(unit: String, span: Span)] = []

  init(type: Chart.Kind) {
    self.type = type
  }

  // MARK: Rows

  /// A row as read, with the place of its label.
  struct Row {
    var label: String
    var span: Span
    var parts: [(name: String, number: FigureNumber)]
  }

  /// A label with its number, or with its parts; nil with a problem when it is neither.
  mutating func row(_ entry: (key: YAMLValue, value: YAMLValue), _ body: inout FigureBody) -> Row? {
    guard let label = body.text(of: entry.key, named: "data") else { return nil }
    guard type == .stacked else {
      return number(entry.value, named: label, &body).map {
        Row(label: label, span: entry.key.span, parts: [("", $0)])
      }
    }
    guard entry.value.entries?.isEmpty != true else {
      body.reader.report([.figureListEmpty(label, "{yes: 12, no: 8}", at: entry.value.span)])
      return nil
    }
    guard let parts = entry.value.entries else {
      body.reader.wrongType(
        label, "a mapping of parts to numbers", entry.value, example: "\(label): {yes: 12, no: 8}")
      return nil
    }
    guard parts.count <= Self.mostParts else {
      body.reader.report([
        .figureTooLarge(parts.count, limit: Self.mostParts, at: entry.value.span)
      ])
      return nil
    }
    var read: [(String, FigureNumber)] = []
    for part in parts {
      guard let name = body.text(of: part.key, named: label),
        let number = number(part.value, named: name, &body)
      else { continue }
      read.append((name, number))
    }
    return read.count == parts.count ? Row(label: label, span: entry.key.span, parts: read) : nil
  }

  /// The most parts of one bar.
  private static let mostParts = 12

  /// A number that may have its unit behind it: `35`, `35%`, `12 days`.
  private mutating func number(
    _ value: YAMLValue, named name: String, _ body: inout FigureBody
  ) -> FigureNumber? {
    if let text = value.string {
      let digits = text.prefix { "+-.0123456789".contains($0) }
      let unit = text.dropFirst(digits.count).trimmed
      if !unit.isEmpty, !unit.contains(where: \.isNumber), let number = Double(digits),
        (0...FigureBody.largest).contains(number)
      {
        units.append((unit, value.span))
        return FigureNumber(value: number, written: String(digits))
      }
    }
    units.append(("", value.span))
    return body.number(
      value, named: name,
      help: FigureNumber.withPoint(value).map { "write `\(name): \($0)`, with a point" }
        ?? "write the digits alone, as in `\(name): 35`; a unit goes to `unit:`")
  }

  // MARK: Units

  /// The chart, once it is known whether all numbers share a unit.
  ///
  /// - Parameters:
  ///   - rows: the rows as read, in order.
  ///   - unit: what `unit:` says.
  ///   - data: where the numbers stand.
  ///   - body: what problems are reported to.
  /// - Returns: the chart.
  func chart(_ rows: [Row], unit: String?, at data: Span, _ body: inout FigureBody) -> Chart {
    let common = unit ?? units.first?.unit ?? ""
    let stranger = units.first { $0.unit != common && !(unit != nil && $0.unit.isEmpty) }
    if let stranger {
      body.reader.report([.chartUnitsDiffer(stranger.unit, common, at: stranger.span)])
    }
    var index = 0
    let made = rows.map { row in
      Chart.Row(
        label: row.label,
        parts: row.parts.map { part in
          defer { index += 1 }
          var number = part.number
          if stranger != nil {
            let own = units[index].unit.isEmpty ? unit ?? "" : units[index].unit
            number.written = Chart.written(number.written, unit: own)
          }
          return Chart.Part(name: part.name, number: number)
        })
    }
    let chart = Chart(type: type, rows: made, unit: stranger == nil ? common : "")
    if stranger == nil, Self.isPercent(common) { checkSums(chart, rows, at: data, &body) }
    return chart
  }

  private static func isPercent(_ unit: String) -> Bool {
    ["%", "percent", "per cent", "pct"].contains(unit.lowercased())
  }

  /// Parts of one whole are at most the whole: of a stacked bar its parts, else all the bars together.
  private func checkSums(_ chart: Chart, _ rows: [Row], at data: Span, _ body: inout FigureBody) {
    let slack = 1e-9
    if type == .stacked {
      for (row, read) in zip(chart.rows, rows) where row.total > 100 + slack {
        body.reader.report([.chartOverHundred(row.total, at: read.span)])
      }
    } else {
      let total = chart.rows.reduce(0) { $0 + $1.total }
      if total > 100 + slack { body.reader.report([.chartOverHundred(total, at: data)]) }
    }
  }
}

extension Chart {
  /// A number with a unit: `35%`, `12 days`.
  package static func written(_ number: String, unit: String) -> String {
    if unit.isEmpty { return number }
    return unit.first?.isLetter == true ? "\(number) \(unit)" : "\(number)\(unit)"
  }

  /// A sum in as few digits as say it to a thousandth.
  package static func written(sum: Double) -> String {
    let rounded = (sum * 1000).rounded() / 1000
    if rounded == rounded.rounded(), rounded.magnitude < 1e15 { return String(Int(rounded)) }
    return String(rounded)
  }
}

extension Diagnostic.Code {
  static let chartOverHundred = Self(
    "chart-over-hundred", .warning,
    summary: "The percentages of a chart add to more than 100.",
    remedy:
      "Correct the numbers; where one person could give several answers, say so in `summary:` and allow it."
  )
  static let chartUnitsDiffer = Self(
    "chart-units-differ", .warning,
    summary: "The numbers of a chart have different units, so that its bars cannot be compared.",
    remedy: "Make a chart for each unit, or a table.")
}

extension Diagnostic {
  fileprivate static func chartOverHundred(_ sum: Double, at span: Span) -> Self {
    Self(
      .chartOverHundred, "these percentages add to \(Chart.written(sum: sum))", at: span,
      help:
        "correct them; if one person could give several answers, say so in `summary:` and write "
        + "`<!-- allow chart-over-hundred: … -->` before the chart")
  }

  fileprivate static func chartUnitsDiffer(_ unit: String, _ common: String, at span: Span) -> Self
  {
    let found = unit.isEmpty ? "this number has no unit" : "this number is in `\(unit)`"
    let others = common.isEmpty ? "the first has none" : "others are in `\(common)`"
    return Self(
      .chartUnitsDiffer, "\(found), \(others)", at: span,
      help: "make a chart for each unit, or a table")
  }
}
