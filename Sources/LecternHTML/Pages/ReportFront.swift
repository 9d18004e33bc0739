import LecternBriefing
import LecternSource
import LecternViews

/// What stands before the text of a report: key messages, summary, findings, the facts of the study.
extension ReportPage {
  /// What a reader in a hurry needs: key messages, summary, findings and the study's facts.
  func front() -> HTMLWriter {
    var front = HTMLWriter()
    let metadata = report.briefing.metadata
    writeKeyMessages(to: &front)
    if !metadata.summary.isEmpty {
      section("summary", PageID.title("summary"), labels[.summary], to: &front) { html in
        copy.write(metadata.summary, to: &html)
      }
    }
    evidence.writeOverview(to: &front)
    if !metadata.study.isEmpty {
      section("study", PageID.title("study"), labels[.aboutStudy], to: &front) { html in
        StudyWriter(briefing: report.briefing).write([], to: &html)
        html.line()
        // Not a paragraph: a page that stands alone leaves out what leads to other pages.
        html.element("nav", [("class", "coverage-link"), ("aria-label", labels[.coverage])]) {
          $0.element("a", [("href", CoveragePage.name)], text: labels[.coverage])
        }
      }
    }
    guard !front.bytes.isEmpty else { return front }
    var html = HTMLWriter()
    html.element("div", [("class", "front")]) { html in
      html.line()
      html.append(front)
    }
    html.line()
    return html
  }

  private func writeKeyMessages(to html: inout HTMLWriter) {
    guard let keyMessages = report.keyMessages else { return }
    section("key-messages", PageID.title("messages"), labels[.keyMessages], to: &html) { html in
      html.element("ol") { html in
        for message in keyMessages.messages {
          html.element("li") { html in
            write(message, to: &html)
          }
          html.line()
        }
      }
    }
  }

  private func write(_ message: KeyMessage, to html: inout HTMLWriter) {
    for (index, block) in message.blocks.withoutEvidenceMarks.enumerated() {
      if index == 0, case .paragraph(let inlines) = block.content {
        copy.write(inlines, to: &html)
      } else {
        copy.write(block, to: &html)
      }
    }
    let evidence = message.evidence.filter { report.places.contains($0) }
    guard !evidence.isEmpty else { return }
    html.text(" ")
    html.element("span", [("class", "evidence")]) { html in
      html.text("\(labels[.evidence]) ")
      for (index, id) in evidence.enumerated() {
        if index > 0 { html.text(", ") }
        html.element(
          "a", [("href", "#\(id.addressEncoded)")], text: report.evidenceNames[id] ?? id)
      }
    }
  }
}
