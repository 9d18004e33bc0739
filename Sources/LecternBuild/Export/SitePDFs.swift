import LecternBriefing
import LecternViews

/// The PDFs that a build puts beside the pages of each briefing.
struct SitePDFs: Sendable {
  private let maker: PDFMaker
  private let engines: [ExportedDocument: FoundEngine]

  /// What is made, and how it is called on the page that links it.
  private static let documents: [(document: ExportedDocument, content: Download.Content)] = [
    (.reportPDF, .report), (.deckPDF, .deck),
  ]

  /// Looks for the engines first: without one there is no use in beginning.
  init(environment: [String: String], files: FileStore) async throws(MachineError) {
    maker = PDFMaker(environment: environment, files: files, limits: PrintLimits())
    var engines: [ExportedDocument: FoundEngine] = [:]
    for (document, _) in Self.documents {
      engines[document] = try await maker.finder.find(document.engines)
    }
    self.engines = engines
  }

  /// A briefing's pages and files by their path below the site, with its PDFs among them and linked.
  func add(
    to outcome: inout Compiler.Outcome, _ compiler: Compiler
  ) async throws(MachineError) {
    let slug = outcome.briefing.slug
    let printed = outcome
    let page = ExportedPage(compiler: compiler, slug: slug, pages: outcome.pages)
    for (document, content) in Self.documents {
      // The browser that prints decks is there anyway.
      let isRightToLeft = TextDirection.isRightToLeft(outcome.briefing.metadata.language)
      guard let engine = engines[isRightToLeft ? .deckPDF : document] else { continue }
      let bytes = try await maker.pdf(document, printed, with: engine) {
        styles throws(MachineError) in
        page.html(of: document, styles: styles, for: engine.engine)
      }
      outcome.pages["\(slug)/\(document.rawValue)"] = bytes
      outcome.entry.downloads.append(
        Download(
          content, fileName: document.rawValue, size: bytes.count,
          pages: PDFPageCount.of(bytes)))
    }
    outcome.report.briefing.downloads = outcome.entry.downloads
    outcome.pages.merge(
      try compiler.documentPages(
        outcome.briefing, outcome.style, outcome.deck, outcome.report, outcome.pictures)
    ) { _, linked in linked }
  }
}
