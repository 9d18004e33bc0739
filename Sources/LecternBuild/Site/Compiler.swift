public import LecternBriefing
import LecternHTML
public import LecternSource
public import LecternViews

/// Turns one briefing's file into pages; what a build does for each, and a check without writing.
public struct Compiler: Sendable {
  let project: Project
  let files: FileStore
  let settings: ProjectSettings
  let materials: Materials
  let bibliography: Bibliography
  /// The slugs of the project's briefings, by the real path of their file.
  let pages: [String: String]
  /// The kinds of figures that a fence can name.
  public var figures = FigureRegistry.standard

  /// What has become of one briefing.
  public struct Outcome: Sendable {
    /// The problems, with their places.
    public var diagnostics: [LocatedDiagnostic]
    /// The diagnostics that the author has silenced.
    public var allowances: [(path: String, allowance: Allowance)]
    /// The model; nil when the file could not be read as text.
    public var briefing: Briefing
    /// The deck as it is fitted.
    public var deck: DeckView
    /// What the presenter alone is told; no page of a site is made of it.
    public var notes: PresenterNotes
    /// The report.
    public var report: ReportView
    /// The pages and files by their path below the site.
    var pages: [String: [UInt8]]
    /// Where the pictures are.
    var pictures: PictureCatalogue
    /// What the list of briefings says of it.
    var entry: BriefingFacts
    /// The keys of the works that it cites.
    var citedKeys: Set<String>
  }

  /// What reads the project's briefings.
  var reader: BriefingReader {
    BriefingReader(labels: materials.labels, figures: figures, defaults: settings.defaults)
  }

  /// Reads a briefing and writes its pages into memory.
  public func compile(_ briefing: BriefingFile) throws(MachineError) -> Outcome {
    try compile(SourceFile(path: briefing.path, bytes: files.read(briefing.path)), briefing)
  }

  /// Reads a briefing's text and writes its pages into memory.
  public func compile(_ file: SourceFile, _ briefing: BriefingFile) throws(MachineError) -> Outcome
  {
    let reader = reader
    var preamble = reader.preamble(of: file)
    var diagnostics = LocatedDiagnostic.all(preamble.diagnostics, in: file)
    var works = bibliography
    if let named = preamble.value.metadata.referencesPath,
      let source = try companion(named, briefing, file, &diagnostics)
    {
      let read = CSLJSONReader.read(source)
      diagnostics += LocatedDiagnostic.all(read.diagnostics, in: source)
      works = read.value.adding(bibliography)
    }
    if let named = preamble.value.metadata.participantsPath,
      let source = try companion(named, briefing, file, &diagnostics)
    {
      let read = ParticipantReader.read(source)
      diagnostics += LocatedDiagnostic.all(read.diagnostics, in: source)
      preamble.value.metadata.participants = read.value
    }
    let read = reader.briefing(
      in: file, slug: briefing.slug, preamble: preamble.value, bibliography: works)
    let model = read.value
    let pictures = PictureFinder(
      content: project.content, briefing: briefing, files: files, pages: pages
    ).find(model)
    let (deck, notes) = DeckMaker.deckAndNotes(
      of: model,
      in: DeckSetting(
        theme: materials.theme, fonts: materials.fonts, pictures: pictures.catalogue.sizes))
    let own = model.silenced(read.diagnostics + pictures.diagnostics + deck.diagnostics)
    diagnostics += LocatedDiagnostic.all(Self.capped(own), in: file)
    diagnostics = LocatedDiagnostic.inOrder(diagnostics.map { settings.weighed($0) })
    let context = materials.context(pictures: pictures.catalogue)
    let style = CitationStyles.style(of: model)
    let report = ReportMaker.report(of: model, fonts: materials.fonts)
    let pages = try materials.withFonts(context, top: "../") {
      [
        "\(model.slug)/index.html": ReportPage.html(of: report, style: style, in: $0),
        "\(model.slug)/deck.html": DeckPage.html(of: deck.value, style: style, in: $0),
      ]
    }.merging(pictures.copies) { page, _ in page }
      .merging(Self.downloads(of: report)) { page, _ in page }
    return Outcome(
      diagnostics: diagnostics, allowances: model.allowances.map { (file.path, $0) },
      briefing: model, deck: deck.value, notes: notes, report: report, pages: pages,
      pictures: pictures.catalogue,
      entry: BriefingFacts(model),
      citedKeys: Set(report.references.map(\.key)))
  }

