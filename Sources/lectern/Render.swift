public import ArgumentParser
public import LecternBuild
import LecternHTML
import LecternMarkdown
import LecternSource

/// `lectern render`: one document to standard output.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write one document to standard output.")

  @Argument(help: "The briefing; `-` is standard input.")
  var file = "-"

  @Option(help: "What is written: the text alone, the deck's page or the report's.")
  var to: RenderedDocument = .fragment

  @Flag(help: "Write plain GFM, with no reading of ours; only with `--to fragment`.")
  var unsafe = false

  @OptionGroup var folders: ProjectOptions

  @OptionGroup var privacy: PrivateOptions

  func validate() throws {
    if unsafe, to != .fragment { throw ValidationError("--unsafe goes with --to fragment") }
  }

  func run() async throws {
    let (source, briefing) = try await reportingFailures(hiding: privacy) { try read() }
    if unsafe {
      try Terminal.output(PlainFragment.html(of: MarkdownTree.plain(source)))
      return
    }
    let rendered = try await reportingFailures(hiding: privacy) {
      let loaded = try ProjectLoader(folders.project(), privateList: privacy.path).usableCompiler()
      return try loaded.compiler?.render(source, briefing, to: to) ?? (
        bytes: [], diagnostics: loaded.problems
      )
    }
    try Terminal.output(rendered.bytes)
    Terminal.print(rendered.diagnostics, from: .warning)
    if Summary(rendered.diagnostics, isStrict: false).hasProblems { throw ExitCode.problems }
  }

  private func read() throws -> (SourceFile, BriefingFile) {
    if file == "-" {
      return (SourceFile(path: "-", bytes: try Terminal.input()), BriefingFile(path: "briefing.md"))
    }
    return (SourceFile(path: file, bytes: try FileStore.disk.read(file)), BriefingFile(path: file))
  }
}

extension RenderedDocument: ExpressibleByArgument {}
