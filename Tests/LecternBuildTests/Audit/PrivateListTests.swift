import LecternBuild
import LecternChecks
import LecternSource
import TestSupport
import Testing

/// No private string gets into a site, however it is written, and no report repeats one.
@Suite struct PrivateListTests {
  private func builder(_ folder: ScratchFolder, keepsGoing: Bool = false) -> SiteBuilder {
    var options = SiteBuilder.Options(jobs: 1)
    options.keepsGoing = keepsGoing
    let project = Project(folder: "\(folder.path)/project")
    return SiteBuilder(
      ProjectLoader(project, privateList: "\(folder.path)/private.txt"), options: options)
  }

  /// All that a build says of its problems.
  private func report(_ result: SiteBuilder.Result) -> String {
    let printer = TextPrinter(usesColour: false)
    return result.diagnostics.map(printer.text).joined()
      + JSONPrinter().text(of: result.diagnostics)
  }

  /// A text's letters and digits alone, so that no way of writing hides a string.
  private func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  @Test(arguments: Leaks.all) func findsEveryLeakAndBuildsNothing(leak: Leak) async throws {
    let folder = try Leak.project(leak)
    for keepsGoing in [false, true] {
      let result = try await builder(folder, keepsGoing: keepsGoing).build()
      let found = result.diagnostics.filter { $0.diagnostic.code.name == "private-string" }
      #expect(!found.isEmpty, "\(leak.name) is not found")
      #expect(found.allSatisfy { $0.diagnostic.severity == .error })
      #expect(result.changedFiles == nil || result.briefings == 0, "\(leak.name) is published")
      let said = letters(report(result))
      for string in Leak.list.split(separator: "\n") {
        #expect(!said.contains(letters(String(string))), "\(leak.name): \(report(result))")
      }
    }
    try folder.remove()
  }

