import LecternBuild
import TestSupport
import Testing

/// A briefing and a folder of programs that pretend to be engines.
struct EngineProject {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.write("# Talk\n\n## One\n\nText\n", to: "content/talk.md")
    try folder.write("", to: "temporary/none")
  }

  /// Puts a program in the folder of programs: what it says for its version, and what it does otherwise.
  func program(_ name: String, version: String, otherwise: String) throws {
    let path = "programs/\(name)"
    try folder.write(
      "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '\(version)'; exit; fi\n\(otherwise)\n",
      to: path)
    let result = try #require(Program.named("chmod")).run(["755", "\(folder.path)/\(path)"])
    try #require(result.status == 0)
  }

  /// The environment in which engines are looked for.
  var environment: [String: String] {
    ["PATH": "\(folder.path)/programs:/usr/bin:/bin", "TMPDIR": "\(folder.path)/temporary"]
  }

  func export(
    _ document: ExportedDocument, _ choice: EngineChoice = .auto,
    limits: PrintLimits = PrintLimits(seconds: 30), environment more: [String: String] = [:]
  ) async throws -> Exporter.Result {
    let project = Project(folder: folder.path)
    return try await Exporter(
      ProjectLoader(project), environment: environment.merging(more) { $1 }, limits: limits
    ).export("\(folder.path)/content/talk.md", to: document, with: choice)
  }

  /// What an export that fails says; it leaves no folder behind.
  func failure(
    _ document: ExportedDocument, _ choice: EngineChoice = .auto,
    limits: PrintLimits = PrintLimits(seconds: 30), environment: [String: String] = [:]
  ) async throws -> String {
    var line = "it did not fail"
    do {
      _ = try await export(document, choice, limits: limits, environment: environment)
    } catch let error as MachineError {
      line = error.line
    }
    let left = try FileStore.disk.names("\(folder.path)/temporary")
    #expect(left == ["none"], "a folder is left behind")
    return line.replacing(folder.path, with: "DIR")
  }
}

/// Which engine is taken, and what becomes of one that fails.
@Suite struct PrintingTests {
  /// What a WeasyPrint does: its last argument is the file to write.
  static let prints = "for last; do :; done\nprintf '%%PDF-1.7 %s' \"$*\" > \"$last\""

