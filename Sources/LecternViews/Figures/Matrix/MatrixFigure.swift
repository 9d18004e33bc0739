public import LecternBriefing

extension Matrix: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    let values = [
      "rows": labels.number(rows.count), "columns": labels.number(columns.count),
    ]
    let all = places
    let marked = all.filter { if case .mark = $0.cell { true } else { false } }
    if !marked.isEmpty {
      let counts = rows.indices.map { row in marked.filter { $0.row == row }.count }
      let most = counts.max() ?? 0
      let leaders = counts.indices.filter { counts[$0] == most }
      var texts = [
        labels.text(
          .matrixMarks,
          [
            "count": labels.number(marked.count),
            "total": labels.number(rows.count * columns.count),
          ]
        ).capitalisedFirst
      ]
      if leaders.count == 1, rows.count > 1 {
        texts.append(
          labels.text(.matrixMost, ["row": rows[leaders[0]], "count": labels.number(most)]))
      }
      return (texts + [highestNumber(labels)].compactMap(\.self)).joined(separator: " ")
    }
    return highestNumber(labels) ?? labels.text(.matrixSummary, values).capitalisedFirst
  }

  /// Which of the numbers is highest; nil without any.
  private func highestNumber(_ labels: Labels) -> String? {
    var highest: (place: Place, number: FigureNumber)?
    for place in places {
      if case .number(let number) = place.cell, number.value > highest?.number.value ?? -1 {
        highest = (place, number)
      }
    }
    guard let highest else { return nil }
    return labels.text(
      .matrixHighest,
      [
        "value": highest.number.written, "row": rows[highest.place.row],
        "column": columns[highest.place.column],
      ])
  }

  private struct Place {
    var row: Int
    var column: Int
    var cell: Cell
  }

  private var places: [Place] {
    cells.enumerated().flatMap { row, cells in
      cells.enumerated().map { Place(row: row, column: $0.offset, cell: $0.element) }
    }
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent {
    .table(
      FigureTable(
        header: [""] + columns, rows: zip(rows, cells).map { [$0] + $1.map(\.written) }))
  }

  /// One row for each row.
  public func data(_ labels: Labels) -> FigureTable {
    FigureTable(header: [""] + columns, rows: zip(rows, cells).map { [$0] + $1.map(\.written) })
  }

  /// The grid.
  public func drawing(on canvas: Canvas) -> Drawing? {
    MatrixDrawing(self, on: canvas)?.drawing()
  }
}
