import ArgumentParser
import LecternBuild
import LecternSource

/// `lectern check`: problems only.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report problems and write nothing.")

  @Argument(help: "The briefings to check; all of the project when there is none.")
  var files: [String] = []

  @OptionGroup var folders: ProjectOptions

  @OptionGroup var privacy: PrivateOptions

  @Option(help: "How problems are written.")
  var format = Format.text

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(
    help: "Compare the two built documents, and list what they share and what one has alone.")
  var parity = false

  @Flag(name: .shortAndLong, help: "List the silenced diagnostics and their reasons.")
  var verbose = false

  /// The forms in which problems can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
  }

  func run() async throws {
    var options = SiteBuilder.Options(jobs: processorCount())
    options.comparesDocuments = parity
    let builder = SiteBuilder(
      ProjectLoader(folders.project(), privateList: privacy.path), options: options,
      progress: { Terminal.progress($0, $1) })
    let result = try await reportingFailures(hiding: privacy) {
      try await builder.check(paths: files.isEmpty ? nil : files)
    }
    for (path, account) in result.parity {
      let lines = ParityLines(path: path, account: account)
      // Beside a form for programs, the account is for people.
      if format == .text { try Terminal.output(lines.text) } else { Terminal.message(lines.text) }
    }
    let summary = Summary(result.diagnostics, isStrict: strict)
    switch format {
    case .json: try Terminal.output(JSONPrinter().text(of: result.diagnostics))
    case .sarif:
      let version = Lectern.configuration.version
      try Terminal.output(SARIFPrinter(version: version).text(of: result.diagnostics))
    case .text:
      Terminal.print(result.diagnostics, from: .information)
      let informations = result.diagnostics.count { $0.diagnostic.severity == .information }
      let rest = informations == 0 ? "" : "\(informations) for information; "
      Terminal.message(
        "\(summary.text)\(rest)\(result.diagnostics.isEmpty ? "no problems" : "checked")\n")
    }
    if verbose {
      for allowance in result.allowances { Terminal.message("silenced: \(allowance)\n") }
    }
    if summary.hasProblems { throw ExitCode.problems }
  }
}
