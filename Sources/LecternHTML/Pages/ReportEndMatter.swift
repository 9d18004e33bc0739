import LecternBriefing
import LecternSource
import LecternViews

/// What stands behind the text of a report: references, footnotes, how it is cited.
extension ReportPage {
  func writeReferences(to html: inout HTMLWriter) {
    guard !report.references.isEmpty else { return }
    section("references", PageID.title("references"), labels[.references], to: &html) { html in
      let isNumbered = report.hasNumberedReferences
      html.element(isNumbered ? "ol" : "ul", [("class", "reference-list")]) { html in
        for reference in report.references { write(reference, to: &html) }
      }
    }
  }

  /// A work with links back to where it is cited.
  private func write(_ reference: ReportView.ListedReference, to html: inout HTMLWriter) {
    // Most works are in another script than a page that is written from right to left.
    let direction = TextDirection.isRightToLeft(labels.language) ? "auto" : nil
    html.element("li", [("id", PageID.reference(reference.key)), ("dir", direction)]) { html in
      body.write(reference.content, to: &html)
      writeWaysBack(to: reference.mentions.map(PageID.citation), &html)
    }
    html.line()
  }

  /// Links to the places in the text that lead here, with numbers when there are several.
  private func writeWaysBack(to places: [String], _ html: inout HTMLWriter) {
    let count = places.count
    for (index, place) in places.enumerated() {
      let numbers = ["number": String(index + 1), "count": String(count)]
      html.text(" ")
      html.element(
        "a",
        [
          ("class", "backref"), ("href", "#\(place)"), ("role", "doc-backlink"),
          ("aria-label", count == 1 ? labels[.backToText] : labels.text(.backToCitation, numbers)),
        ], text: count == 1 ? "↩" : "↩\(index + 1)")
    }
  }

  func writeFootnotes(to html: inout HTMLWriter) {
    guard !report.footnotes.isEmpty else { return }
    html.element(
      "section",
      [
        ("class", "footnotes"), ("role", "doc-endnotes"),
        ("aria-labelledby", PageID.title("notes")),
      ]
    ) { html in
      html.element("h2", [("id", PageID.title("notes"))], text: labels[.notes])
      html.element("ol") { html in
        for footnote in report.footnotes { write(footnote, to: &html) }
      }
    }
    html.line()
  }

  private func write(_ footnote: Footnote, to html: inout HTMLWriter) {
    html.element(
      "li", [("id", PageID.footnote(footnote.number)), ("value", String(footnote.number))]
    ) { html in
      body.write(footnote.blocks, to: &html)
      writeWaysBack(
        to: footnote.occurrences.map { PageID.footnoteReference(footnote.number, $0) }, &html)
    }
    html.line()
  }

  /// How the report itself is cited, and what else is said of it.
  func writeCitation(to html: inout HTMLWriter) {
    let metadata = report.briefing.metadata
    section("cite", PageID.title("cite"), labels[.howToCite], to: &html) { html in
      let record = PublicationRecord(report.briefing, site: context.site)
      html.element("p") { body.write(record.citation(in: style), to: &$0) }
      html.line()
      writeCitationFiles(to: &html)
      let facts = [
        (Label.version, metadata.version), (.licence, metadata.licence),
        (.contact, metadata.contact),
      ].compactMap { label, value in value.map { (labels[label], $0) } }
      guard !facts.isEmpty else { return }
      html.element("dl", [("class", "study-facts")]) { html in
        for (name, value) in facts {
          html.element("div") { html in
            html.element("dt", text: name)
            html.element("dd", text: value)
          }
        }
      }
    }
  }

  /// The files for reference managers, and the place of the button that copies the citation.
  private func writeCitationFiles(to html: inout HTMLWriter) {
    html.element("p", [("class", "copy download")]) { html in
      html.text("\(labels[.citationFiles]) ")
      for (index, file) in CitationFile.allCases.enumerated() {
        if index > 0 { html.text(", ") }
        html.element("a", [("href", file.rawValue), ("download", "")], text: file.name)
      }
    }
    html.line()
  }
}
