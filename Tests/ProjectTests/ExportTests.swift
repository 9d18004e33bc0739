import Foundation
import LecternBuild
import LecternTypography
import TestSupport
import Testing

/// A project with all that an export has to take along.
struct ExportProject {
  let folder: ScratchFolder
  static let briefing = """
    ---
    title: Talk <about> "exports"
    authors: [{name: Ada}]
    lang: fr
    ---

    ## One

    <!-- MARK -->

    See [the other](other.md), [the numbers](numbers.csv) and [an address](https://example.org).

    ### Picture

    ![A point](point.png)

    ## Two

    ```chart
    title: Visits
    data: {A: 1, B: 2}
    ```

    ## Three

    > Words
    >
    > — Carol

    """

  /// Makes the project; with `ownLook` it has fonts and templates of its own.
  init(ownLook: Bool) throws {
    folder = try ScratchFolder()
    try folder.write(Self.briefing, to: "content/talk.md")
    try folder.write("# Other\n\n## One\n\nText\n", to: "content/other.md")
    try folder.write("a,b\n", to: "content/numbers.csv")
    try folder.write(
      try FileStore.disk.read(
        "\(Repository.root)/Tests/Sites/two-briefings/content/second/point.png"),
      to: "content/point.png")
    guard ownLook else { return }
    let font = try #require(FontFile(try TestFont.builtIn("inter-regular")))
    try folder.write(font.bytes, to: "templates/fonts/own.ttf")
    try folder.write(
      "fonts: {sans: {regular: own.ttf, bold: inter-bold.woff2}}\n", to: "templates/theme.yaml")
    try folder.write(
      try Repository.text("templates/deck.mustache").replacing(
        "<body", with: "<body data-house=\"own\""), to: "templates/deck.mustache")
    try folder.write(
      try Repository.text("templates/deck.css") + "\n/* </style> <!-- */\n",
      to: "templates/deck.css")
    try folder.write(
      try Repository.text("templates/deck.js") + "\nwindow.mark = '</script><!--<script>';\n",
      to: "templates/deck.js")
  }

  /// Exports the briefing.
  func export(
    _ document: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.lectern.run(
      ["export", "content/talk.md", "--to", document] + more, folder: folder.path,
      environment: environment)
  }
}

/// `lectern export` as people call it: files, streams and exit codes.
@Suite struct ExportTests {
  @Test(arguments: ["deck", "report"])
  func writesOnePageUnderTheBriefingsName(document: String) throws {
    let project = try ExportProject(ownLook: false)
    defer { try? project.folder.remove() }
    let result = try project.export("\(document).html")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.hasPrefix("talk-\(document).html, "))
    let page = try project.folder.text("talk-\(document).html")
    #expect(page.contains("the other, <a href=\"data:text/csv"))
    #expect(page.contains("download=\"numbers.csv\""))
    #expect(page.contains("src=\"data:image/png;base64,"))
    #expect(
      !page.contains("assets/") && !page.contains("=\"index.html")
        && !page.contains("../index.html"))
    #expect(!page.contains("deck.html") && !page.contains("MARK"))
    #expect(document == "deck" || page.contains("download=\"talk-figure-1.csv\""))
    let names = try FileStore.disk.names(project.folder.path)
    #expect(names == ["content", "talk-\(document).html"])
    let again = try project.export("\(document).html", ["-o", "-"])
    #expect(again.text == page, "the same input has other bytes")
    #expect(again.errors == "")
  }

  @Test func writesWhereItIsTold() throws {
    let project = try ExportProject(ownLook: false)
    defer { try? project.folder.remove() }
    try project.folder.write("old", to: "out/mine.html")
    #expect(try project.export("deck.html", ["-o", "out/mine.html"]).status == 0)
    #expect(try project.folder.text("out/mine.html").hasPrefix("<!doctype html>"))
    // What others may not read they may not read afterwards.
    let mine = "\(project.folder.path)/out/mine.html"
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: mine)
    #expect(try project.export("presenter.html", ["-o", "out/mine.html"]).status == 0)
    let permissions = try FileManager.default.attributesOfItem(atPath: mine)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
    #expect(try project.export("deck.html", ["-o", "out"]).status == 0)
    #expect(try project.folder.text("out/talk-deck.html").hasPrefix("<!doctype html>"))
    for place in ["nowhere/mine.html", "/dev/null"] {
      let result = try project.export("deck.html", ["-o", place])
      #expect(result.status == 2)
      #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
      #expect(result.errors.hasPrefix("lectern: cannot write \(place): "))
    }
    #expect(
      try FileStore.disk.names("\(project.folder.path)/out") == ["mine.html", "talk-deck.html"])
  }

  @Test func writesNothingWhenTheAuthorHasMadeAMistake() throws {
    let project = try ExportProject(ownLook: false)
    defer { try? project.folder.remove() }
    try project.folder.write("# Talk\n\n[x](#nowhere)\n", to: "content/talk.md")
    let result = try project.export("report.html")
    #expect(result.status == 1)
    #expect(result.errors.contains("[unknown-fragment]"))
    #expect(result.errors.hasSuffix("1 error; nothing is written\n"))
    #expect(try project.export("report.html", ["-o", "-"]).output.isEmpty)
    try project.folder.write("# Talk\n\nText\n", to: "content/talk.md")
    try project.folder.write("{{nosuch}}", to: "templates/report.mustache")
    let broken = try project.export("report.html")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("[unknown-template-name]"))
    #expect(try FileStore.disk.names(project.folder.path) == ["content", "templates"])
  }

  @Test func knowsWrongUsage() throws {
    let project = try ExportProject(ownLook: false)
    defer { try? project.folder.remove() }
    #expect(try project.export("deck.docx").status == 64)
    #expect(try Program.lectern.run(["export", "talk.md"]).status == 64)
    #expect(try Program.lectern.run(["export", "nowhere.md", "--to", "deck.html"]).status == 2)
  }
}

