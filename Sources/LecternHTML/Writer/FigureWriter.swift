import LecternBriefing
import LecternSource
import LecternTypography
import LecternViews

/// Figures: the drawing, its title and summary, and the same content as lists or a table.
struct FigureWriter {
  let body: BodyWriter

  func write(_ figure: Figure, _ block: Block, to html: inout HTMLWriter) {
    guard let drawable = figure.body as? any DrawableFigure else { return }
    let summary = figure.summary ?? drawable.summary(body.labels)
    let name = figure.title ?? summary
    let reported = body.figures[block.span.lower]
    var drawing = reported?.drawing
    var listed: [Block]?
    switch body.placements[block.span.lower] {
    case .drawn(let placed): drawing = placed
    case .listed(let blocks): listed = blocks
    default: break
    }
    let classes = ["diagram", "diagram-\(type(of: figure.body).name)"]
    html.element(
      "figure",
      [
        ("class", (classes + (drawing == nil ? ["listed"] : [])).joined(separator: " ")),
        ("role", "group"), ("aria-label", name), ("id", body.id(block.id)),
        ("data-step", body.step(block.step)),
      ]
    ) { html in
      if let drawing {
        let isSlide = body.document == .deck
        DrawingWriter(firstStep: isSlide ? figure.firstStep : nil).write(
          drawing, name: name, titleID: PageID.name(of: block.id ?? "figure"),
          tall: isSlide ? SlideClasses.height(drawing.height) : nil, to: &html)
        html.line()
      }
      // No figcaption: the figure has its name from its label, and HTML allows no role beside one.
      html.element("div", [("class", "figure-text")]) { html in
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
        if let listed {
          body.write(listed, to: &html)
        } else {
          write(drawable.content(body.labels), figure.title, to: &html)
        }
      }
      if let reported { writeDownload(reported, to: &html) }
    }
  }

  private func writeTitle(_ figure: Figure, to html: inout HTMLWriter) {
    let number = body.numbers[figure.span.lower]
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

  /// The link to the data, where their file stands beside the page.
  private func writeDownload(_ figure: ReportFigure, to html: inout HTMLWriter) {
    guard body.hasDownloads else { return }
    html.line()
    html.element("p", [("class", "download")]) { html in
      html.element(
        "a",
        [
          ("href", figure.fileName),
          ("download", "\(body.briefing.slug)-\(figure.fileName)"),
        ], text: body.labels.text(.dataFile, ["number": String(figure.number)]))
    }
  }

  // MARK: Content

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
    case .table(let table):
      let caption = title.map { "\($0): \(body.labels[.data])" } ?? body.labels[.data]
      html.element(
        "div",
        [
          ("class", "table-scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption),
        ]
      ) { html in
        html.element("table") { html in
          html.element("caption", [("class", "visually-hidden")], text: caption)
          write(table, to: &html)
        }
      }
    }
  }

  private func write(_ table: FigureTable, to html: inout HTMLWriter) {
    func alignment(_ column: Int) -> String? { table.isNumeric(column) ? "align-right" : nil }
    html.element("thead") { html in
      html.element("tr") { html in
        for (column, cell) in table.header.enumerated() {
          // An empty corner heads nothing.
          html.element(
            cell.isEmpty ? "td" : "th",
            [("scope", cell.isEmpty ? nil : "col"), ("class", alignment(column))], text: cell)
        }
      }
    }
    html.element("tbody") { html in
      for row in table.rows {
        html.element("tr") { html in
          for (column, cell) in row.enumerated() {
            let isHead = column == 0
            html.element(
              isHead ? "th" : "td",
              [("scope", isHead ? "row" : nil), ("class", alignment(column))], text: cell)
          }
        }
      }
    }
  }
}
