import LecternSource

/// Makes PDFs of finished pages with an engine.
struct PagePrinter: Sendable {
  let environment: [String: String]
  let files: FileStore
  var limits = PrintLimits()

  /// Prints a page; the folder in which the engine works is always removed.
  func pdf(of page: [UInt8], with engine: FoundEngine) async throws(MachineError) -> [UInt8] {
    let folder = try TemporaryFolder(environment, files)
    defer { folder.remove() }
    let input = "\(folder.path)/page.html"
    let output = "\(folder.path)/page.pdf"
    try files.write(page, input)
    let program = ExternalProgram(
      path: engine.path, arguments: Self.arguments(of: engine.engine, folder.path, input, output),
      folder: folder.path, environment: environment, limits: limits)
    _ = try await program.run()
    guard files.kind(output) == .file, case let bytes = try files.read(output),
      bytes.starts(with: "%PDF-".utf8)
    else { throw MachineError("print with", engine.path, "it wrote no PDF") }
    return bytes
  }

  /// What an engine is told: to print one file to another, and to ask no network for anything.
  static func arguments(
    of engine: PDFEngine, _ folder: String, _ input: String, _ output: String
  ) -> [String] {
    switch engine {
    case .weasyprint:
      return [
        "--quiet", "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "data",
        "--no-http-redirects", "--timeout", "1", input, output,
      ]
    case .chromium:
      var arguments = [
        "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps", "--disable-sync", "--disable-breakpad", "--no-pings",
        // Every name is unknown, and every address is behind a proxy that is not there.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
        "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", "--print-to-pdf=\(output)",
      ]
      // Chromium does not start its sandbox for the superuser, whose machines are containers.
      if ProcessOwner.isSuperuser { arguments.append("--no-sandbox") }
      return arguments + ["file://\(input.percentEncoded(keeping: "/"))"]
    }
  }
}
