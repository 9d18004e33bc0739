internal import LecternViews

/// A program that makes PDFs of pages.
public enum PDFEngine: String, Sendable, CaseIterable {
  /// WeasyPrint: contents with page numbers, running heads that follow the text.
  case weasyprint
  /// A browser of the Chromium family: Chromium, Chrome, Edge.
  case chromium

  /// What people call it.
  var name: String {
    switch self {
    case .weasyprint: "WeasyPrint"
    case .chromium: "Chromium, Chrome or Edge"
    }
  }

  /// The names under which the program is looked for, in this order.
  var programs: [String] {
    switch self {
    case .weasyprint: ["weasyprint"]
    case .chromium:
      [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
        "microsoft-edge-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ]
    }
  }

  /// The environment variable that names the program instead.
  var variable: String {
    switch self {
    case .weasyprint: "LECTERN_WEASYPRINT"
    case .chromium: "LECTERN_CHROMIUM"
    }
  }

  /// The oldest version that prints what Lectern's style sheets ask for.
  var oldestVersion: Int {
    switch self {
    // Tags for PDF/UA were reworked in it.
    case .weasyprint: 66
    // The first with text in the margins of pages.
    case .chromium: 131
    }
  }
}

/// Which engine an author asks for.
public enum EngineChoice: String, Sendable, CaseIterable {
  /// The best that is there.
  case auto
  /// WeasyPrint and no other.
  case weasyprint
  /// A browser of the Chromium family and no other.
  case chromium

  /// The engines to look for, the best first; none when the choice cannot print the document.
  ///
  /// WeasyPrint 70 draws the words of figures letter by letter and from the left, so that Arabic and Hebrew are unreadable.
  public func engines(for document: ExportedDocument, in language: String = "") -> [PDFEngine] {
    let engines = document.engines.filter { self == .auto || $0.rawValue == rawValue }
    return TextDirection.isRightToLeft(language) ? engines.reversed() : engines
  }
}
