import ArgumentParser
import LecternBuild
import LecternPreview
import LecternSource

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `lectern serve`: the site as it would be built, kept up to date while somebody writes.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser while you write.",
    discussion: """
      Pages are made from memory when they are asked for, drafts among them, and nothing is written. A page that is open changes \
      when its briefing is saved. Only this machine can reach it. NAME/presenter.html is the presenter's view with the notes.
      """)

  @OptionGroup var folders: ProjectOptions

  @Option(
    help: ArgumentHelp("The port; another one when it is taken.", valueName: "n"))
  var port: UInt16 = 4_180

  @OptionGroup var privacy: PrivateOptions

  @Flag(help: "Open the list of briefings in the browser.")
  var open = false

  func run() async throws {
    let project = folders.project()
    let preview = try await reportingFailures(hiding: privacy) {
      guard FileStore.disk.kind(project.content) == .folder else {
        throw MachineError("serve", project.content, "there is no such folder")
      }
      return try LivePreview(project, privateList: privacy.path, port: port) { problems in
        Terminal.print(problems, from: .warning)
        if problems.isEmpty { Terminal.message("all is well again\n") }
      }
    }
    try Terminal.output("\(privacy.masked(project.content)) is served at \(preview.address)\n")
    if preview.address != "http://127.0.0.1:\(port)/", port != 0 {
      Terminal.message("port \(port) is taken\n")
    }
    Terminal.message(
      "notes are at \(preview.address)NAME/presenter.html; Ctrl-C ends it\n")
    if open { Self.openBrowser(at: preview.address) }
    // Nothing was written, so to end is enough.
    Interruption.wait()
  }

  private static func openBrowser(at address: String) {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(opener), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    if posix_spawnp(&process, opener, nil, nil, &arguments, environ) != 0 {
      Terminal.message("no browser could be opened (\(opener) is missing)\n")
    }
  }
}
