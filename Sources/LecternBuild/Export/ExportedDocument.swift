/// What one briefing can be exported to: one file to carry or to send.
public enum ExportedDocument: String, Sendable, CaseIterable {
  /// The deck as one page.
  case deckPage = "deck.html"
  /// The report as one page.
  case reportPage = "report.html"
  /// The deck with its notes, as one page for the presenter alone.
  case presenterPage = "presenter.html"

  /// The page of the site that it is made of, below the briefing's folder.
  var page: String {
    switch self {
    case .deckPage: "deck.html"
    case .reportPage: "index.html"
    case .presenterPage: "presenter.html"
    }
  }

  /// Whether it holds what only the presenter may see.
  var holdsNotes: Bool {
    switch self {
    case .presenterPage: true
    case .deckPage, .reportPage: false
    }
  }

  /// The name of the file unless the author gives one, as `findings-deck.html`.
  func fileName(slug: String) -> String { "\(slug)-\(rawValue)" }
}
