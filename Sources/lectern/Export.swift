public import ArgumentParser
public import LecternBuild
import LecternSource
import LecternViews

/// `lectern export`: one file to carry or to send.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Make one file of a briefing, to carry or to send.",
    discussion:
      """
      A page holds its styles, script, fonts and pictures, and asks for nothing. A PDF is printed by WeasyPrint or a \
      browser of the Chromium family, whichever is found; LECTERN_WEASYPRINT and LECTERN_CHROMIUM name a program. With \
      any error nothing is written.
      """
  )

  @Argument(help: "The briefing.")
  var file: String

  @Option(help: "What is made of it.")
  var to: ExportedDocument

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where it is written, if not under the briefing's name in the working folder; `-` is standard output.",
      valueName: "path"))
  var output: String?

  @Option(help: "What prints a PDF: the best that is found, or one that is named.")
  var engine: EngineChoice?

  @OptionGroup var folders: ProjectOptions

  @OptionGroup var privacy: PrivateOptions

  @Flag(name: .shortAndLong, help: "Show information as well as warnings and errors.")
  var verbose = false

  func validate() throws {
    guard let engine else { return }
    guard to.isPDF else { throw ValidationError("--engine is for PDFs; \(to.rawValue) needs none") }
    guard !engine.engines(for: to).isEmpty else {
      throw ValidationError(
        "WeasyPrint cannot print \(to.rawValue): it stops at the layout of slides; take --engine chromium"
      )
    }
  }

  func run() async throws {
    let result = try await reportingFailures(hiding: privacy) {
      try await Exporter(
        ProjectLoader(folders.project(), privateList: privacy.path), environment: environment()
      ).export(file, to: to, with: engine ?? .auto)
    }
    Terminal.print(result.diagnostics, from: verbose ? .information : .warning)
    let summary = Summary(result.diagnostics, isStrict: false)
    guard let bytes = result.bytes else {
      Terminal.message("\(summary.text)nothing is written\n")
      throw ExitCode.problems
    }
    if output == "-" {
      try Terminal.output(bytes)
      return
    }
    let written = OutputFile(output ?? "", usualName: result.fileName)
    try await reportingFailures(hiding: privacy) { try written.write(bytes) }
    Terminal.message(
      "\(summary.text)\(privacy.masked(written.path)), \(FileSize.text(bytes.count))\n")
  }
}

extension ExportedDocument: ExpressibleByArgument {}

extension EngineChoice: ExpressibleByArgument {}
