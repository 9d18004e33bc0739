import LecternBriefing
import LecternHTML
public import LecternSource

/// Makes one file of one briefing.
public struct Exporter: Sendable {
  private let loader: ProjectLoader

  /// A file in memory, with the problems found on the way.
  public struct Result: Sendable {
    /// The file; nil when an error stands in the way.
    public var bytes: [UInt8]?
    /// What the file is called unless the author gives it a name.
    public var fileName: String
    /// The problems, those of the project first.
    public var diagnostics: [LocatedDiagnostic]
  }

  /// Makes an exporter for a project.
  public init(_ loader: ProjectLoader) {
    self.loader = loader
  }

  /// Makes a document of a briefing's file.
  public func export(
    _ path: String, to document: ExportedDocument
  ) throws(MachineError) -> Result {
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
    var pages = outcome.pages
    if document.holdsNotes {
      let own = try loaded.compiler.presenterPages(of: outcome)
      result.diagnostics += loaded.compiler.privateStrings(inBuilt: own)
      guard !result.hasErrors else { return result }
      pages.merge(own) { _, own in own }
    }
    result.bytes = page(
      document, of: outcome.briefing.slug, pages, loaded.compiler, for: .screen)
    return result
  }

  /// The document's page as one file.
  private func page(
    _ document: ExportedDocument, of slug: String, _ pages: [String: [UInt8]],
    _ compiler: Compiler, for use: SelfContainedPage.Use
  ) -> [UInt8] {
    guard let page = pages["\(slug)/\(document.page)"] else {
      preconditionFailure("a briefing that compiles has all its pages")
    }
    let files = PageFiles(
      slug: slug, files: compiler.materials.assets.merging(pages) { $1 })
    return SelfContainedPage(
      for: use, file: files.file(at:), digest: ContentHash.digest(of:)
    ).html(of: page)
  }
}

extension Exporter.Result {
  fileprivate var hasErrors: Bool { diagnostics.contains { $0.diagnostic.severity == .error } }
}
