public import LecternBriefing

extension Chart: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    let sorted = rows.enumerated().sorted { left, right in
      left.element.total == right.element.total
        ? left.offset < right.offset : left.element.total > right.element.total
    }.map(\.element)
    guard let first = sorted.first, let last = sorted.last else { return "" }
    let values = [
      "first": first.label, "firstValue": value(first), "last": last.label,
      "lastValue": value(last),
      "count": labels.number(rows.count),
    ]
    if rows.count == 1 { return labels.text(.chartSingle, values) }
    return labels.text(first.total == last.total ? .chartEqual : .chartSummary, values)
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    .table(table(labels) { written($0) })
  }

  /// One row for each bar; numbers alone, the unit in the header.
  public func data(_ labels: Labels) -> FigureTable {
    var table = table(labels) { $0 }
    guard !unit.isEmpty else { return table }
    for column in table.header.indices.dropFirst() { table.header[column] += " (\(unit))" }
    return table
  }

  private func table(_ labels: Labels, _ written: (String) -> String) -> FigureTable {
    guard type == .stacked else {
      return FigureTable(
        header: [labels[.category], labels[.value]],
        rows: rows.map { row in [row.label] + row.parts.map { written($0.number.written) } })
    }
    let names = partNames
    return FigureTable(
      header: [labels[.category]] + names,
      rows: rows.map { row in
        let numbers = Dictionary(
          row.parts.map { ($0.name, $0.number.written) }, uniquingKeysWith: { first, _ in first })
        return [row.label] + names.map { numbers[$0].map(written) ?? "–" }
      })
  }

  /// The bars or dots.
  public func drawing(on canvas: Canvas) -> Drawing? {
    ChartDrawing(self, on: canvas).drawing()
  }

  /// The names of the parts in the order in which they first come.
  var partNames: [String] {
    var seen: Set<String> = []
    return rows.flatMap(\.parts).map(\.name).filter { seen.insert($0).inserted }
  }

  /// A row's number with its unit.
  func value(_ row: Row) -> String {
    row.parts.count == 1
      ? written(row.parts[0].number.written) : written(Self.written(sum: row.total))
  }

  /// A number with the chart's unit.
  func written(_ number: String) -> String { Self.written(number, unit: unit) }
}
