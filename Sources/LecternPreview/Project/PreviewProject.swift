package import LecternBuild
import LecternSource
import LecternViews
import Synchronization

/// A project whose pages are made when somebody asks for them, from what is on the disk at that moment.
///
/// Each thing that is made is kept with the trace of what was read for it, and is made again when the disk gives other answers.
/// So nothing is done twice and nothing old is served, whatever was edited and in whatever order.
package final class PreviewProject: Sendable {
  /// A project as it was read, and what was read of the disk.
  private struct Reading {
    var loaded: ProjectLoader.Loaded
    var trace: FileTrace
    /// Whether pages can be made; else there are only problems to show.
    var isUsable: Bool
    /// Which reading it is: what was made with another one is out of date.
    var number: Int
  }

  private struct Made<Value: Sendable> {
    var value: Value
    var trace: FileTrace
    var reading: Int
    /// When it was asked for last, so that what nobody looks at can go.
    var asked: Int
  }

  private struct State {
    var reading: Reading?
    var outcomes: [String: Made<PreviewBriefing>] = [:]
    var entries: [String: (made: Made<ListedBriefing>, number: Int)] = [:]
    /// The list of briefings, with the numbers of the readings of the project and of the entries that it was made of.
    var index: (pages: [String: [UInt8]], made: [Int])?
    /// Counts every reading of the project and of entries.
    var readings = 0
    var questions = 0
  }

  private let project: Project
  private let privateList: String?
  private let files: FileStore
  private let state = Mutex(State())

  /// How many briefings' pages are kept in memory.
  private static let mostKept = 24

  /// A project whose files are read when they are needed.
  package init(_ project: Project, files: FileStore = .disk, privateList: String? = nil) {
    self.project = project
    self.files = files
    self.privateList = privateList
  }

  // MARK: What is asked for

  /// What stands at a path below the site; nil for what a build would not write there, and no build writes a presenter's view.
  package func file(at path: String) throws(MachineError) -> PreviewFile? {
    let reading = try reading()
    guard reading.isUsable else { return PreviewFile(path, nil, problems: reading.loaded.problems) }
    if let bytes = reading.loaded.compiler.assets[path] { return PreviewFile(path, bytes) }
    if !path.contains("/") || path.hasPrefix("assets/") {
      if let bytes = try index(reading)[path] { return PreviewFile(path, bytes) }
    }
    if path.hasPrefix("assets/") { return try asset(path, reading) }
    guard let slash = path.firstIndex(of: "/"),
      let briefing = reading.loaded.briefings.first(where: { $0.slug == path[..<slash] })
    else { return nil }
    let made = try self.briefing(briefing, reading)
    return made.pages[path].map {
      PreviewFile(
        path, $0, problems: reading.loaded.problems + reading.loaded.privateProblems + made.problems
      )
    }
  }

  /// A picture, font or download, of which the name does not tell whose it is: those just shown are asked first.
  private func asset(
    _ path: String, _ reading: Reading
  ) throws(MachineError) -> PreviewFile? {
    let known = state.withLock { state in
      state.outcomes.values.compactMap { $0.value.pages[path] }.first
    }
    if let known { return PreviewFile(path, known) }
    for briefing in reading.loaded.briefings {
      if let bytes = try self.briefing(briefing, reading).pages[path] {
        return PreviewFile(path, bytes)
      }
    }
    return nil
  }

  /// A problem without the strings of the private list, as far as that has been read.
  func masked(_ problem: LocatedDiagnostic) -> LocatedDiagnostic {
    state.withLock { $0.reading }?.loaded.compiler.masked(problem) ?? problem
  }

  // MARK: What is made

  /// The project as it is now; when it cannot be used as it is, as it was, with the problems that it has now.
  private func reading() throws(MachineError) -> Reading {
    let last = state.withLock { $0.reading }
    if let last, last.trace.isCurrent { return last }
    let trace = FileTrace(of: files)
    var loaded = try ProjectLoader(
      project, privateList: privateList, files: trace.tracing
    ).load()
    var isUsable = loaded.isUsable
    if !isUsable, let last, last.isUsable {
      // Templates or settings that are broken: the pages stay, and say so.
      loaded = loaded.keepingPages(of: last.loaded)
      isUsable = true
    }
    return state.withLock { [loaded, isUsable] state in
      state.readings += 1
      let reading = Reading(
        loaded: loaded, trace: trace, isUsable: isUsable, number: state.readings)
      state.reading = reading
      return reading
    }
  }

  /// The pages of a briefing as they are now; of one that has errors, as they were last.
  private func briefing(
    _ file: BriefingFile, _ reading: Reading
  ) throws(MachineError) -> PreviewBriefing {
    let old = state.withLock { state -> Made<PreviewBriefing>? in
      state.questions += 1
      state.outcomes[file.slug]?.asked = state.questions
      return state.outcomes[file.slug]
    }
    if let old, old.reading == reading.number, old.trace.isCurrent { return old.value }
    let trace = FileTrace(of: files)
    let compiler = reading.loaded.compiler.reading(trace.tracing)
    let outcome = try compiler.compile(file)
    var made = PreviewBriefing(pages: outcome.pages, problems: outcome.diagnostics)
    let isBroken = outcome.diagnostics.contains { $0.diagnostic.severity == .error }
    if isBroken, let old, !old.value.pages.isEmpty {
      made.pages = old.value.pages
    } else {
      made.pages.merge(try compiler.presenterPages(of: outcome)) { page, _ in page }
    }
    state.withLock { state in
      state.outcomes[file.slug] = Made(
        value: made, trace: trace, reading: reading.number, asked: state.questions)
      guard state.outcomes.count > Self.mostKept else { return }
      let oldest = state.outcomes.min { $0.value.asked < $1.value.asked }
      if let oldest { state.outcomes[oldest.key] = nil }
    }
    return made
  }

  /// The list of briefings and the feeds, by their path below the site.
  private func index(_ reading: Reading) throws(MachineError) -> [String: [UInt8]] {
    var entries: [ListedBriefing] = []
    var made = [reading.number]
    for briefing in reading.loaded.briefings {
      let entry = try entry(briefing, reading)
      entries.append(entry.value)
      made.append(entry.number)
    }
    let slugs = Set(reading.loaded.briefings.map(\.slug))
    let known = state.withLock { state -> [String: [UInt8]]? in
      for slug in state.entries.keys where !slugs.contains(slug) { state.entries[slug] = nil }
      return state.index?.made == made ? state.index?.pages : nil
    }
    if let known { return known }
    let pages = try reading.loaded.compiler.index(of: entries)
    state.withLock { $0.index = (pages, made) }
    return pages
  }

  /// What the list says of a briefing, with the number of its reading.
  private func entry(
    _ file: BriefingFile, _ reading: Reading
  ) throws(MachineError) -> (value: ListedBriefing, number: Int) {
    let old = state.withLock { $0.entries[file.slug] }
    if let old, old.made.reading == reading.number, old.made.trace.isCurrent {
      return (old.made.value, old.number)
    }
    let trace = FileTrace(of: files)
    let entry = try reading.loaded.compiler.reading(trace.tracing).entry(of: file)
    return state.withLock { state in
      state.readings += 1
      let made = Made(value: entry, trace: trace, reading: reading.number, asked: 0)
      state.entries[file.slug] = (made, state.readings)
      return (entry, state.readings)
    }
  }
}

/// The pages of one briefing, and what is wrong with it now.
struct PreviewBriefing: Sendable {
  /// By their path below the site, the presenter's view among them.
  var pages: [String: [UInt8]]
  var problems: [LocatedDiagnostic]
}
