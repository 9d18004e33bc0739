import LecternBriefing
public import LecternSource

/// Makes one file of one briefing.
public struct Exporter: Sendable {
  private let loader: ProjectLoader
  private let maker: PDFMaker

  /// A file in memory, with the problems found on the way.
  public struct Result: Sendable {
    /// The file; nil when an error stands in the way.
    public var bytes: [UInt8]?
    /// What the file is called unless the author gives it a name.
    public var fileName: String
    /// The problems, those of the project first.
    public var diagnostics: [LocatedDiagnostic]
  }

  /// Makes an exporter for a project; engines are looked for and run in an environment.
  public init(
    _ loader: ProjectLoader, environment: [String: String] = [:],
    limits: PrintLimits = PrintLimits()
  ) {
    self.loader = loader
    maker = PDFMaker(environment: environment, files: loader.files, limits: limits)
  }

  /// Makes a document of a briefing's file, which an engine prints when it is a PDF.
  public func export(
    _ path: String, to document: ExportedDocument, with choice: EngineChoice = .auto
  ) async throws(MachineError) -> Result {
    let loaded = try loader.load(paths: [path])
    let briefing = BriefingFile(path: path)
    var result = Result(
      fileName: document.fileName(slug: briefing.slug),
      diagnostics: loaded.problems + loaded.privateProblems)
    // Of broken templates there is no page.
    guard !result.hasErrors else { return result }
    let outcome = try loaded.compiler.compile(briefing)
    result.diagnostics += outcome.diagnostics
    guard !result.hasErrors else { return result }
    let own = try ownPages(of: document, outcome, loaded.compiler)
    result.diagnostics += loaded.compiler.privateStrings(inBuilt: own)
    guard !result.hasErrors else { return result }
    let page = ExportedPage(
      compiler: loaded.compiler, slug: outcome.briefing.slug,
      pages: outcome.pages.merging(own) { _, own in own })
    guard document.isPDF else {
      result.bytes = page.html(of: document)
      return result
    }
    let language = outcome.briefing.metadata.language
    let engine = try await maker.finder.find(choice.engines(for: document, in: language))
    result.bytes = try await maker.pdf(document, outcome, with: engine) {
      styles throws(MachineError) in
      page.html(of: document, styles: styles, for: engine.engine)
    }
    return result
  }

  /// The pages that no site has: those with the notes.
  private func ownPages(
    of document: ExportedDocument, _ outcome: Compiler.Outcome, _ compiler: Compiler
  ) throws(MachineError) -> [String: [UInt8]] {
    switch document {
    case .presenterPage: try compiler.presenterPages(of: outcome)
    case .handoutPDF: try compiler.handoutPages(of: outcome)
    case .deckPage, .reportPage, .deckPDF, .reportPDF: [:]
    }
  }
}

extension Exporter.Result {
  fileprivate var hasErrors: Bool { diagnostics.contains { $0.diagnostic.severity == .error } }
}
