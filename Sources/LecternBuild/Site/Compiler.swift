public import LecternBriefing
public import LecternChecks
import LecternHTML
public import LecternSource
public import LecternViews

/// Turns one briefing's file into pages; what a build does for each, and a check without writing.
public struct Compiler: Sendable {
  let project: Project
  private(set) var files: FileStore
  let settings: ProjectSettings
  let materials: Materials
  let bibliography: Bibliography
  /// The slugs of the project's briefings, by the real path of their file.
  let pages: [String: String]
  /// What looks through everything that would be published.
  let audit: SiteAudit
  /// What looks for private strings; nil without a list of them.
  var privacy: PrivateAudit?
  /// Whether the two documents of each briefing are compared.
  var comparesDocuments = false
  /// The kinds of figures that a fence can name.
  public var figures = FigureRegistry.standard

  /// What has become of one briefing.
  public struct Outcome: Sendable {
    /// The path of its file.
    public var path: String
    /// The problems, with their places.
    public var diagnostics: [LocatedDiagnostic]
    /// The diagnostics that the author has silenced.
    public var allowances: [(path: String, allowance: Allowance)]
    /// The model.
    public var briefing: Briefing
    /// The deck as it is fitted.
    public var deck: DeckView
    /// What the presenter alone is told; no page of a site is made of it.
    public var notes: PresenterNotes
    /// The report.
    public var report: ReportView
    /// How it cites.
    var style: any CitationStyle
    /// The pages and files by their path below the site.
    package var pages: [String: [UInt8]]
    /// Where the pictures are.
    var pictures: PictureCatalogue
    /// What the list of briefings says of it.
    package var entry: ListedBriefing
    /// The links into other briefings.
    var links: [BriefingLink]
    /// The keys of the works that it cites.
    var citedKeys: Set<String>
    /// What both documents hold, as their pages have it; nil unless it is asked for.
    public var parity: Parity.Account?

    /// Whether the briefing or what is made of it holds private strings.
    var holdsPrivateStrings: Bool {
      diagnostics.contains { $0.diagnostic.code.name == PrivateAudit.codeName }
    }
  }

  /// What reads the project's briefings.
  var reader: BriefingReader {
    BriefingReader(labels: materials.labels, figures: figures, defaults: settings.defaults)
  }

  /// The same compiler, which reads briefings and their pictures through another store.
  package func reading(_ files: FileStore) -> Compiler {
    var compiler = self
    compiler.files = files
    return compiler
  }

  /// What the list of briefings says of a briefing, without making its pages.
  package func entry(of briefing: BriefingFile) throws(MachineError) -> ListedBriefing {
    ListedBriefing(try model(of: briefing))
  }

  /// A briefing as it is read.
  func model(of briefing: BriefingFile) throws(MachineError) -> Briefing {
    let file = SourceFile(path: briefing.path, bytes: try files.read(briefing.path))
    return try read(file, briefing).briefing.value
  }

  /// The site's shared files by their path below it.
  package var assets: [String: [UInt8]] { materials.assets }

  /// Reads a briefing and writes its pages into memory.
  public func compile(_ briefing: BriefingFile) throws(MachineError) -> Outcome {
    try compile(SourceFile(path: briefing.path, bytes: files.read(briefing.path)), briefing)
  }

  /// Reads a briefing's text and writes its pages into memory.
  public func compile(_ file: SourceFile, _ briefing: BriefingFile) throws(MachineError) -> Outcome
  {
    let reading = try read(file, briefing)
    let model = reading.briefing.value
    var diagnostics = reading.diagnostics
    let pictures = PictureFinder(
      content: project.content, briefing: briefing, files: files, pages: pages
    ).find(model)
    let style = CitationStyles.style(of: model)
    let (deck, notes) = DeckMaker.deckAndNotes(
      of: model, style: style,
      in: DeckSetting(
        theme: materials.theme, fonts: materials.fonts, pictures: pictures.catalogue.sizes))
    let checks = RuleRegistry.standard.problems(in: CheckedBriefing(model, in: file))
    if let register = reading.register {
      let found = RuleRegistry.standard.problems(in: CheckedBriefing(model, register: register))
      diagnostics += LocatedDiagnostic.all(found.capped, in: register)
    }
    let own = model.silenced(
      reading.briefing.diagnostics + pictures.diagnostics + deck.diagnostics + checks)
    diagnostics += LocatedDiagnostic.all(own.capped, in: file)
    diagnostics = LocatedDiagnostic.inOrder(diagnostics.map { settings.weighed($0) })
    let report = ReportMaker.report(of: model, style: style, fonts: materials.fonts)
    let pages = try documentPages(model, style, deck.value, report, pictures.catalogue)
      .merging(pictures.copies) { page, _ in page }
      .merging(Self.downloads(of: report, site: settings.site)) { page, _ in page }
    diagnostics += problems(inBuilt: pages)
    let parity = parity(of: model, pages, in: file)
    diagnostics += parity?.problems.map { settings.weighed($0) } ?? []
    diagnostics = protected(diagnostics, sources: reading.sources, pages: pages, pictures.metadata)
    return Outcome(
      path: file.path, diagnostics: diagnostics,
      allowances: model.allowances.map { (file.path, $0) },
      briefing: model, deck: deck.value, notes: notes, report: report,
      style: style, pages: pages,
      pictures: pictures.catalogue,
      entry: ListedBriefing(model), links: pictures.links,
      citedKeys: Set(report.references.map(\.key)), parity: parity)
  }

