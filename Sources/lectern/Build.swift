import ArgumentParser
import LecternBuild
import LecternSource

/// `lectern build`: checks and builds everything.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Check every briefing and build the site.",
    discussion:
      "With any error nothing in the output changes; every problem is reported in one run.")

  @OptionGroup var folders: ProjectOptions

  @OptionGroup var privacy: PrivateOptions

  @Option(
    help: ArgumentHelp(
      "The folder that the site is written to, if it is not `site`.", valueName: "dir"))
  var output: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "The address that the site will have; the one in lectern.yaml otherwise.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("How many briefings are made at a time.", valueName: "n"))
  var jobs = processorCount()

  @Flag(help: "Build drafts too.")
  var drafts = false

  @Flag(help: "Add a PDF of each report and each deck, printed by WeasyPrint or a browser.")
  var pdf = false

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Publish the briefings that have no errors, although others have some.")
  var keepGoing = false

  @Flag(name: .shortAndLong, help: "Show information as well as warnings and errors.")
  var verbose = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs takes a number of at least 1") }
    guard baseURL == nil || site != nil else {
      throw ValidationError(
        "--base-url takes a whole address, such as https://example.org/briefings")
    }
  }

  private var site: String? { baseURL.flatMap(SiteAddress.read) }

  func run() async throws {
    var options = SiteBuilder.Options(jobs: jobs)
    options.includesDrafts = drafts
    options.isStrict = strict
    options.keepsGoing = keepGoing
    options.printing = pdf ? environment() : nil
    options.leastSeverity = verbose ? .information : .warning
    let project = folders.project(output: output, site: site)
    let builder = SiteBuilder(
      ProjectLoader(project, privateList: privacy.path), options: options,
      progress: { Terminal.progress($0, $1) })
    let result = try await reportingFailures(hiding: privacy) { try await builder.build() }
    Terminal.print(result.diagnostics, from: options.leastSeverity)
    let summary = Summary(result.diagnostics, isStrict: strict)
    if let changed = result.changedFiles {
      let name = result.briefings == 1 ? "1 briefing" : "\(result.briefings) briefings"
      Terminal.message(
        "\(summary.text)\(name) in \(privacy.masked(project.output)), \(Summary.count(changed, "file")) new or changed\n"
      )
    } else {
      Terminal.message("\(summary.text)nothing is built\n")
    }
    if summary.hasProblems { throw ExitCode.problems }
  }
}

/// How many problems there were, in words.
struct Summary {
  /// The counts, ready to stand before what happened.
  let text: String
  /// Whether the command must end with the exit code 1.
  let hasProblems: Bool

  init(_ diagnostics: [LocatedDiagnostic], isStrict: Bool) {
    let errors = diagnostics.count { $0.diagnostic.severity == .error }
    let warnings = diagnostics.count { $0.diagnostic.severity == .warning }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { Self.count($0.0, $0.1) }
    text = parts.isEmpty ? "" : parts.joined(separator: ", ") + "; "
    hasProblems = errors > 0 || (isStrict && warnings > 0)
  }

  static func count(_ number: Int, _ name: String) -> String {
    number == 1 ? "1 \(name)" : "\(number) \(name)s"
  }
}
