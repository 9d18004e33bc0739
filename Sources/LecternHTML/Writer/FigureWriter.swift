import LecternBriefing
import LecternSource
import LecternTypography
import LecternViews

/// Figures: the drawing, its title and summary, and the same content as lists or a table.
struct FigureWriter {
  let body: BodyWriter

  func write(_ figure: Figure, _ block: Block, to html: inout HTMLWriter) {
    guard let drawable = figure.body as? any DrawableFigure else { return }
    let kind = type(of: figure.body).name
    let summary = figure.summary ?? drawable.summary(body.labels)
    let name = figure.title ?? summary
    let placement = body.placements[block.span.lower]
    var drawing: Drawing?
    var tall: String?
    switch placement {
    case .drawn(let made, let height):
      drawing = made
      tall = SlideClasses.height(height)
    case .listed: break
    default:
      drawing = drawable.drawing(
        width: Self.reportWidth, labels: body.labels, text: .estimated)
    }
    var classes = "diagram diagram-\(kind)"
    if case .listed = placement { classes += " listed" }
    html.element(
      "figure",
      [
        ("class", classes), ("role", "group"), ("aria-label", name),
        ("id", body.id(block.id)), ("data-step", body.step(block.step)),
      ]
    ) { html in
      if let drawing {
        let titleID = "\(block.id ?? "figure")-name"
        DrawingWriter.write(drawing, name: name, titleID: titleID, tall: tall, to: &html)
        html.line()
      }
      html.element("figcaption") { html in
        writeTitle(figure, to: &html)
        html.element("p", [("class", "summary")], text: summary)
        if !figure.source.isEmpty, body.document == .report {
          html.element("p", [("class", "source")]) { html in
            html.text("\(body.labels[.source]): ")
            body.write(figure.source, to: &html)
          }
        }
      }
      html.line()
      html.element("div", [("class", "diagram-data")]) { html in
        if case .listed(let blocks) = placement {
          body.write(blocks, to: &html)
        } else {
          write(drawable.content(body.labels), figure.title, to: &html)
        }
      }
    }
  }

  /// The width for which drawings are made in a report, in pixels.
  private static let reportWidth = 1000.0

  private func writeTitle(_ figure: Figure, to html: inout HTMLWriter) {
    let number = body.numbers[ReportMaker.numberKey(figure.span.lower)]
    guard figure.title != nil || number != nil else { return }
    let repeats = figure.title?.lowercased() == body.slideTitle.lowercased()
    html.element("p", [("class", repeats ? "figure-title visually-hidden" : "figure-title")]) {
      html in
      if let number {
        html.element(
          "span", [("class", "figure-number")], text: "\(body.labels[.figure]) \(number)")
        if figure.title != nil { html.text(" ") }
      }
      html.text(figure.title ?? "")
    }
  }

  private func write(_ content: FigureContent, _ title: String?, to html: inout HTMLWriter) {
    switch content {
    case .lists(let lists):
      for list in lists {
        html.element("div", [("class", "diagram-list")]) { html in
          html.element("p", [("class", "diagram-list-title")], text: list.title)
          html.element("ul") { html in
            for item in list.items { html.element("li", text: item) }
          }
        }
      }
    case .table(let header, let rows):
      html.element("table") { html in
        html.element(
          "caption", [("class", "visually-hidden")],
          text: title.map { "\($0): \(body.labels[.data])" } ?? body.labels[.data])
        html.element("thead") { html in
          html.element("tr") { html in
            for (column, cell) in header.enumerated() {
              let alignment = column == 0 ? nil : "align-right"
              html.element("th", [("scope", "col"), ("class", alignment)], text: cell)
            }
          }
        }
        html.element("tbody") { html in
          for row in rows {
            html.element("tr") { html in
              for (column, cell) in row.enumerated() {
                let isHead = column == 0
                html.element(
                  isHead ? "th" : "td",
                  [("scope", isHead ? "row" : nil), ("class", isHead ? nil : "align-right")],
                  text: cell)
              }
            }
          }
        }
      }
    }
  }
}
