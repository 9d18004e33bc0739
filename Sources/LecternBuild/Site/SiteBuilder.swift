import LecternBriefing
public import LecternChecks
import LecternHTML
public import LecternSource
import LecternViews

/// Checks a project and builds its site.
public struct SiteBuilder: Sendable {
  /// What a build is asked for.
  public struct Options: Sendable {
    /// How many briefings are made at a time.
    public var jobs: Int
    /// Whether drafts are built.
    public var includesDrafts = false
    /// Whether warnings count as errors.
    public var isStrict = false
    /// Whether briefings without errors are published although others have some.
    public var keepsGoing = false
    /// The environment in which the engines of PDFs are looked for and run; nil for a site without PDFs.
    public var printing: [String: String]?
    /// Whether a check compares the two documents of each briefing.
    public var comparesDocuments = false
    /// How serious the problems of briefings must be to be kept: thousands of briefings have many that nobody asks for.
    public var leastSeverity = Severity.information

    /// Makes options.
    public init(jobs: Int) {
      self.jobs = jobs
    }
  }

  /// What a build or check has found and done.
  public struct Result: Sendable {
    /// Every problem that is serious enough to be kept, sorted by file and place.
    public var diagnostics: [LocatedDiagnostic]
    /// The silenced diagnostics with their reasons.
    public var allowances: [String]
    /// What both documents of each briefing hold, by the path of its file; empty unless it is asked for.
    public var parity: [(path: String, account: Parity.Account)] = []
    /// How many briefings are on the site.
    public var briefings = 0
    /// How many files of the site were new or had changed; nil when nothing was published.
    public var changedFiles: Int?
  }

  private let loader: ProjectLoader
  private let options: Options
  /// Called with the number of briefings done and of all.
  private let progress: @Sendable (Int, Int) -> Void

  /// Makes a builder.
  public init(
    _ loader: ProjectLoader, options: Options,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.loader = loader
    self.options = options
    self.progress = progress
  }

  /// Looks for problems and writes nothing.
  public func check(paths: [String]? = nil) async throws -> Result {
    var loaded = try loader.load(paths: paths)
    loaded.compiler.comparesDocuments = options.comparesDocuments
    var result = Result(
      diagnostics: loaded.problems + loaded.privateProblems, allowances: [])
    guard loaded.isUsable else { return sorted(result) }
    var cited: Set<String> = []
    var links = LinkedBriefings(loaded.compiler)
    try await forEachBriefing(loaded) { outcome in
      var outcome = outcome
      outcome.diagnostics += try links.follow(outcome)
      collect(outcome, loaded.compiler.privacy, &result, &cited)
    }
    if paths == nil { result.diagnostics += unused(loaded, cited) }
    return sorted(result)
  }

  /// Builds the whole site, or nothing when something is wrong.
  public func build() async throws -> Result {
    let loaded = try loader.load()
    var result = Result(
      diagnostics: loaded.problems + loaded.privateProblems, allowances: [])
    // A site of which the shared parts are broken is no site.
    guard loaded.isUsable else { return sorted(result) }
    try refuseOutputAroundProject()
    let pdfs = try await pdfs()
    let site = try StagedSite(output: loader.project.output, files: loader.files)
    do {
      let isSafe = try await compileAll(loaded, with: pdfs, into: site, &result)
      let isWanted = options.keepsGoing || !result.diagnostics.contains(where: isError)
      if isSafe, isWanted {
        result.changedFiles = try await site.publish()
      } else {
        try await site.discard()
      }
    } catch {
      try? await site.discard()
      throw error
    }
    return sorted(result)
  }

  /// Refuses an output folder in which the project's own files lie: all of them would be carried from site to site.
  private func refuseOutputAroundProject() throws(MachineError) {
    let project = loader.project
    guard let output = loader.files.realPath(project.output) else { return }
    for folder in [project.content, project.templates] {
      guard let real = loader.files.realPath(folder), real.isOrLies(in: output) else { continue }
      throw MachineError(
        "write", project.output, "the project's own files lie in it; name another --output")
    }
  }

  /// What makes PDFs; nil when none are wanted.
  private func pdfs() async throws(MachineError) -> SitePDFs? {
    guard let environment = options.printing else { return nil }
    return try await SitePDFs(environment: environment, files: loader.files)
  }

