public import LecternBriefing

extension Spectrum: DrawableFigure {
  /// What it says in a sentence or two.
  public func summary(_ labels: Labels) -> String {
    // Of points at the same place the first in the text counts.
    guard let nearest = points.min(by: { $0.at.value < $1.at.value }),
      let furthest = points.reversed().max(by: { $0.at.value < $1.at.value })
    else { return "" }
    let values = [
      "count": labels.number(points.count), "from": from, "to": to,
      "nearest": nearest.what, "furthest": furthest.what, "at": nearest.at.written,
    ]
    if points.count == 1 { return labels.text(.spectrumSingle, values) }
    let isOnePlace = nearest.at.value == furthest.at.value
    return labels.text(isOnePlace ? .spectrumEqual : .spectrumSummary, values)
      .capitalisedFirst
  }

  /// The same content without the drawing.
  public func content(_ labels: Labels) -> FigureContent { .table(data(labels)) }

  /// One point a row.
  public func data(_ labels: Labels) -> FigureTable {
    FigureTable(
      header: [labels[.what], labels.text(.spectrumPlace, ["from": from, "to": to])],
      rows: points.map { [$0.what, $0.at.written] })
  }

  /// The points on one line where their labels find room beside it, else on a line each.
  public func drawing(on canvas: Canvas) -> Drawing? {
    let drawing = SpectrumDrawing(self, on: canvas)
    if let line = drawing.oneLine(), line.height <= canvas.height { return line }
    return drawing.tracks()
  }
}