  @Test(arguments: Leaks.inPages) func findsTheLeakInThePagesToo(leak: Leak) async throws {
    let folder = try Leak.project(leak)
    let project = Project(folder: "\(folder.path)/project")
    _ = try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 1)).build()
    let list = try #require(PrivateList(Array(Leak.list.utf8)))
    let pages = try folder.files(below: "project/site").filter { $0.key.hasSuffix(".html") }
    let search = PrivateSearch(list)
    #expect(
      pages.values.contains { !search.findings(in: $0, as: .markup).isEmpty },
      "\(leak.name) is not found in \(pages.keys.sorted())")
    try folder.remove()
  }

  @Test(arguments: NearMisses.all) func isSilentAboutWhatOnlyLooksLikeIt(text: String) async throws
  {
    let folder = try Leak.project(Leak("near miss", text))
    try folder.write(NearMisses.list, to: "private.txt")
    let found = try await builder(folder).build().diagnostics
      .filter { $0.diagnostic.code.name == "private-string" }
    #expect(found.isEmpty, "\(text): \(found.map(\.diagnostic.message))")
    try folder.remove()
  }

  @Test func leavesTheOldSiteAsItIs() async throws {
    let folder = try Leak.project()
    #expect(try await builder(folder).build().changedFiles != nil)
    let before = try folder.files(below: "project/site")
    try folder.write("# Talk\n\nJohanna Brightwater\n", to: "project/content/talk.md")
    #expect(try await builder(folder).build().changedFiles == nil)
    #expect(try folder.files(below: "project/site") == before)
    try folder.remove()
  }

  @Test func leavesOutTheBriefingAloneWhenAskedToKeepGoing() async throws {
    let folder = try Leak.project()
    try folder.write("# Bad\n\nJohanna Brightwater\n", to: "project/content/bad.md")
    let result = try await builder(folder, keepsGoing: true).build()
    #expect(result.briefings == 1)
    let names = try folder.files(below: "project/site").keys
    #expect(names.contains("talk/index.html") && !names.contains("bad/index.html"))
    try folder.remove()
  }

  @Test func namesTheLineOfTheListAndThePlace() async throws {
    let folder = try Leak.project(Leak("two", "At Kestrel House,\n\nwith **Jo**hanna Brightwater."))
    let result = try await builder(folder).build()
    let told = result.diagnostics.map {
      "\($0.line):\($0.column) \($0.diagnostic.message) | \($0.excerpt)"
    }
    #expect(
      told == [
        "5:4 line 3 of the private list stands here | At •••••••••••••,",
        "7:8 line 1 of the private list stands here | with **•••••••••••••••••••••.",
      ])
    try folder.remove()
  }

  @Test func hidesTheStringsInEveryOtherDiagnosticToo() async throws {
    let folder = try Leak.project(
      Leak("quotation", "[Kestrel House](#kestrel-house)\n\n> Johanna Brightwater came."))
    let said = report(try await builder(folder).build())
    #expect(said.contains("[unknown-fragment]") && said.contains("[quotation-without-attribution]"))
    #expect(!letters(said).contains("kestrelhouse") && !letters(said).contains("brightwater"))
    try folder.remove()
  }

  @Test func cannotBeLoweredOrSilenced() async throws {
    let folder = try Leak.project(
      Leak("allowed", "<!-- allow private-string: no -->\n\nKestrel House"))
    try folder.write("severities:\n  private-string: information\n", to: "project/lectern.yaml")
    #expect(try await builder(folder).build().changedFiles == nil)
    try folder.remove()
  }

  @Test func refusesAListThatLiesInTheProjectOrCannotBeRead() async throws {
    let folder = try Leak.project()
    try folder.write(Leak.list, to: "project/content/private.txt")
    let project = Project(folder: "\(folder.path)/project")
    func build(_ list: String) async throws -> SiteBuilder.Result {
      try await SiteBuilder(
        ProjectLoader(project, privateList: list), options: .init(jobs: 1)
      ).build()
    }
    let result = try await build("\(project.content)/private.txt")
    #expect(result.changedFiles == nil)
    #expect(result.diagnostics.map(\.diagnostic.code.name) == ["private-list-in-project"])
    await #expect(throws: MachineError.self) { try await build("\(folder.path)/nowhere.txt") }
    try folder.write([0xFF, 0xFE, 0x4A, 0], to: "wide.txt")
    await #expect(throws: MachineError.self) { try await build("\(folder.path)/wide.txt") }
    try folder.remove()
  }

  @Test func exportsAndRendersNothingWithPrivateStrings() async throws {
    let folder = try Leak.project(Leak("note", "<!-- Ask at Kestrel House. -->\n\nText"))
    let project = Project(folder: "\(folder.path)/project")
    let loader = ProjectLoader(project, privateList: "\(folder.path)/private.txt")
    let path = "\(project.content)/talk.md"
    for document in ExportedDocument.allCases {
      let exported = try await Exporter(loader).export(path, to: document)
      #expect(exported.bytes == nil)
    }
    let file = SourceFile(path: path, bytes: try FileStore.disk.read(path))
    for document in RenderedDocument.allCases {
      let rendered = try loader.compiler().render(file, BriefingFile(path: path), to: document)
      #expect(rendered.bytes.isEmpty)
    }
    try folder.remove()
  }

  @Test func saysThatAPackedFileCannotBeSearched() async throws {
    let folder = try Leak.project(
      Leak("packed", "[report](a.docx)", beside: "a.docx", Array("PK".utf8)))
    let result = try await builder(folder).build()
    #expect(result.changedFiles != nil)
    #expect(result.diagnostics.map(\.diagnostic.code.name) == ["file-not-searched"])
    try folder.remove()
  }

  @Test func searchesAMegabyteForThousandsOfStrings() throws {
    let lines = (0..<5_000).map { "Name\($0 * 7_919) Surname\($0)" }.joined(separator: "\n")
    let list = try #require(PrivateList(Array(lines.utf8)))
    let text = String(repeating: "name7919 surname surname1 ", count: 40_000) + "Name0 Surname0"
    let found = PrivateSearch(list).findings(in: Array(text.utf8), as: .source)
    #expect(found.contains { $0.line == 1 })
  }

  @Test func knowsMoreThanSixtyWays() {
    #expect(Leaks.all.count >= 60)
    #expect(Set(Leaks.all.map(\.name)).count == Leaks.all.count)
  }
}
