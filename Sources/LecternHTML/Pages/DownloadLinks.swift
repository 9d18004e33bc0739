import LecternBriefing
import LecternViews

/// Writes links to the PDFs of a briefing, each with its size and its number of pages.
struct DownloadLinks {
  let downloads: [Download]
  let labels: Labels
  /// What leads to the briefing's folder: nothing, or its name and a slash.
  var folder = ""

  /// The links in a paragraph; nothing when there is no file.
  func write(to html: inout HTMLWriter) {
    guard !downloads.isEmpty else { return }
    html.element("p", [("class", "pdfs")]) { html in
      for (index, download) in downloads.enumerated() {
        if index > 0 { html.text(" · ") }
        html.element("a", [("href", "\(folder)\(download.fileName)")], text: name(of: download))
        html.text(" (\(details(of: download)))")
      }
    }
    html.line()
  }

  private func name(of download: Download) -> String {
    switch download.content {
    case .report: labels[.reportPDF]
    case .deck: labels[.deckPDF]
    }
  }

  private func details(of download: Download) -> String {
    let size = FileSize.text(download.size)
    guard let pages = download.pages else { return size }
    let count =
      pages == 1
      ? labels[.pageCountOne]
      : labels.text(.pageCountMany, ["number": String(pages)])
    return "\(count), \(size)"
  }
}