/// What a browser makes of exported pages.
@Suite(
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct ExportedPageTests {
  private func check(_ pages: [String]) throws {
    let result = try Program(path: BrowserEnvironment.python).run(
      ["\(Repository.root)/Tests/Browser/check_exports.py"] + pages)
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test func findsNothingWrongWithTheProjectsOwnBriefings() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    var pages: [String] = []
    for name in ["link-worker-ethnography", "figures", "writing-a-briefing"] {
      for document in ["deck.html", "report.html"] {
        let path = "\(folder.path)/\(name)-\(document)"
        let result = try Program.lectern.run(
          ["export", "content/\(name).md", "--to", document, "-o", path], folder: Repository.root)
        #expect(result.status == 0, "\(result.errors)")
        pages.append(path)
      }
    }
    try check(pages)
  }

  @Test func findsNothingWrongWithTemplatesAndFontsOfAProject() throws {
    let project = try ExportProject(ownLook: true)
    defer { try? project.folder.remove() }
    for document in ["deck.html", "report.html"] {
      let result = try project.export(document)
      #expect(result.status == 0, "\(result.errors)")
    }
    let deck = try project.folder.text("talk-deck.html")
    #expect(deck.contains("data-house=\"own\""))
    // The part of the theme's own font, the built-in ones, and the presenter's window.
    #expect(deck.split(separator: "<style>").count == 4)
    try check(["deck", "report"].map { "\(project.folder.path)/talk-\($0).html" })
  }

  @Test func givesNotesToThePresenterAlone() throws {
    let project = try ExportProject(ownLook: false)
    defer { try? project.folder.remove() }
    for document in ["deck.html", "report.html", "presenter.html"] {
      let result = try Program.lectern.run([
        "export", "\(project.folder.path)/content/talk.md", "--project", project.folder.path,
        "--to", document, "-o", "\(project.folder.path)/\(document)",
      ])
      #expect(result.status == 0, "\(result.errors)")
      let holdsNotes = try project.folder.text(document).contains("MARK")
      #expect(holdsNotes == (document == "presenter.html"), "\(document)")
    }
  }

  @Test(
    .enabled(
      if: BrowserEnvironment.isReady,
      "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
  func presentsFromOneFile() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    for (document, arguments) in [
      ("deck.html", []), ("presenter.html", ["--notes", "it is worth saying both pairs"]),
    ] {
      let made = try Program.lectern.run([
        "export", "\(Repository.root)/content/link-worker-ethnography.md", "--project",
        Repository.root, "--to", document, "-o", "\(folder.path)/\(document)",
      ])
      #expect(made.status == 0, "\(made.errors)")
      let result = try Program(path: BrowserEnvironment.python).run(
        ["\(Repository.root)/Tests/Browser/check_deck.py", folder.path, document] + arguments)
      #expect(result.status == 0, "\(result.text)\(result.errors)")
    }
  }
}