  /// The page that only a presenter may have, with the fonts that it has to itself, by their path below the site.
  ///
  /// No build writes it: it holds the notes.
  func presenterPages(of outcome: Outcome) throws(MachineError) -> [String: [UInt8]] {
    let model = outcome.briefing
    return try materials.withFonts(materials.context(pictures: outcome.pictures), top: "../") {
      [
        "\(model.slug)/presenter.html": DeckPage.presenterHTML(
          of: outcome.deck, notes: outcome.notes, style: CitationStyles.style(of: model), in: $0)
      ]
    }
  }

  /// The page of a handout, which holds the notes too and is only ever printed.
  func handoutPages(of outcome: Outcome) throws(MachineError) -> [String: [UInt8]] {
    let model = outcome.briefing
    return try materials.withFonts(materials.context(pictures: outcome.pictures), top: "../") {
      [
        "\(model.slug)/handout.html": DeckPage.handoutHTML(
          of: outcome.deck, notes: outcome.notes, style: CitationStyles.style(of: model), in: $0)
      ]
    }
  }

  /// The files that the report offers beside its page.
  private static func downloads(of report: ReportView) -> [String: [UInt8]] {
    Dictionary(
      report.figures.values.map { figure in
        ("\(report.briefing.slug)/\(figure.fileName)", CSVFile.bytes(of: figure.data))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Some problems, of each kind no more than anybody reads; the last says how many more there are.
  private static func capped(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > mostOfAKind else { return diagnostics }
    var counts: [String: Int] = [:]
    for diagnostic in diagnostics { counts[diagnostic.code.name, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return diagnostics.compactMap { diagnostic in
      let name = diagnostic.code.name
      seen[name, default: 0] += 1
      guard let count = counts[name], let place = seen[name], place <= mostOfAKind else {
        return nil
      }
      guard place == mostOfAKind, count > mostOfAKind else { return diagnostic }
      var last = diagnostic
      last.message += ", and \(count - mostOfAKind) more like it"
      return last
    }
  }

  /// How many problems of one kind are reported for one briefing.
  private static let mostOfAKind = 1_000

  /// A file that the front matter names, relative to the briefing.
  private func companion(
    _ named: (path: String, span: Span), _ briefing: BriefingFile, _ file: SourceFile,
    _ diagnostics: inout [LocatedDiagnostic]
  ) throws(MachineError) -> SourceFile? {
    let path = "\(briefing.folder)/\(named.path)"
    let root = files.realPath(project.content) ?? files.realPath(briefing.folder)
    guard files.kind(path) == .file, let real = files.realPath(path), let root,
      real.hasPrefix("\(root)/")
    else {
      diagnostics.append(.init(.companionMissing(named.path, at: named.span), in: file))
      return nil
    }
    return SourceFile(path: path, bytes: try files.read(path))
  }
}

extension Briefing {
  /// Some problems without those that the author has silenced where they stand.
  ///
  /// An error cannot be silenced: nothing is published while one stands.
  fileprivate func silenced(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result = diagnostics.filter { diagnostic in
      diagnostic.severity == .error
        || !allowances.contains {
          $0.code == diagnostic.code.name && $0.span.contains(diagnostic.span)
        }
    }
    let names = DiagnosticCatalogue.codes.map(\.name)
    for allowance in allowances where !names.contains(allowance.code) {
      result.append(.unknownCode(allowance.code, among: names, at: allowance.place))
    }
    return result
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
  static let unknownCode = Self(
    "unknown-code", .warning,
    summary: "A diagnostic is silenced whose code does not exist.",
    remedy: "Write the code that stands in brackets in the message.")
}

extension Diagnostic {
  fileprivate static func companionMissing(_ path: String, at span: Span) -> Self {
    Self(
      .companionMissing, "there is no file `\(path)` in the content folder", at: span,
      help: "correct the path; it is relative to this file")
  }

  fileprivate static func unknownCode(_ name: String, among names: [String], at span: Span) -> Self
  {
    let nearest = NearestName.of(name, among: names)
    return Self(
      .unknownCode, "no diagnostic has the code `\(name)`", at: span,
      help: nearest.map { "write `<!-- allow \($0): reason -->`" }
        ?? "write the code that stands in brackets in the message")
  }
}
