import Foundation
import LecternBuild
import LecternSource
import TestSupport
import Testing

/// Building whole sites: all or nothing, and always the same bytes.
@Suite struct SiteBuilderTests {
  private func build(
    _ folder: ScratchFolder, files: FileStore = .disk,
    _ change: (inout SiteBuilder.Options) -> Void = { _ in }
  ) async throws -> SiteBuilder.Result {
    var options = SiteBuilder.Options(jobs: 2)
    change(&options)
    let loader = ProjectLoader(Project(folder: folder.path), files: files)
    return try await SiteBuilder(loader, options: options).build()
  }

  private func project(_ briefings: [String: String]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for (name, text) in briefings { try folder.write(text, to: "content/\(name)") }
    return folder
  }

  private let good = "# Good\n\n## One\n\nText\n"
  private let bad = "# Bad\n\n[x](#nowhere)\n"

  @Test func makesTheSameBytesWhateverTheNumberOfJobs() async throws {
    var briefings: [String: String] = [:]
    for number in 0..<12 {
      briefings["talk-\(number).md"] = "# Talk \(number)\n\n## One\n\nText \(number)\n"
    }
    let folder = try project(briefings)
    _ = try await build(folder) { $0.jobs = 1 }
    let one = try folder.files()
    try FileStore.disk.removeTree("\(folder.path)/site")
    _ = try await build(folder) { $0.jobs = 8 }
    #expect(try folder.files() == one)
    try folder.remove()
  }

  @Test func leavesTheOldSiteAsItIsWhenAnythingIsWrong() async throws {
    let folder = try project(["good.md": good])
    _ = try await build(folder)
    let before = try folder.files()
    try folder.write(bad, to: "content/bad.md")
    let result = try await build(folder)
    #expect(result.changedFiles == nil)
    #expect(result.diagnostics.map(\.diagnostic.code.name) == ["unknown-fragment"])
    #expect(try folder.files() == before)
    #expect(try FileStore.disk.names(folder.path) == ["content", "site"])
    try folder.remove()
  }

  @Test func reportsTheProblemsOfEveryBriefingInOneRun() async throws {
    let folder = try project(["a.md": bad, "b.md": bad, "c.md": "## No title\n"])
    let result = try await build(folder)
    #expect(Set(result.diagnostics.map(\.path)).count == 3)
    try folder.remove()
  }

  @Test func publishesTheRestWhenAskedToKeepGoing() async throws {
    let folder = try project(["good.md": good, "bad.md": bad])
    let result = try await build(folder) { $0.keepsGoing = true }
    #expect(result.briefings == 1)
    let names = try folder.files().keys
    #expect(names.contains("good/index.html") && !names.contains("bad/index.html"))
    try folder.remove()
  }

  @Test func writesNothingWhenNothingHasChanged() async throws {
    let folder = try project(["good.md": good])
    _ = try await build(folder)
    var watched = FileStore.disk
    watched.write = { _, path throws(MachineError) in
      throw MachineError("write", path, "nothing may be written")
    }
    watched.exchange = { _, path throws(MachineError) in
      throw MachineError("replace", path, "nothing may move")
    }
    let result = try await build(folder, files: watched)
    #expect(result.changedFiles == 0)
    try folder.remove()
  }

  @Test func keepsFilesThatItDidNotWriteAndRemovesThoseThatItDid() async throws {
    let folder = try project(["good.md": good, "old.md": "# Old\n\nText\n"])
    _ = try await build(folder)
    try folder.write("example.org\n", to: "site/CNAME")
    try FileStore.disk.removeTree("\(folder.path)/content/old.md")
    _ = try await build(folder)
    let names = try folder.files().keys
    #expect(names.contains("CNAME") && !names.contains("old/index.html"))
    try folder.remove()
  }

