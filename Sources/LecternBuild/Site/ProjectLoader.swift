import LecternBriefing
package import LecternSource

/// Reads everything of a project that its briefings share.
public struct ProjectLoader: Sendable {
  /// Where the project's files are.
  public let project: Project
  /// The files of the machine.
  public let files: FileStore

  /// Makes a loader.
  public init(_ project: Project, files: FileStore = .disk) {
    self.project = project
    self.files = files
  }

  /// A project, ready to compile its briefings.
  package struct Loaded: Sendable {
    package var compiler: Compiler
    package var briefings: [BriefingFile]
    /// The references that all briefings share, by the files in which they stand.
    var sharedReferences: [(file: SourceFile, works: Bibliography)]
    package var problems: [LocatedDiagnostic]

    /// Whether what the briefings share is whole enough for pages to be made.
    package var isUsable: Bool {
      !problems.contains {
        $0.diagnostic.severity == .error && !$0.diagnostic.code.isOfOneBriefing
      }
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
    let compiler = Compiler(
      project: project, files: files, settings: settings.value, materials: materials.materials,
      bibliography: shared.reduce(Bibliography()) { $0.adding($1.works) }, pages: pages)
    return Loaded(
      compiler: compiler, briefings: briefings, sharedReferences: shared,
      problems: problems.map { settings.value.weighed($0) })
  }

  /// A compiler for one briefing that stands alone.
  public func compiler() throws(MachineError) -> Compiler { try load(paths: []).compiler }

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