  @Test func takesWeasyPrintForReportsWhenItIsNewEnough() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program("weasyprint", version: "WeasyPrint version 66.0", otherwise: Self.prints)
    try project.program("chromium", version: "Chromium 156.0.1", otherwise: "exit 9")
    let result = try await project.export(.reportPDF)
    let text = String(decoding: try #require(result.bytes), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.7 --quiet --pdf-variant pdf/ua-1 --allowed-protocols data "))
    #expect(result.fileName == "talk-report.pdf")
    #expect(
      try await project.failure(.reportPDF, .chromium)
        == "cannot print with DIR/programs/chromium: it ended with status 9")
    #expect(
      try await project.failure(.deckPDF)
        == "cannot print with DIR/programs/chromium: it ended with status 9")
  }

  @Test func doesNotTakeAnOldWeasyPrint() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program("weasyprint", version: "WeasyPrint version 57.2", otherwise: Self.prints)
    try project.program("chromium", version: "Chromium 156.0.1", otherwise: "exit 9")
    #expect(try await project.failure(.reportPDF).hasSuffix("chromium: it ended with status 9"))
    #expect(
      try await project.failure(.reportPDF, .weasyprint)
        == "cannot print a PDF: DIR/programs/weasyprint is version 57, 66 is needed "
        + "(install one, or name its program in LECTERN_WEASYPRINT)")
  }

  @Test func saysWhatIsMissing() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    let nowhere = ["PATH": "\(project.folder.path)/programs"]
    #expect(
      try await project.failure(.reportPDF, environment: nowhere)
        == "cannot print a PDF: WeasyPrint was not found; Chromium, Chrome or Edge was not found "
        + "(install one, or name its program in LECTERN_WEASYPRINT or LECTERN_CHROMIUM)")
    #expect(
      try await project.failure(.deckPDF, environment: ["LECTERN_CHROMIUM": "no-such-browser"])
        == "cannot print a PDF: LECTERN_CHROMIUM names no-such-browser, which is no program")
    try project.program("own", version: "Chromium 20.0.1", otherwise: "")
    #expect(
      try await project.failure(.deckPDF, environment: ["LECTERN_CHROMIUM": "own"]).contains(
        "DIR/programs/own is version 20, 131 is needed"))
  }

  @Test func endsWhatTakesTooLong() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program(
      "chromium", version: "Chromium 156.0.1",
      otherwise: "echo $$ > \"\(project.folder.path)/number\"\nsleep 300 &\nsleep 300")
    let line = try await project.failure(.deckPDF, limits: PrintLimits(seconds: 1))
    #expect(line == "cannot print with DIR/programs/chromium: it took longer than 1 seconds")
    let number = try project.folder.text("number").split { $0.isWhitespace }[0]
    let left = try #require(Program.named("ps")).run(["-o", "pid=", "--ppid", String(number)])
    #expect(left.text == "", "its helpers are still there")
  }

  @Test func endsWhatTakesTooMuchMemory() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program("chromium", version: "Chromium 156.0.1", otherwise: "sleep 300")
    let line = try await project.failure(.deckPDF, limits: PrintLimits(seconds: 30, memory: 1_000))
    #expect(line == "cannot print with DIR/programs/chromium: it took more than 0 MB of memory")
  }

  @Test(arguments: [
    ("exit 0", "it wrote no PDF"),
    ("for last; do :; done; echo broken >&2; exit 3", "it ended with status 3: broken"),
    ("kill -9 $$", "it ended with status 137"),
  ])
  func saysWhatFailed(program: (does: String, reason: String)) async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program("weasyprint", version: "WeasyPrint version 70.0", otherwise: program.does)
    #expect(
      try await project.failure(.reportPDF)
        == "cannot print with DIR/programs/weasyprint: \(program.reason)")
  }

  @Test func refusesAPDFThatItCannotFinish() async throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    try project.program(
      "chromium", version: "Chromium 156.0.1",
      otherwise:
        "for word; do case \"$word\" in --print-to-pdf=*) printf '%%PDF-1.4 half' > \"${word#*=}\";; esac; done"
    )
    #expect(
      try await project.failure(.deckPDF)
        == "cannot print with DIR/programs/chromium: it wrote a PDF that Lectern cannot read")
  }

  @Test func knowsWrongUsageAndMissingPrograms() throws {
    let project = try EngineProject()
    defer { try? project.folder.remove() }
    func run(_ arguments: [String]) throws -> Program.Result {
      try Program.lectern.run(
        ["export", "content/talk.md", "--to"] + arguments, folder: project.folder.path,
        environment: [
          "PATH": "\(project.folder.path)/programs", "LECTERN_CHROMIUM": "",
          "LECTERN_WEASYPRINT": "",
        ])
    }
    #expect(try run(["deck.html", "--engine", "chromium"]).status == 64)
    let refused = try run(["deck.pdf", "--engine", "weasyprint"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("WeasyPrint cannot print deck.pdf"))
    let missing = try run(["deck.pdf"])
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("lectern: cannot print a PDF: Chromium, Chrome or Edge was"))
    #expect(missing.errors.split(separator: "\n").count == 1)
    #expect(try FileStore.disk.names(project.folder.path) == ["content", "temporary"])
  }

  @Test func tellsTheTimeOfTheSource() {
    #expect(CalendarTime(sourceDateEpoch: nil) == nil)
    #expect(CalendarTime(sourceDateEpoch: "soon") == nil)
    #expect(CalendarTime(sourceDateEpoch: "-1") == nil)
    #expect(CalendarTime(sourceDateEpoch: "0")?.forPDF == "D:19700101000000Z")
    #expect(CalendarTime(sourceDateEpoch: "951782399")?.forXMP == "2000-02-28T23:59:59Z")
    #expect(CalendarTime(sourceDateEpoch: "951782400")?.forXMP == "2000-02-29T00:00:00Z")
    #expect(CalendarTime(sourceDateEpoch: "1798761599")?.forXMP == "2026-12-31T23:59:59Z")
  }
}

