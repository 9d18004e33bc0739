import LecternBuild
import LecternSource
import TestSupport
import Testing

@testable import LecternPreview

/// A preview shows what a build would write, whatever was edited before.
@Suite struct PreviewProjectTests {
  /// Random edits, the same in every run.
  private struct Edits {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let picture = #"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>"#

  private func briefing(_ edits: inout Edits) -> String {
    let words = ["alpha", "beta", "gamma", "delta", "é", "字"]
    let word = words[edits.next(words.count)]
    let lines = [
      "A paragraph of \(word).", "> Words of \(word).\n>\n> — Ana, interview",
      "![A picture of \(word)](shape.svg)", "A source [@one2020].", "[The other](b.md)",
      "- \(word)\n- two", "<!-- notes of \(word) -->",
      "```chart\ndata:\n  \(word): \(edits.next(9) + 1)\n  rest: 2\n```",
    ]
    let body = (0...edits.next(4)).map { _ in lines[edits.next(lines.count)] }
    return "---\ntitle: T \(word)\nkeywords: [\(word)]\n---\n\n## One\n\n### S\n\n"
      + body.joined(separator: "\n\n") + "\n"
  }

  private func edit(_ folder: ScratchFolder, _ edits: inout Edits) throws {
    let names = ["a.md", "b.md", "c/index.md", "d.md"]
    let name = names[edits.next(names.count)]
    switch edits.next(12) {
    case 0...5: try replace(folder, briefing(&edits), "content/\(name)")
    case 6:
      let other = name == "c/index.md" ? "content/c" : "content/\(name)"
      // Two of them stay, so that links between them and the project itself do.
      if !["a.md", "b.md"].contains(name) {
        try FileStore.disk.removeTree("\(folder.path)/\(other)")
      }
    case 7:
      let side = 4 + edits.next(30)
      try replace(
        folder, Self.picture.replacing("8", with: "\(side)"), "content/shape.svg")
    case 8:
      try replace(
        folder,
        #"[{"id":"one2020","type":"book","title":"T\#(edits.next(50))","author":[{"family":"One"}],"issued":{"date-parts":[[2020]]}}]"#,
        "content/references.json")
    case 9: try replace(folder, "title: Site \(edits.next(50))\n", "lectern.yaml")
    case 10:
      try replace(folder, "main { margin: \(edits.next(50))px; }\n", "templates/report.css")
    default:
      if FileStore.disk.kind("\(folder.path)/templates") == .folder {
        try FileStore.disk.removeTree("\(folder.path)/templates")
      }
    }
  }

  private func replace(_ folder: ScratchFolder, _ text: String, _ path: String) throws {
    try FileStore.disk.removeTree("\(folder.path)/\(path)")
    try folder.write(text, to: path)
  }

  @Test func saysWhenTheMachineFails() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write("# T\n", to: "content/a.md")
    let site = PreviewSite(PreviewProject(Project(folder: folder.path)))
    #expect(site.state(of: "a/").problems.isEmpty)
    try FileStore.disk.removeTree("\(folder.path)/content")
    let problem = try #require(site.state(of: "a/").problems.first)
    #expect(problem.diagnostic.code.name == "machine-failed")
    #expect(problem.diagnostic.message.contains("cannot list \(folder.path)/content"))
  }

  @Test func listsNothingUnderAnOldTitle() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try FileStore.disk.makeFolder("\(folder.path)/content")
    let project = PreviewProject(Project(folder: folder.path))
    for title in ["One", "Two"] {
      try replace(folder, "title: \(title)\n", "lectern.yaml")
      let page = try #require(try project.file(at: "index.html")?.bytes)
      #expect(String(decoding: page, as: UTF8.self).contains("<h1>\(title)</h1>"))
    }
  }

  @Test func equalsAFreshBuildAfterAnySequenceOfEdits() async throws {
    var edits = Edits(state: 20_261_125)
    let folder = try ScratchFolder()
    let project = Project(folder: folder.path)
    for name in ["a.md", "b.md"] { try folder.write(briefing(&edits), to: "content/\(name)") }
    try folder.write(Self.picture, to: "content/shape.svg")
    try folder.write(
      #"[{"id":"one2020","type":"book","title":"T","author":[{"family":"One"}],"issued":{"date-parts":[[2020]]}}]"#,
      to: "content/references.json")
    try folder.write(Self.picture, to: "content/c/shape.svg")
    let preview = PreviewProject(project)
    var compared = 0
    // What the test writes need not survive a loss of power.
    var files = FileStore.disk
    files.flush = { _ in }
    for round in 0..<60 {
      // Several edits pile up between two looks.
      for _ in 0...edits.next(9) { try edit(folder, &edits) }
      let loader = ProjectLoader(project, files: files)
      let result = try await SiteBuilder(loader, options: .init(jobs: 1)).build()
      guard result.changedFiles != nil else { continue }
      let site = "\(folder.path)/site"
      for path in try FileStore.disk.files(below: site) where !path.hasPrefix(".") {
        let built = try FileStore.disk.read("\(site)/\(path)")
        let shown = try preview.file(at: path)?.bytes
        #expect(shown == built, "round \(round): \(path)")
        compared += 1
      }
    }
    #expect(compared > 600)
    try folder.remove()
  }

  @Test func keepsTheLastGoodPagesOfABrokenBriefing() async throws {
    let folder = try ScratchFolder()
    try folder.write("# A\n\n## B\n\nGood\n", to: "content/a.md")
    let preview = PreviewProject(Project(folder: folder.path))
    let good = try #require(try preview.file(at: "a/index.html"))
    #expect(good.problems.isEmpty)
    try replace(folder, "# A\n\n## B\n\n[x](#nowhere)\n", "content/a.md")
    let broken = try #require(try preview.file(at: "a/index.html"))
    #expect(broken.bytes == good.bytes)
    #expect(broken.problems.map(\.diagnostic.code.name) == ["unknown-fragment"])
    try replace(folder, "# A\n\n## B\n\nBetter\n", "content/a.md")
    let mended = try #require(try preview.file(at: "a/index.html"))
    #expect(mended.problems.isEmpty)
    #expect(mended.bytes != good.bytes)
    try folder.remove()
  }

  @Test func keepsTheLastGoodTemplatesAndSaysWhatIsWrongWithTheNewOnes() async throws {
    let folder = try ScratchFolder()
    try folder.write("# A\n\n## B\n\nText\n", to: "content/a.md")
    let preview = PreviewProject(Project(folder: folder.path))
    let good = try #require(try preview.file(at: "a/index.html"))
    try folder.write("<html>{{nothing}}</html>", to: "templates/report.mustache")
    let broken = try #require(try preview.file(at: "a/index.html"))
    #expect(broken.bytes == good.bytes)
    #expect(broken.problems.map(\.diagnostic.code.name) == ["unknown-template-name"])
    let fresh = PreviewProject(Project(folder: folder.path))
    let first = try #require(try fresh.file(at: "a/index.html"))
    #expect(first.bytes == nil)
    #expect(first.problems.map(\.diagnostic.code.name) == ["unknown-template-name"])
    try folder.remove()
  }
}