  /// Adds everything to the site and says whether what the briefings share may be published.
  private func compileAll(
    _ loaded: ProjectLoader.Loaded, with pdfs: SitePDFs?, into site: StagedSite,
    _ result: inout Result
  ) async throws -> Bool {
    var isSafe = loaded.privateProblems.isEmpty
    var entries: [ListedBriefing] = []
    entries.reserveCapacity(loaded.briefings.count)
    var cited: Set<String> = []
    for (path, bytes) in loaded.compiler.materials.assets.sorted(by: { $0.key < $1.key }) {
      try await site.add(bytes, at: path)
    }
    var links = LinkedBriefings(loaded.compiler)
    try await forEachBriefing(loaded) { outcome in
      var outcome = outcome
      outcome.diagnostics += try links.follow(outcome)
      let isDraft = outcome.briefing.metadata.isDraft && !options.includesDrafts
      collect(outcome, loaded.compiler.privacy, &result, &cited)
      guard !isDraft, !outcome.diagnostics.contains(where: isError) else { return }
      try await pdfs?.add(to: &outcome, loaded.compiler)
      for (path, bytes) in outcome.pages.sorted(by: { $0.key < $1.key }) {
        try await site.add(bytes, at: path)
      }
      entries.append(outcome.entry)
    }
    result.diagnostics += try links.unpublished(besides: Set(entries.map(\.slug)))
    result.diagnostics += unused(loaded, cited)
    result.briefings = entries.count
    for (path, bytes) in try loaded.compiler.index(of: entries).sorted(by: { $0.key < $1.key }) {
      let problems =
        loaded.compiler.problems(inBuilt: [path: bytes])
        + loaded.compiler.privateStrings(inBuilt: [path: bytes])
      isSafe = isSafe && !problems.contains(where: isError)
      result.diagnostics += problems
      try await site.add(bytes, at: path)
    }
    return isSafe
  }

  // MARK: Problems

  private func collect(
    _ outcome: Compiler.Outcome, _ privacy: PrivateAudit?, _ result: inout Result,
    _ cited: inout Set<String>
  ) {
    result.diagnostics += outcome.diagnostics.filter {
      $0.diagnostic.severity >= options.leastSeverity
    }
    result.allowances += outcome.allowances.map {
      "\($0.path): \($0.allowance.code): \($0.allowance.reason)"
    }.map { privacy?.masked($0) ?? $0 }
    cited.formUnion(outcome.citedKeys)
    if let parity = outcome.parity {
      let path = outcome.path
      result.parity.append((privacy?.masked(path) ?? path, parity))
    }
  }

  private func isError(_ located: LocatedDiagnostic) -> Bool {
    let severity = located.diagnostic.severity
    return severity == .error || (options.isStrict && severity == .warning)
  }

  private func unused(
    _ loaded: ProjectLoader.Loaded, _ cited: Set<String>
  ) -> [LocatedDiagnostic] {
    loaded.sharedReferences.flatMap { shared in
      shared.works.references.filter { !cited.contains($0.key) }.map { reference in
        loaded.compiler.settings.weighed(
          LocatedDiagnostic(.unusedReference(reference.key, at: reference.span), in: shared.file))
      }
    }.map(loaded.compiler.masked)
  }

  private func sorted(_ result: Result) -> Result {
    var result = result
    result.diagnostics = LocatedDiagnostic.inOrder(result.diagnostics)
    return result
  }

  // MARK: Tasks

  /// How many briefings for each job may be begun or ready before the one that is to be written next.
  private static let mostAhead = 8

  /// Compiles every briefing, some at a time, and hands over the outcomes in the order of the files.
  private func forEachBriefing(
    _ loaded: ProjectLoader.Loaded,
    _ body: (Compiler.Outcome) async throws -> Void
  ) async throws {
    let compiler = loaded.compiler
    let briefings = loaded.briefings
    try await withThrowingTaskGroup(of: (Int, Compiler.Outcome).self) { group in
      var next = 0
      var ready: [Int: Compiler.Outcome] = [:]
      var done = 0
      let jobs = max(1, options.jobs)
      func start() {
        // While one briefing takes long, what is ready behind it must not pile up.
        while next < briefings.count, next - done - ready.count < jobs,
          next - done < Self.mostAhead * jobs
        {
          let index = next
          next += 1
          group.addTask { (index, try compiler.compile(briefings[index])) }
        }
      }
      start()
      while let (index, outcome) = try await group.next() {
        ready[index] = outcome
        while let outcome = ready.removeValue(forKey: done) {
          done += 1
          try await body(outcome)
          progress(done, briefings.count)
        }
        start()
      }
    }
  }
}

extension Diagnostic.Code {
  /// Whether the problem concerns one briefing's file, so that the others can be published without it.
  var isOfOneBriefing: Bool {
    [.folderForBriefing, .reservedSlug, .duplicateSlug].contains(self)
  }

  static let unusedReference = Self(
    "unused-reference", .information,
    summary: "A reference is cited by no briefing.",
    remedy: "Nothing needs to be done; take it out if it is not wanted.")
}

extension Diagnostic {
  fileprivate static func unusedReference(_ key: String, at span: Span) -> Self {
    Self(
      .unusedReference, "no briefing cites `\(key)`", at: span,
      help: "cite it with `[@\(key)]`, or take it out")
  }
}