/// What real engines make of real briefings.
@Suite(
  .serialized,
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct PrintedDocumentTests {
  /// WeasyPrint as the test environment has it.
  static let weasyprint = "\(Repository.root)/.build/venv/bin/weasyprint"

  /// Exports a briefing of the project as a PDF, twice, and as the page that it is compared with.
  private func check(_ path: String, _ document: String, _ engine: String) throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    func export(_ file: String, _ to: String, _ arguments: [String] = []) throws -> String {
      let output = "\(folder.path)/\(file)"
      let result = try Program.lectern.run(
        ["export", path, "--to", to, "-o", output] + arguments, folder: Repository.root,
        environment: ["LECTERN_WEASYPRINT": Self.weasyprint])
      #expect(result.status == 0, "\(result.errors)")
      return output
    }
    let page = try export("page.html", "\(document).html")
    let printed = try ["one.pdf", "two.pdf"].map {
      try export($0, "\(document).pdf", ["--engine", engine])
    }
    let result = try Program(path: BrowserEnvironment.python).run(
      ["\(Repository.root)/Tests/Browser/check_pdf.py", engine, page] + printed)
    #expect(
      result.status == 0, "\(path) to \(document).pdf by \(engine): \(result.text)\(result.errors)")
  }

  static let briefings = ["link-worker-ethnography", "figures", "writing-a-briefing"].map {
    "content/\($0).md"
  }

  @Test(arguments: briefings)
  func printsDecks(path: String) throws { try check(path, "deck", "chromium") }

  @Test(arguments: briefings + ["Tests/Browser/hard-pages.md"])
  func printsReportsWithWeasyPrint(path: String) throws { try check(path, "report", "weasyprint") }

  @Test(arguments: briefings + ["Tests/Browser/hard-pages.md"])
  func printsReportsWithABrowser(path: String) throws { try check(path, "report", "chromium") }

  /// Notes of every shape, each with a word of its own.
  private static let notes = """
    ---
    title: Talk
    authors: [{name: Ada}]
    # MARKA
    ---

    <!-- MARKB -->

    ## One <!-- MARKC -->

    Text <!-- MARKD --> goes on

    - item <!-- MARKE -->

      <!-- MARKF -->

    > words
    >
    > <!-- MARKG -->
    >
    > — Ada

    ```chart
    # MARKH
    data: {A: 1}
    ```

    <!--
    MARKI with more

    and MARKJ
    -->

    ## Two

    Nothing
    """

  @Test func printsNotesInTheHandoutAlone() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(Self.notes, to: "content/talk.md")
    let marks = "ABCDEFGHIJ".map { "MARK\($0)" }
    func found(_ document: String, _ arguments: [String], _ words: [String]) throws -> String {
      let made = try Program.lectern.run(
        ["export", "content/talk.md", "--to", document, "-o", "out.pdf"] + arguments,
        folder: folder.path, environment: ["LECTERN_WEASYPRINT": Self.weasyprint])
      #expect(made.status == 0, "\(made.errors)")
      let result = try Program(path: BrowserEnvironment.python).run(
        ["\(Repository.root)/Tests/Browser/find_in_pdf.py", "\(folder.path)/out.pdf"] + words)
      #expect(result.status == 0, "\(result.errors)")
      return result.text
    }
    #expect(try found("deck.pdf", [], marks + ["Nothing"]) == "Nothing 3\n")
    for engine in ["weasyprint", "chromium"] {
      let text = try found("report.pdf", ["--engine", engine], marks + ["Nothing"])
      #expect(text.hasPrefix("Nothing ") && text.split(separator: "\n").count == 1, "\(text)")
    }
    let handout = try found("handout.pdf", [], marks + ["not for publication", "Nothing"])
    #expect(
      handout
        == "MARKB 1\nMARKC 2\nMARKD 2\nMARKE 2\nMARKF 2\nMARKG 2\nMARKI 2\nMARKJ 2\n"
        + "not for publication 1\nNothing 3\n")
  }

  @Test func datesWhatSourceDateEpochSays() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write("# Talk\n\n## One\n\nText\n", to: "content/talk.md")
    for (epoch, date) in [("951782400", "2000-02-29T00:00:00Z"), ("", nil)] {
      let made = try Program.lectern.run(
        ["export", "content/talk.md", "--to", "deck.pdf", "-o", "out.pdf"], folder: folder.path,
        environment: ["SOURCE_DATE_EPOCH": epoch])
      #expect(made.status == 0, "\(made.errors)")
      let text = try folder.text("out.pdf")
      #expect(text.contains("CreationDate") == (date != nil))
      if let date { #expect(text.contains("<xmp:CreateDate>\(date)</xmp:CreateDate>")) }
    }
  }

  /// The pictures, styles and links of a template that asks for the network wherever it can, printed while somebody
  /// listens.
  @Test(arguments: ["weasyprint", "chromium"])
  func asksNoNetwork(engine: String) throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write("# Talk\n\n## One\n\nText\n", to: "content/talk.md")
    // Else the look through what is built would refuse such a template.
    try folder.write("severities:\n  remote-file: information\n", to: "lectern.yaml")
    let result = try Program(path: BrowserEnvironment.python).run(
      [
        "\(Repository.root)/Tests/Browser/listen_while_printing.py", Program.lecternPath,
        "\(Repository.root)/templates/report.mustache", folder.path, engine,
      ], environment: ["LECTERN_WEASYPRINT": Self.weasyprint])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