  @Test func keepsFoldersAndLinksThatItDidNotMakeAsTheyAre() async throws {
    let folder = try project(["good.md": good, "old.md": "# Old\n\nText\n"])
    _ = try await build(folder)
    let shell = """
      mkdir -p site/.git/refs/heads site/good/mine/empty && echo ref >site/.git/HEAD && chmod 700 site/.git && chmod 600 site/.git/HEAD
      ln -s nowhere site/dangling && ln -s .git site/to-a-folder && ln -s . site/loop && mkfifo site/pipe && chmod 775 site
      """
    let sh = Program(path: "/bin/sh")
    #expect(try sh.run(["-c", shell], folder: folder.path).status == 0)
    let listing = [
      "-c",
      "cd site && find . ! -path './old*' ! -name .lectern-manifest -printf '%p %M %l\\n' | sort",
    ]
    let before = try sh.run(listing, folder: folder.path).text
    try FileStore.disk.removeTree("\(folder.path)/content/old.md")
    _ = try await build(folder)
    #expect(try sh.run(listing, folder: folder.path).text == before)
    #expect(before.contains("./good/mine/empty drwx"))
    #expect(FileStore.disk.kind("\(folder.path)/site/old") == nil)
    try folder.remove()
  }

  @Test func putsBackASiteThatWasLeftAside() async throws {
    let folder = try project(["good.md": good])
    _ = try await build(folder)
    let before = try folder.files()
    let aside = FileStore.aside("\(folder.path)/.site.lectern-new")
    try FileStore.disk.rename("\(folder.path)/site", aside)
    _ = try await build(folder)
    #expect(try folder.files() == before)
    #expect(try FileStore.disk.names(folder.path) == ["content", "site"])
    try folder.remove()
  }