  /// A briefing with the files that its front matter names.
  private struct Reading {
    var briefing: Diagnosed<Briefing>
    /// The problems of the front matter and of those files, with their places.
    var diagnostics: [LocatedDiagnostic]
    /// The briefing's file and the others.
    var sources: [SourceFile]
    /// The one that lists the participants.
    var register: SourceFile?
  }

  private func read(_ file: SourceFile, _ briefing: BriefingFile) throws(MachineError) -> Reading {
    let reader = reader
    var preamble = reader.preamble(of: file)
    var diagnostics = LocatedDiagnostic.all(preamble.diagnostics, in: file)
    var works = bibliography
    var sources = [file]
    if let named = preamble.value.metadata.referencesPath,
      let source = try companion(named, briefing, file, &diagnostics)
    {
      sources.append(source)
      let read = ReferenceFile.read(source)
      diagnostics += LocatedDiagnostic.all(read.diagnostics, in: source)
      works = read.value.adding(bibliography)
    }
    var register: SourceFile?
    if let named = preamble.value.metadata.participantsPath,
      let source = try companion(named, briefing, file, &diagnostics)
    {
      sources.append(source)
      let read = ParticipantReader.read(source)
      diagnostics += LocatedDiagnostic.all(read.diagnostics, in: source)
      preamble.value.metadata.participants = read.value
      register = source
    }
    let read = reader.briefing(
      in: file, slug: briefing.slug, preamble: preamble.value, bibliography: works)
    return Reading(
      briefing: read, diagnostics: diagnostics, sources: sources, register: register)
  }

  /// What both documents of a briefing hold; nil unless it is asked for.
  private func parity(
    of model: Briefing, _ pages: [String: [UInt8]], in file: SourceFile
  ) -> Parity.Account? {
    guard comparesDocuments, let deck = pages["\(model.slug)/deck.html"],
      let report = pages["\(model.slug)/index.html"]
    else { return nil }
    return Parity.account(deck: deck, report: report, of: model, in: file)
  }

  /// A problem without the strings of the private list; as it is without a list.
  package func masked(_ problem: LocatedDiagnostic) -> LocatedDiagnostic {
    privacy?.masked(problem) ?? problem
  }

  /// What is wrong with files, by their path below the site.
  func problems(inBuilt files: [String: [UInt8]]) -> [LocatedDiagnostic] {
    files.sorted { $0.key < $1.key }.flatMap { path, bytes in
      audit.problems(in: bytes, path: path, shownAs: "\(project.output)/\(path)")
    }.map { settings.weighed($0) }
  }

  /// Some problems with those that the private list adds, and without its strings; the same without a list.
  ///
  /// No severity of the project's applies: what is private is never published.
  private func protected(
    _ diagnostics: [LocatedDiagnostic], sources: [SourceFile], pages: [String: [UInt8]],
    _ metadata: [String: [UInt8]]
  ) -> [LocatedDiagnostic] {
    guard let privacy else { return diagnostics }
    let found = privacy.findings(inSources: sources)
    var all = diagnostics + found.problems
    for (path, bytes) in metadata { all += privacy.problems(inMetadata: bytes, of: path) }
    all += privateStrings(inBuilt: pages, known: found.lines)
    return LocatedDiagnostic.inOrder(all).map(privacy.masked)
  }

  /// The private strings in files by their path below the site; `known` are the lines of the list that are reported already.
  func privateStrings(
    inBuilt files: [String: [UInt8]], known: Set<Int> = []
  ) -> [LocatedDiagnostic] {
    guard let privacy else { return [] }
    return files.sorted { $0.key < $1.key }.flatMap { path, bytes in
      privacy.problems(
        inBuilt: bytes, path: path, shownAs: "\(project.output)/\(path)", known: known)
    }.map(privacy.masked)
  }

  /// A file that the front matter names, relative to the briefing.
  private func companion(
    _ named: (path: String, span: Span), _ briefing: BriefingFile, _ file: SourceFile,
    _ diagnostics: inout [LocatedDiagnostic]
  ) throws(MachineError) -> SourceFile? {
    let path = "\(briefing.folder)/\(named.path)"
    guard files.kind(path) == .file, let real = files.realPath(path),
      let root = files.root(of: briefing, content: project.content), real.isOrLies(in: root)
    else {
      diagnostics.append(.init(.companionMissing(named.path, at: named.span), in: file))
      return nil
    }
    return SourceFile(path: path, bytes: try files.read(path))
  }
}

extension ProjectSettings {
  /// A problem as serious as the project says.
  func weighed(_ located: LocatedDiagnostic) -> LocatedDiagnostic {
    guard let severity = severities[located.diagnostic.code.name] else { return located }
    var located = located
    located.diagnostic.severity = severity
    return located
  }
}

extension Diagnostic.Code {
  static let companionMissing = Self(
    "companion-missing", .error,
    summary:
      "A file of references or participants that the front matter names is not in the content folder.",
    remedy:
      "Correct the path; it is relative to the briefing's file and stays inside the content folder."
  )
}

extension Diagnostic {
  fileprivate static func companionMissing(_ path: String, at span: Span) -> Self {
    Self(
      .companionMissing, "there is no file `\(path)` in the content folder", at: span,
      help: "correct the path; it is relative to this file")
  }
}
