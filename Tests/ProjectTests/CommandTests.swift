import LecternBuild
import LecternSource
import TestSupport
import Testing

/// The program as people call it: exit codes, streams and files.
@Suite struct CommandTests {
  private let good = "# Good\n\n## One\n\nText\n"

  @Test func endsWithTheCodesOfTheContract() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "content/good.md")
    let lectern = Program.lectern
    #expect(try lectern.run(["build"], folder: folder.path).status == 0)
    #expect(try lectern.run(["check"], folder: folder.path).status == 0)
    try folder.write("# Bad\n\n[x](#y)\n", to: "content/bad.md")
    #expect(try lectern.run(["build"], folder: folder.path).status == 1)
    #expect(try lectern.run(["build", "--keep-going"], folder: folder.path).status == 1)
    #expect(try lectern.run(["check", "content/bad.md"], folder: folder.path).status == 1)
    #expect(try lectern.run(["build", "--no-such"], folder: folder.path).status == 64)
    #expect(try lectern.run(["build", "--jobs", "0"], folder: folder.path).status == 64)
    #expect(try lectern.run(["explain", "no-such-code"], folder: folder.path).status == 64)
    #expect(try lectern.run(["render", "nowhere.md"], folder: folder.path).status == 2)
    #expect(try lectern.run(["build", "--content", "nowhere"], folder: folder.path).status == 2)
    try folder.remove()
  }

  @Test(arguments: [
    ["render", "--to", "deck"], ["dump", "--stage", "deck"], ["export", "--to", "deck.html"],
  ])
  func saysWhatIsWrongWithATemplate(arguments: [String]) throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "content/good.md")
    try folder.write("<html>{{#nothing}}", to: "templates/deck.mustache")
    let result = try Program.lectern.run(
      [arguments[0], "content/good.md"] + arguments.dropFirst(), folder: folder.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("[unknown-template-name]"), "\(result.errors)")
    let tree = try Program.lectern.run(
      ["dump", "content/good.md", "--stage", "tree"], folder: folder.path)
    #expect(tree.status == 0, "\(tree.errors)")
    try folder.remove()
  }

  @Test func saysAMachinesFailureInOneLine() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "content/good.md")
    try folder.write("a file", to: "site")
    let result = try Program.lectern.run(["build"], folder: folder.path)
    #expect(result.status == 2)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("lectern: "))
    try folder.remove()
  }

  @Test func failsWhereAResultHasNoRoomOrAnInputCannotBeRead() throws {
    let folder = try ScratchFolder()
    try folder.write(good, to: "good.md")
    let shell = try #require(Program.named("sh"))
    for command in [
      "render good.md >/dev/full", "explain too-many-blocks >/dev/full", "render - </",
    ] {
      let result = try shell.run(["-c", "\(Program.lectern.path) \(command)"], folder: folder.path)
      #expect(result.status == 2, "\(command): \(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }
    try folder.remove()
  }

  @Test func takesTheFolderOfALoneBriefingForItsPictures() throws {
    let folder = try ScratchFolder()
    let drawing = #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#
    try folder.write(drawing, to: "alone/drawing.svg")
    try folder.write(drawing, to: "drawing.svg")
    try folder.write("# Talk\n\n![A square](drawing.svg)\n", to: "alone/talk.md")
    let lectern = Program.lectern
    #expect(try lectern.run(["check", "alone/talk.md"], folder: folder.path).status == 0)
    try folder.write("# Talk\n\n![A square](../drawing.svg)\n", to: "alone/talk.md")
    let result = try lectern.run(["check", "alone/talk.md"], folder: folder.path)
    #expect(result.status == 1 && result.errors.contains("[picture-outside]"), "\(result.errors)")
    try folder.remove()
  }

  @Test func masksPrivateStringsInADump() throws {
    let folder = try ScratchFolder()
    try folder.write("# Talk\n\nMarigold spoke.\n", to: "talk.md")
    try folder.write("Marigold\n", to: "list.txt")
    let result = try Program.lectern.run(
      ["dump", "talk.md", "--private", "list.txt"], folder: folder.path)
    #expect(result.text.contains("•••••••• spoke") && !result.text.contains("Marigold"))
    try folder.remove()
  }

  @Test func writesDiagnosticsToStandardErrorWithoutColourInAPipe() throws {
    let result = try Program.lectern.run(["render", "-"], input: Array("# T\n\n> Nobody's\n".utf8))
    #expect(result.status == 0)
    #expect(result.text.contains("class=\"quote"))
    #expect(
      result.errors.contains(
        "warning: nothing says whose words these are [quotation-without-attribution]"))
    #expect(result.errors.contains("--> -:3:1"))
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func printsPlainMarkdownAndAlwaysSucceeds() throws {
    let text = "a <!-- note --> <b>b</b>\n\n```\nopen\n"
    let result = try Program.lectern.run(
      ["render", "-", "--to", "fragment", "--unsafe"], input: Array(text.utf8))
    #expect(result.status == 0)
    #expect(result.text == "<p>a <!-- note --> <b>b</b></p>\n<pre><code>open\n</code></pre>\n")
  }

  @Test func writesANewBriefingThatBuildsWithoutAWarning() throws {
    let folder = try ScratchFolder()
    #expect(
      try Program.lectern.run(["new", "Our \"first\" talk"], folder: folder.path).text
        == "content/our-first-talk.md\n")
    #expect(try Program.lectern.run(["new", "our-first-talk"], folder: folder.path).status == 2)
    let result = try Program.lectern.run(["build", "--strict"], folder: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    try folder.remove()
  }

  @Test func listsProblemsAsJSON() throws {
    let folder = try ScratchFolder()
    try folder.write("# T\n\n[é](#y)\n", to: "content/t.md")
    let result = try Program.lectern.run(["check", "--format", "json"], folder: folder.path)
    #expect(result.status == 1)
    #expect(result.text.contains("\"code\":\"unknown-fragment\""))
    #expect(result.text.contains("\"line\":3,\"column\":1,\"endLine\":3,\"endColumn\":8"))
    try folder.remove()
  }

  @Test func explainsEveryCode() throws {
    for code in DiagnosticCatalogue.codes {
      let result = try Program.lectern.run(["explain", code.name])
      #expect(result.status == 0 && result.text.contains(code.summary))
    }
  }

  @Test func makesTheSameBytesInAnotherFolderLocaleAndTimeZone() throws {
    let one = try ScratchFolder()
    let other = try ScratchFolder()
    try one.write(good, to: "content/good.md")
    try other.write(good, to: "deep er/ü/content/good.md")
    _ = try Program.lectern.run(
      ["build"], folder: one.path, environment: ["LANG": "C", "TZ": "UTC"])
    _ = try Program.lectern.run(
      ["build", "--project", "\(other.path)/deep er/ü", "--output", "\(other.path)/site"],
      folder: "/",
      environment: ["LANG": "tr_TR.UTF-8", "TZ": "Pacific/Auckland"])
    #expect(try one.files() == other.files())
    try one.remove()
    try other.remove()
  }

  @Test func survivesBadFiles() throws {
    let folder = try ScratchFolder()
    try folder.write("\u{FEFF}# Mark\r\n\r\nText\r\n", to: "content/mark.md")
    try folder.write("", to: "content/empty.md")
    try FileStore.disk.write([0x23, 0x20, 0xFF, 0xFE], "\(folder.path)/content/bytes.md")
    let result = try Program.lectern.run(["check"], folder: folder.path)
    #expect(result.status == 1)
    for code in ["byte-order-mark", "carriage-returns", "briefing-empty", "invalid-utf8"] {
      #expect(result.errors.contains("[\(code)]"), "\(code) is not reported")
    }
    try folder.remove()
  }
}
