public import LecternBriefing

extension Timeline: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    guard let first = events.first, let last = events.last else { return "" }
    let values = [
      "count": labels.number(events.count), "first": first.when,
      "firstWhat": first.what, "last": last.when, "lastWhat": last.what,
    ]
    return labels.text(events.count == 1 ? .timelineSingle : .timelineSummary, values)
      .capitalisedFirst
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent { .table(data(labels)) }

  /// One event a row.
  public func data(_ labels: Labels) -> FigureTable {
    FigureTable(
      header: [labels[.when], labels[.what]], rows: events.map { [$0.when, $0.what] })
  }

  /// The events along a line: across where there is room, else from top to bottom.
  public func drawing(on canvas: Canvas) -> Drawing? {
    let drawing = TimelineDrawing(self, on: canvas)
    if let across = drawing.across(), across.height <= canvas.height { return across }
    return drawing.down()
  }
}
