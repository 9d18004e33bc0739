import LecternBriefing
import LecternHTML
import LecternSource
import LecternViews

/// Makes a PDF of a briefing's page, and sets right what the engine leaves out.
struct PDFMaker: Sendable {
  let finder: EngineFinder
  let printer: PagePrinter

  init(environment: [String: String], files: FileStore, limits: PrintLimits) {
    finder = EngineFinder(environment: environment, files: files)
    printer = PagePrinter(environment: environment, files: files, limits: limits)
  }

  /// Prints a document with an engine; `page` makes its page as one file, with a style sheet besides.
  func pdf(
    _ document: ExportedDocument, _ outcome: Compiler.Outcome, with engine: FoundEngine,
    page: (_ styles: String?) throws(MachineError) -> [UInt8]
  ) async throws(MachineError) -> [UInt8] {
    switch (engine.engine, document) {
    case (.weasyprint, _):
      // It takes the facts from the page's head, and dates nothing.
      let styles = ReportPaperStyles.css(of: outcome.report, numbering: .byEngine)
      return try await printer.pdf(of: try page(styles), with: engine)
    case (.chromium, .reportPDF): return try await report(outcome, with: engine, page: page)
    case (.chromium, _):
      let html = try page(nil)
      var pdf = try await printed(html, with: engine)
      if let outline = DeckOutline(outcome.deck, page: html, pdf).entries {
        PDFOutline.write(outline, to: &pdf)
      }
      return finished(&pdf, document, outcome)
    }
  }

  /// How often a report is printed at most until its contents have the right numbers.
  private static let mostPasses = 4

  /// A report by Chromium, which cannot write into the contents on which sheet something stands: it is printed until the
  /// numbers of the printing before are right.
  private func report(
    _ outcome: Compiler.Outcome, with engine: FoundEngine,
    page: (_ styles: String?) throws(MachineError) -> [UInt8]
  ) async throws(MachineError) -> [UInt8] {
    var numbers: [String: Int] = [:]
    for _ in 0..<Self.mostPasses {
      let styles = ReportPaperStyles.css(of: outcome.report, numbering: .given(numbers))
      let html = try page(styles)
      var pdf = try await printed(html, with: engine)
      let outline = ReportOutline(page: html, pdf)
      guard outline.numbers == numbers else {
        numbers = outline.numbers
        continue
      }
      if !outline.entries.isEmpty { PDFOutline.write(outline.entries, to: &pdf) }
      return finished(&pdf, .reportPDF, outcome)
    }
    throw MachineError(
      "print with", engine.path, "the numbers in the contents change with every printing")
  }

  private func printed(
    _ page: [UInt8], with engine: FoundEngine
  ) async throws(MachineError) -> PDFDocument {
    let bytes = try await printer.pdf(of: page, with: engine)
    guard let pdf = PDFDocument(PDFNodeNames.countedAnew(bytes)) else {
      throw MachineError("print with", engine.path, "it wrote a PDF that Lectern cannot read")
    }
    return pdf
  }

  /// The file with what a browser leaves out.
  private func finished(
    _ pdf: inout PDFDocument, _ document: ExportedDocument, _ outcome: Compiler.Outcome
  ) -> [UInt8] {
    PDFLinks.describe(in: &pdf)
    properties(of: document, outcome).write(to: &pdf, digest: ContentHash.digest(of:))
    return pdf.written()
  }

  private func properties(
    of document: ExportedDocument, _ outcome: Compiler.Outcome
  ) -> PDFProperties {
    let facts = outcome.deck.briefing
    let title = facts.title.text
    return PDFProperties(
      title: document == .reportPDF ? title : "\(title) – \(facts.labels[.deck])",
      authors: facts.metadata.authors.map(\.name),
      summary: facts.summary,
      keywords: facts.metadata.keywords, language: facts.metadata.language,
      date: CalendarTime(sourceDateEpoch: printer.environment["SOURCE_DATE_EPOCH"]))
  }
}