  @Test(arguments: ["", "content", "."]) func refusesAnOutputThatHoldsTheProject(
    output: String
  ) async throws {
    let folder = try project(["good.md": good])
    let project = Project(folder: folder.path, output: "\(folder.path)/\(output)")
    await #expect(throws: MachineError.self) {
      try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 1)).build()
    }
    #expect(try FileStore.disk.names(folder.path) == ["content"])
    try folder.remove()
  }

  @Test func refusesToReplaceAFileThatItDidNotWrite() async throws {
    let folder = try project(["good.md": good])
    try folder.write("mine", to: "site/index.html")
    await #expect(throws: MachineError.self) { try await self.build(folder) }
    #expect(try folder.text("site/index.html") == "mine")
    try folder.remove()
  }

  @Test func leavesTheOldSiteWhenTheDiskIsFull() async throws {
    let folder = try project(["good.md": good])
    _ = try await build(folder)
    let before = try folder.files()
    try folder.write("# Good\n\n## Two\n\nOther\n", to: "content/good.md")
    var full = FileStore.disk
    full.write = { bytes, path throws(MachineError) in
      if path.hasSuffix("deck.html") {
        throw MachineError("write", path, "no space left on device")
      }
      try FileStore.disk.write(bytes, path)
    }
    await #expect(throws: MachineError.self) { try await self.build(folder, files: full) }
    #expect(try folder.files() == before)
    #expect(try FileStore.disk.names(folder.path) == ["content", "site"])
    try folder.remove()
  }

  @Test func goesThroughAFolderOnceHoweverManyWaysLeadToIt() async throws {
    let folder = try project(["good.md": good])
    try FileStore.disk.makeFolder("\(folder.path)/templates")
    for name in ["a", "b"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/templates/\(name)", withDestinationPath: ".")
    }
    #expect(try await build(folder).briefings == 1)
    try folder.remove()
  }

  @Test func listsTheSummaryWithItsCitations() async throws {
    let references =
      #"[{"id":"a2020","type":"book","title":"B","author":[{"family":"Ann"}],"issued":{"date-parts":[[2020]]}}]"#
    let folder = try project([
      "good.md":
        "---\ntitle: T\nsummary: Plain [@a2020].\nreferences: works.json\n---\n\n## A\n\na\n",
      "works.json": references,
    ])
    _ = try await build(folder)
    for page in ["index.html", "good/index.html"] {
      #expect(try folder.text("site/\(page)").contains("Plain (Ann, 2020)."), "\(page)")
    }
    try folder.remove()
  }

  @Test func findsInACheckWhatABuildFinds() async throws {
    let folder = try project(["a.md": bad, "A/index.md": good, "b.md": bad])
    let built = try await build(folder).diagnostics.map(\.diagnostic.code.name)
    let loader = ProjectLoader(Project(folder: folder.path))
    let checked = try await SiteBuilder(loader, options: .init(jobs: 2)).check()
    #expect(checked.diagnostics.map(\.diagnostic.code.name) == built)
    #expect(built.contains("duplicate-slug") && built.contains("unknown-fragment"))
    try folder.remove()
  }

  @Test func listsTitlesByTheirWordsAndInTheirDirection() async throws {
    let folder = try project([
      "a.md": "---\ntitle: “Zebra”\n---\n", "b.md": "---\ntitle: Apple\n---\n",
      "c.md": "---\ntitle: عنوان\nlang: ar\n---\n", "d.md": "---\ntitle: “Banana”\n---\n",
    ])
    _ = try await build(folder)
    let page = try folder.text("site/index.html")
    let places = ["Apple", "“Banana”", "“Zebra”", "عنوان"].map {
      page.firstRange(of: "html\">\($0)</a>")?.lowerBound
    }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(page.contains("lang=\"ar\" dir=\"rtl\"><h2>"))
    #expect(page.contains("id=\"briefing.a\" lang=\"en-GB\"><h2>"))
    try folder.remove()
  }

  @Test func followsLinksIntoOtherBriefings() async throws {
    let folder = try project([
      "a.md": """
      # A

      [all](b.md), [one](b.md#one), [none](b.md#onne) and [draft](c.md#two)

      <!-- allow link-to-unpublished: it will be -->

      [silent](c.md)
      """,
      "b.md": "# B\n\n## One\n\nText\n",
      "c.md": "---\ndraft: true\n---\n\n# C\n\n## Two\n\n[away](d.md)\n",
      "d.md": "# D\n\n[nothing](#nothing)\n",
    ])
    func said(_ result: SiteBuilder.Result) -> [String] {
      result.diagnostics.map {
        "\($0.line):\($0.column) \($0.diagnostic.code.name): \($0.diagnostic.message); \($0.diagnostic.help)"
      }
    }
    let built = said(try await build(folder) { $0.keepsGoing = true })
    #expect(
      built == [
        "3:31 unknown-fragment: nothing in `b.md` has the id `onne`; write `b.md#one`",
        "3:1 unknown-fragment: nothing here has the id `nothing`; write the id of a heading or quotation; `lectern dump FILE --stage briefing` lists them",
      ])
    try folder.write("# A\n\n[draft](c.md#two) and [d](d.md)\n", to: "content/a.md")
    #expect(
      said(try await build(folder) { $0.keepsGoing = true }).filter { $0.contains("unpublished") }
        == [
          "3:1 link-to-unpublished: the briefing `c.md#two` is not published; publish it too, or take the link out; a draft is built with `--drafts`",
          "3:23 link-to-unpublished: the briefing `d.md` is not published; publish it too, or take the link out; a draft is built with `--drafts`",
        ])
    let checked = try await SiteBuilder(
      ProjectLoader(Project(folder: folder.path)), options: .init(jobs: 1)
    ).check()
    #expect(!checked.diagnostics.contains { $0.diagnostic.code.name == "link-to-unpublished" })
    try folder.remove()
  }

  @Test func leavesOutDraftsUnlessAsked() async throws {
    let folder = try project([
      "draft.md": "---\ntitle: Draft\ndraft: true\n---\n\nText\n", "good.md": good,
    ])
    #expect(try await build(folder).briefings == 1)
    #expect(try await build(folder) { $0.includesDrafts = true }.briefings == 2)
    try folder.remove()
  }

  @Test func takesWarningsForErrorsWhenStrict() async throws {
    let folder = try project(["talk.md": "# Talk\n\n> Nobody's\n"])
    #expect(try await build(folder) { $0.isStrict = true }.changedFiles == nil)
    #expect(try await build(folder).changedFiles != nil)
    try folder.remove()
  }

  @Test func reportsBriefingsThatWouldShareTheirPages() async throws {
    let folder = try project(["talk.md": good, "Talk!.md": good, "assets.md": good])
    try folder.write(good, to: "content/folder.md/index.md")
    let codes = Set(try await build(folder).diagnostics.map(\.diagnostic.code.name))
    #expect(codes.isSuperset(of: ["duplicate-slug", "reserved-slug", "folder-for-briefing"]))
    try folder.remove()
  }

  @Test func copiesPicturesAndRefusesThoseOutside() async throws {
    let png: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
      3, 0, 0,
      0, 2, 8, 0, 0, 0, 0,
    ]
    let folder = try project([
      "talk/index.md": "# Talk\n\n![A dot](my%20dot.png \"Dot\")\n\n[good](../good.md#one)\n",
      "good.md": good,
    ])
    try FileStore.disk.write(png, "\(folder.path)/content/talk/my dot.png")
    let result = try await build(folder)
    #expect(result.diagnostics.isEmpty)
    let page = try folder.text("site/talk/index.html")
    #expect(page.contains("width=\"3\" height=\"2\"") && page.contains("../assets/my-dot-"))
    #expect(page.contains("href=\"../good/index.html#one\""))
    // A link to the same file takes nothing from the picture.
    try folder.write(
      "# Talk\n\n![A dot](my%20dot.png)\n\n[file](my%20dot.png)\n", to: "content/talk/index.md")
    _ = try await build(folder)
    #expect(try folder.text("site/talk/index.html").contains("width=\"3\" height=\"2\""))
    try FileStore.disk.write(png, "\(folder.path)/outside.png")
    try folder.write(
      "# Talk\n\n![A dot](../../outside.png)\n\n![Text](index.md)\n", to: "content/talk/index.md")
    let codes = try await build(folder).diagnostics.map(\.diagnostic.code.name)
    #expect(codes == ["picture-outside", "picture-unreadable"])
    try folder.remove()
  }

  @Test func usesTheProjectsOwnTemplatesAndNamesTheirMistakes() async throws {
    let folder = try project(["good.md": good])
    try folder.write("<title>{{title}}</title>{{{slides}}}", to: "templates/deck.mustache")
    _ = try await build(folder)
    #expect(try folder.text("site/good/deck.html").hasPrefix("<title>Good</title>"))
    try folder.write("line\n{{titel}}\n{{#slides}}", to: "templates/deck.mustache")
    let result = try await build(folder)
    let places = result.diagnostics.map {
      "\($0.path.suffix(23)):\($0.line):\($0.column) \($0.diagnostic.code.name)"
    }
    #expect(
      places == [
        "templates/deck.mustache:2:1 unknown-template-name",
        "templates/deck.mustache:3:1 template-syntax",
      ])
    try folder.remove()
  }

  @Test func readsTheProjectsSettings() async throws {
    let folder = try project(["talk.md": "# Talk\n\n> Nobody's\n"])
    try folder.write(
      "title: Ours\nlanguage: fr\nseverities:\n  quotation-without-attribution: error\n",
      to: "lectern.yaml")
    let result = try await build(folder)
    #expect(result.changedFiles == nil)
    try folder.write("title: Ours\nlanguage: fr\nseverites: {}\n", to: "lectern.yaml")
    #expect(try await build(folder).diagnostics.map(\.diagnostic.code.name).contains("unknown-key"))
    #expect(try folder.text("site/index.html").contains("<html lang=\"fr\""))
    try folder.remove()
  }

  @Test func namesReferencesThatNobodyCites() async throws {
    let folder = try project(["good.md": good])
    try folder.write(
      "[{\"id\": \"a2020\", \"type\": \"book\", \"title\": \"A\"}]", to: "content/references.json")
    let result = try await build(folder)
    #expect(result.diagnostics.map(\.diagnostic.code.name) == ["unused-reference"])
    try folder.remove()
  }

  @Test func readsBothSharedBibliographiesAndNamesKeysThatBothHave() async throws {
    let folder = try project([
      "good.md": "# Good\n\n[@a] [@b]\n", "references.bib": "@book{a,}\n@book{b, title={B}}\n",
    ])
    try folder.write(
      "[{\"id\": \"a\", \"type\": \"book\", \"title\": \"A\"}]", to: "content/references.json")
    let result = try await build(folder)
    #expect(
      result.diagnostics.map { "\($0.path.suffix(14)):\($0.line):\($0.column)" }
        == ["references.bib:1:7"])
    #expect(result.diagnostics.map(\.diagnostic.code.name) == ["duplicate-reference"])
    let page = try folder.text("site/good/index.html")
    #expect(page.contains("<em>A</em> (no date).") && page.contains("<em>B</em> (no date)."))
    try folder.remove()
  }

  @Test func warnsOfLabelsThatALanguageLacks() async throws {
    let folder = try project(["good.md": "---\ntitle: Da\nlang: cy\n---\n\n## Un\n\nTestun\n"])
    try folder.write("overview: Trosolwg\n", to: "templates/labels/cy.yaml")
    let result = try await build(folder)
    #expect(Set(result.diagnostics.map(\.diagnostic.code.name)) == ["missing-label"])
    #expect(try folder.text("site/good/index.html").contains("<html lang=\"cy\""))
    try folder.remove()
  }

  @Test func readsReferencesAndParticipantsThatABriefingNames() async throws {
    let folder = try project([
      "talk.md": """
      ---
      title: Talk
      references: works.json
      participants: people.yaml
      ---

      See [@a2020].

      > Ada: Alone.
      >
      > — Interview
      """
    ])
    try folder.write("[{\"id\": \"a2020\", \"title\": \"A\"}]", to: "content/works.json")
    try folder.write("- id: P1\n  name: Ada\n", to: "content/people.yaml")
    #expect(try await build(folder).diagnostics.isEmpty)
    #expect(try folder.text("site/talk/deck.html").contains("class=\"speaker\">Ada"))
    try folder.remove()
  }

  @Test func publishesNoFileThatCouldRunOrHoldNotes() async throws {
    let folder = try project([
      "talk/index.md":
        "# Talk\n\n[a](notes.md) [b](page.html) [c](data.csv) [d](../../secret.csv)\n\n![e](run.svg)\n"
    ])
    for name in ["notes.md", "page.html", "data.csv"] {
      try folder.write("x", to: "content/talk/\(name)")
    }
    try folder.write("x", to: "secret.csv")
    try folder.write("<svg onload=\"x()\"></svg>", to: "content/talk/run.svg")
    let codes = try await build(folder) { $0.keepsGoing = true }.diagnostics.map(
      \.diagnostic.code.name)
    #expect(
      codes == [
        "link-not-published", "link-not-published", "link-not-published", "picture-active",
      ])
    try folder.write("# Talk\n\n[a](notes.md) [c](data.csv)\n", to: "content/talk/index.md")
    _ = try await build(folder)
    let names = try folder.files().keys
    #expect(
      names.contains { $0.hasPrefix("assets/data-") }
        && !names.contains { $0.hasPrefix("assets/notes") })
    try folder.remove()
  }

  @Test func readsNoCompanionOutsideTheContentFolder() async throws {
    let folder = try project([
      "talk.md": "---\ntitle: Talk\nreferences: ../secret.json\n---\n\nText\n"
    ])
    try folder.write("[{\"id\": \"a\"}]", to: "secret.json")
    #expect(
      try await build(folder).diagnostics.map(\.diagnostic.code.name) == ["companion-missing"])
    try folder.remove()
  }

  @Test func reportsAThousandProblemsOfAKindAndHowManyMoreThereAre() async throws {
    let folder = try project([
      "talk.md": "# Talk\n\n" + String(repeating: "[x](#y)\n\n", count: 1_100)
    ])
    let found = try await build(folder).diagnostics.filter {
      $0.diagnostic.code.name == "unknown-fragment"
    }
    #expect(found.count == 1_000)
    #expect(found.last?.diagnostic.message.hasSuffix(", and 100 more like it") == true)
    try folder.remove()
  }
}
