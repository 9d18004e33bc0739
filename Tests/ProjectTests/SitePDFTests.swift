import LecternBuild
import TestSupport
import Testing

/// The PDFs of a site: made, linked and counted, or not begun.
@Suite struct SitePDFTests {
  private func build(_ folder: ScratchFolder, _ environment: [String: String]) async throws
    -> SiteBuilder.Result
  {
    var options = SiteBuilder.Options(jobs: 1)
    options.printing = environment
    return try await SiteBuilder(
      ProjectLoader(Project(folder: folder.path)), options: options
    ).build()
  }

  @Test(
    .enabled(
      if: Program.named("pdfinfo") != nil && BrowserEnvironment.isReady,
      "no engine here: run Scripts/install-packages --tests and Scripts/test-environment"),
    arguments: [true, false])
  func linksBothPDFsWithTheirSizeAndPages(byWeasyPrint: Bool) async throws {
    let folder = try ScratchFolder()
    let text = (1...9).map { "### Part \($0)\n\n\(String(repeating: "Words. ", count: 120))\n" }
    try folder.write(
      "# Talk\n\n## One\n\n\(text.joined(separator: "\n"))", to: "content/talk.md")
    let weasyPrint = "\(Repository.root)/.build/venv/bin/weasyprint"
    let path = "/usr/local/bin:/usr/bin:/bin"
    let environment =
      byWeasyPrint ? ["PATH": path, "LECTERN_WEASYPRINT": weasyPrint] : ["PATH": path]
    let result = try await build(folder, environment)
    #expect(result.changedFiles != nil)
    let site = "\(folder.path)/site"
    for (page, prefix) in [("talk/index.html", ""), ("index.html", "talk/")] {
      let html = String(decoding: try FileStore.disk.read("\(site)/\(page)"), as: UTF8.self)
      for (file, name) in [("report.pdf", "Report as PDF"), ("deck.pdf", "Slides as PDF")] {
        let info = try #require(Program.named("pdfinfo")).run(["\(site)/talk/\(file)"])
        let line = try #require(info.text.split(separator: "\n").first { $0.hasPrefix("Pages:") })
        let pages = try #require(line.split(separator: " ").last)
        let size = try FileStore.disk.read("\(site)/talk/\(file)").count
        let link =
          "<a href=\"\(prefix)\(file)\">\(name)</a> (\(pages) pages, \((size + 500) / 1000) kB)"
        #expect(html.contains(link), "\(page) has no \(link)")
      }
    }
    // The same again: nothing is new.
    #expect(try await build(folder, environment).changedFiles == 0)
    try folder.remove()
  }

  @Test func beginsNothingWithoutAnEngine() async throws {
    let folder = try ScratchFolder()
    try folder.write("# Talk\n\n## One\n\nText\n", to: "content/talk.md")
    await #expect(throws: MachineError.self) { try await build(folder, ["PATH": "/nowhere"]) }
    #expect(try FileStore.disk.names(folder.path) == ["content"])
    try folder.remove()
  }
}
