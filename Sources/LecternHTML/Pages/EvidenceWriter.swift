import LecternBriefing
import LecternViews

/// Writes what a report rests on: the findings at a glance, and every quotation by finding and by participant.
///
/// Quotations are named and linked, never repeated, so that their words stand on the page once.
struct EvidenceWriter {
  let evidence: Evidence
  let labels: Labels

  /// The findings with who is heard in each; nothing when no section is a finding.
  func writeOverview(to html: inout HTMLWriter) {
    let findings = evidence.places.filter(\.isFinding)
    guard !findings.isEmpty else { return }
    let id = PageID.title("findings")
    html.element("section", [("class", "findings"), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: labels[.findings])
      html.line()
      html.element("ul") { html in
        for finding in findings {
          html.element("li") { html in
            link(to: finding, &html)
            html.text(" ")
            html.element(
              "span", [("class", "heard")],
              text: "\(count(finding.quotations.count)) · \(finding.names.joined(separator: ", "))")
          }
          html.line()
        }
      }
    }
    html.line()
  }

  /// The tables at the end; nothing when nobody is quoted.
  func writeAppendix(to html: inout HTMLWriter) {
    guard !evidence.places.isEmpty else { return }
    let id = PageID.title("evidence")
    html.element("section", [("class", "evidence-tables"), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: labels[.evidenceAppendix])
      html.line()
      table(
        .evidenceByFinding, [.finding, .timesHeard, .heard, .messages], evidence.places, to: &html
      ) { place, html in
        header(to: &html) { link(to: place, &$0) }
        number(place.quotations.count, to: &html)
        html.element("td") { html in
          for (index, heard) in place.quotations.enumerated() {
            if index > 0 { html.text("; ") }
            link(to: heard, name(of: heard), &html)
          }
        }
        html.element("td") { html in
          for (index, number) in place.supports.enumerated() {
            if index > 0 { html.text(", ") }
            html.element("a", [("href", "#\(PageID.message(number))")], text: "\(number)")
          }
        }
      }
      table(
        .evidenceByParticipant, [.heard, .timesHeard, .heardWhere], evidence.voices, to: &html
      ) { voice, html in
        header(to: &html) { $0.text(voice.name) }
        number(voice.quotations.count, to: &html)
        html.element("td") { html in
          for (index, (heard, place)) in voice.quotations.enumerated() {
            if index > 0 { html.text("; ") }
            let name = place.number.isEmpty ? place.name : "\(place.number) \(place.name)"
            link(to: heard, name, &html)
          }
        }
      }
    }
    html.line()
  }

  // MARK: Tables

  private func table<Row>(
    _ caption: Label, _ columns: [Label], _ rows: [Row], to html: inout HTMLWriter,
    _ row: (Row, inout HTMLWriter) -> Void
  ) {
    let region: [HTMLWriter.Attribute] = [
      ("class", "table-scroll"), ("role", "region"), ("tabindex", "0"),
      ("aria-label", labels[caption]),
    ]
    html.element("div", region) { html in
      html.element("table") { html in
        html.element("caption", text: labels[caption])
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              let alignment = column == .timesHeard ? "align-right" : nil
              html.element(
                "th", [("scope", "col"), ("class", alignment)], text: labels[column])
            }
          }
        }
        html.line()
        html.element("tbody") { html in
          for item in rows {
            html.element("tr") { row(item, &$0) }
            html.line()
          }
        }
      }
    }
    html.line()
  }

  private func header(to html: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
    html.element("th", [("scope", "row")], content)
  }

  private func number(_ number: Int, to html: inout HTMLWriter) {
    html.element("td", [("class", "align-right")], text: "\(number)")
  }

  // MARK: Words

  private func count(_ count: Int) -> String {
    count == 1
      ? labels[.quotationCountOne]
      : labels.text(.quotationCountMany, ["number": String(count)])
  }

  private func name(of heard: Evidence.Heard) -> String {
    let names = heard.names.joined(separator: ", ")
    return heard.kind.map { "\(names) · \($0)" } ?? names
  }

  private func link(to place: Evidence.Place, _ html: inout HTMLWriter) {
    guard let id = place.id else { return html.text(place.name) }
    html.element("a", [("href", "#\(id.addressEncoded)")]) { html in
      html.element("span", [("class", "number")], text: place.number)
      html.text(" ")
      html.element("span", [("class", "name")], text: place.name)
    }
  }

  private func link(to heard: Evidence.Heard, _ text: String, _ html: inout HTMLWriter) {
    guard let id = heard.id else { return html.text(text) }
    html.element("a", [("href", "#\(id.addressEncoded)")], text: text)
  }
}
