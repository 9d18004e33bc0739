import LecternBriefing
public import LecternViews

/// Writes what a report covers of the standards for reporting qualitative research.
///
/// The items are in English, as the standards are.
public struct CoveragePage {
  /// What the page is called, beside the report.
  public static let name = "coverage.html"

  private let labels: Labels

  /// The page of a report that has facts of a study.
  public static func html(of report: ReportView, in context: PageContext) -> [UInt8] {
    let labels = report.briefing.labels
    let page = CoveragePage(labels: labels)
    var html = HTMLWriter()
    html.element("p", text: labels[.coverageExplained])
    html.line()
    for standard in [ReportingStandard.coreq, .srqr] {
      page.write(Coverage(of: standard, by: report), to: &html)
    }
    let language = report.briefing.metadata.language
    return context.page(
      .coverage,
      [
        "lang": language, "direction": TextDirection.attribute(of: language),
        "policy": PageContext.policy, "title": labels[.coverage],
        "stylesheet": context.reportStyles, "briefing": report.briefing.title.text,
        "report": Self.report, "labelReport": labels[.openReport],
      ],
      parts: ["standards": html])
  }

  private static let report = "index.html"

  private func write(_ coverage: Coverage, to html: inout HTMLWriter) {
    let id = PageID.title(coverage.standard.name.lowercased())
    html.element("section", [("class", "standard"), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: coverage.standard.name)
      let counts = coverage.counts
      html.element(
        "p",
        text: labels.text(
          .coverageCount,
          [
            "reported": String(counts.reported), "total": String(coverage.items.count),
            "people": String(counts.needPerson), "missing": String(counts.missing),
          ]))
      html.element(
        "div",
        [
          ("class", "table-scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", id),
        ]
      ) { html in
        html.element("table") { html in
          html.element("caption", [("lang", "en")], text: coverage.standard.source)
          html.element("thead") { html in
            html.element("tr") { html in
              html.element("th", [("scope", "col"), ("colspan", "2")], text: labels[.coverageItem])
              html.element("th", [("scope", "col")], text: labels[.coverageFound])
              html.element("th", [("scope", "col")], text: labels[.heardWhere])
            }
          }
          html.line()
          html.element("tbody") { html in
            for (item, finding) in coverage.items { write(item, finding, to: &html) }
          }
        }
      }
    }
    html.line()
  }

  private func write(
    _ item: ReportingStandard.Item, _ finding: Coverage.Finding, to html: inout HTMLWriter
  ) {
    let (name, label, places): (String, Label, [Coverage.Place]) =
      switch finding {
      case .reported(let places): ("reported", .reported, places)
      case .needsPerson(let places): ("person", .needsPerson, places)
      case .missing: ("missing", .notFound, [])
      }
    html.element("tr", [("data-found", name)]) { html in
      html.element("td", text: String(item.number))
      html.element("th", [("scope", "row"), ("lang", "en")], text: item.topic)
      html.element("td", [("class", "found")], text: labels[label])
      html.element("td") { html in
        for (index, place) in places.enumerated() {
          if index > 0 { html.text(", ") }
          html.element(
            "a", [("href", "\(Self.report)#\(Self.id(of: place).addressEncoded)")],
            text: place.name)
        }
      }
    }
    html.line()
  }

  private static func id(of place: Coverage.Place) -> String {
    switch place.part {
    case .summary: PageID.title("summary")
    case .study: PageID.title("study")
    case .findings: PageID.title("findings")
    case .evidence: PageID.title("evidence")
    case .messages: PageID.title("messages")
    case nil: place.id ?? PageID.main
    }
  }
}
