import LecternBriefing
import LecternChecks
package import LecternSource

/// Reads everything of a project that its briefings share.
public struct ProjectLoader: Sendable {
  /// Where the project's files are.
  public let project: Project
  /// The files of the machine.
  public let files: FileStore
  /// Where the list of private strings is, if there is one.
  public let privateList: String?

  /// Makes a loader.
  public init(_ project: Project, privateList: String? = nil, files: FileStore = .disk) {
    self.project = project
    self.privateList = privateList
    self.files = files
  }

  /// A project, ready to compile its briefings.
  package struct Loaded: Sendable {
    package var compiler: Compiler
    package var briefings: [BriefingFile]
    /// The references that all briefings share, by the files in which they stand.
    var sharedReferences: [(file: SourceFile, works: Bibliography)]
    package var problems: [LocatedDiagnostic]
    /// The private strings in what the briefings share; they keep everything from being published.
    package var privateProblems: [LocatedDiagnostic]

    /// Whether what the briefings share is whole enough for pages to be made.
    package var isUsable: Bool {
      !problems.contains {
        $0.diagnostic.severity == .error && !$0.diagnostic.code.isOfOneBriefing
      }
    }

    /// What makes the pages of an earlier reading, with the problems of this one and what is private by now.
    package func keepingPages(of earlier: Loaded) -> Loaded {
      var loaded = earlier
      loaded.problems = problems
      loaded.privateProblems = privateProblems
      loaded.compiler.privacy = compiler.privacy
      return loaded
    }
  }

  /// Reads the project; with `paths` it has these briefings and no others.
  package func load(paths: [String]? = nil) throws(MachineError) -> Loaded {
    var settings = try settings()
    settings.value.site = project.site ?? settings.value.site
    var materials = try Materials.read(project.templates, files)
    materials.materials.site = settings.value.site
    var problems = settings.diagnostics + materials.problems
    var briefings = paths.map { $0.map(BriefingFile.init) } ?? []
    var all: [BriefingFile] = briefings
    if files.kind(project.content) == .folder || paths == nil {
      let found = try BriefingFile.all(in: project.content, files)
      all = found.briefings
      if paths == nil {
        problems += found.problems
        briefings = found.briefings
      }
    }
    var pages: [String: String] = [:]
    for briefing in all {
      if let real = files.realPath(briefing.path) { pages[real] = briefing.slug }
    }
    let shared = try sharedReferences(&problems)
    let privacy = try privacy()
    problems = problems.map { settings.value.weighed($0) }
    var privateProblems: [LocatedDiagnostic] = []
    if let privacy {
      let owned = try ownTexts(besides: shared.map(\.file))
      privateProblems = misplacedList() + privacy.findings(inSources: owned).problems
      privateProblems = privateProblems.map(privacy.masked)
      problems = problems.map(privacy.masked)
    }
    let compiler = Compiler(
      project: project, files: files, settings: settings.value, materials: materials.materials,
      bibliography: shared.reduce(Bibliography()) { $0.adding($1.works) }, pages: pages,
      audit: SiteAudit(folders: [project.folder, project.content].compactMap(files.realPath)),
      privacy: privacy)
    problems += compiler.problems(inBuilt: materials.materials.assets)
    return Loaded(
      compiler: compiler, briefings: briefings, sharedReferences: shared,
      problems: problems, privateProblems: privateProblems)
  }

  /// A compiler for one briefing that stands alone; the project's templates and settings are taken to be whole.
  public func compiler() throws(MachineError) -> Compiler { try load(paths: []).compiler }

  /// The same; nil with the reasons where they are broken, so that no page can be made.
  package func usableCompiler() throws(MachineError) -> (
    compiler: Compiler?, problems: [LocatedDiagnostic]
  ) {
    let loaded = try load(paths: [])
    return loaded.isUsable ? (loaded.compiler, []) : (nil, loaded.problems)
  }

  /// What looks for the strings of the private list; nil without a list.
  private func privacy() throws(MachineError) -> PrivateAudit? {
    guard let path = privateList else { return nil }
    guard let list = PrivateList(try files.read(path)) else {
      throw MachineError("read", path, "it is not UTF-8")
    }
    return PrivateAudit(list)
  }

  /// A problem when the list lies where the site is made of or written to.
  private func misplacedList() -> [LocatedDiagnostic] {
    guard let path = privateList, let real = files.realPath(path) else { return [] }
    let folders = [project.content, project.templates, project.output].compactMap(files.realPath)
    guard folders.contains(where: { real.isOrLies(in: $0) }) else { return [] }
    return [.init(.privateListInProject(at: .at(0)), in: SourceFile(path: path, bytes: []))]
  }

  /// The texts of a project that are no briefings: its settings, shared references and templates.
  private func ownTexts(besides references: [SourceFile]) throws(MachineError) -> [SourceFile] {
    var texts = references
    let settings = Project.path(project.folder, "lectern.yaml")
    var paths = files.kind(settings) == .file ? [settings] : []
    if files.kind(project.templates) == .folder {
      paths += try files.files(below: project.templates)
        .filter { !$0.hasPrefix(".") }.map { "\(project.templates)/\($0)" }
    }
    for path in paths {
      // Of a font, the name alone is on the site in words.
      let isFont = path.hasPrefix("\(project.templates)/fonts/")
      texts.append(SourceFile(path: path, bytes: isFont ? [] : try files.read(path)))
    }
    return texts
  }

  private func settings() throws(MachineError) -> (
    value: ProjectSettings, diagnostics: [LocatedDiagnostic]
  ) {
    let path = Project.path(project.folder, "lectern.yaml")
    guard files.kind(path) == .file else { return (ProjectSettings(), []) }
    let file = SourceFile(path: path, bytes: try files.read(path))
    let read = ProjectSettings.read(file, codes: DiagnosticCatalogue.codes)
    return (read.value, read.diagnostics.map { LocatedDiagnostic($0, in: file) })
  }

  /// The works of `references.json` and `references.bib`; where both have a key, the first file counts.
  private func sharedReferences(
    _ problems: inout [LocatedDiagnostic]
  ) throws(MachineError) -> [(file: SourceFile, works: Bibliography)] {
    var shared: [(file: SourceFile, works: Bibliography)] = []
    for name in ["references.json", "references.bib"] {
      let path = "\(project.content)/\(name)"
      guard files.kind(path) == .file else { continue }
      let file = SourceFile(path: path, bytes: try files.read(path))
      let read = ReferenceFile.read(file)
      let repeated = shared.flatMap { read.value.repeated(after: $0.works) }
      problems += (read.diagnostics + repeated).map { LocatedDiagnostic($0, in: file) }
      shared.append((file, read.value))
    }
    return shared
  }
}
