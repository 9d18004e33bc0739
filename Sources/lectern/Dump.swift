public import ArgumentParser
public import LecternBuild
import LecternSource

/// `lectern dump`: any stage as text.
struct Dump: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Show a stage of a briefing as text, for bug reports.")

  @Argument(help: "The briefing.")
  var file: String

  @Option(help: "Which stage.")
  var stage: DumpStage = .briefing

  @OptionGroup var folders: ProjectOptions

  @OptionGroup var privacy: PrivateOptions

  func run() async throws {
    let dumped = try await reportingFailures(hiding: privacy) {
      let source = SourceFile(path: file, bytes: try FileStore.disk.read(file))
      let loader = ProjectLoader(folders.project(), privateList: privacy.path)
      let briefing = BriefingFile(path: file)
      // The tree comes before all that a project could have broken.
      if stage == .tree { return try loader.compiler().dump(source, briefing, stage: stage) }
      let loaded = try loader.usableCompiler()
      return try loaded.compiler?.dump(source, briefing, stage: stage)
        ?? (text: "", diagnostics: loaded.problems)
    }
    try Terminal.output(privacy.masked(dumped.text))
    Terminal.print(dumped.diagnostics, from: .warning)
    if Summary(dumped.diagnostics, isStrict: false).hasProblems { throw ExitCode.problems }
  }
}

extension DumpStage: ExpressibleByArgument {}
