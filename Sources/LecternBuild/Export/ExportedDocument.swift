/// What one briefing can be exported to: one file to carry or to send.
public enum ExportedDocument: String, Sendable, CaseIterable {
  /// The deck as one page.
  case deckPage = "deck.html"
  /// The report as one page.
  case reportPage = "report.html"
  /// The deck with its notes, as one page for the presenter alone.
  case presenterPage = "presenter.html"
  /// The deck as a PDF, one slide a page.
  case deckPDF = "deck.pdf"
  /// The report as a PDF.
  case reportPDF = "report.pdf"
  /// The slides with their notes as a PDF, for the presenter alone.
  case handoutPDF = "handout.pdf"

  /// The page of the site that it is made of, below the briefing's folder.
  var page: String {
    switch self {
    case .deckPage, .deckPDF: "deck.html"
    case .reportPage, .reportPDF: "index.html"
    case .presenterPage: "presenter.html"
    case .handoutPDF: "handout.html"
    }
  }

  /// The engines that can print it, the better one first; a page needs none.
  public var engines: [PDFEngine] {
    switch self {
    case .deckPage, .reportPage, .presenterPage: []
    case .deckPDF, .handoutPDF: [.chromium]
    case .reportPDF: [.weasyprint, .chromium]
    }
  }

  /// Whether an engine has to print it.
  public var isPDF: Bool { !engines.isEmpty }

  /// The name of the file unless the author gives one, as `findings-deck.html`.
  func fileName(slug: String) -> String { "\(slug)-\(rawValue)" }
}
