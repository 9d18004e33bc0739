import LecternBuild
import LecternSource
import TestSupport
import Testing

/// References in BibTeX and BibLaTeX.
@Suite struct BibTeXTests {
  /// What a report lists of a file of references, and the problems of that file.
  private func read(
    _ bibliography: String, citing keys: String...
  ) throws -> (list: String, problems: [String]) {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(bibliography, to: "content/own.bib")
    let text = keys.map { "[@\($0)]" }.joined(separator: " ")
    try folder.write(
      "---\ntitle: T\nreferences: own.bib\n---\n\n\(text)\n", to: "content/t.md")
    let path = "\(folder.path)/content/t.md"
    let file = SourceFile(path: path, bytes: try FileStore.disk.read(path))
    let compiler = try ProjectLoader(Project(folder: folder.path)).compiler()
    let dump = try compiler.dump(file, BriefingFile(path: path), stage: .report)
    return (
      dump.text.split(separator: "\n").filter { $0.hasPrefix("reference ") }.joined(
        separator: "\n"),
      dump.diagnostics.map { "\($0.line):\($0.column) \($0.diagnostic.code.name)" }
    )
  }

  @Test(arguments: [
    (#"J{\"o}rg M{\"u}ller"#, "Müller, J."), (#"M\"uller, J\"org"#, "Müller, J."),
    (#"Jos\'{e} Garc\'{\i}a"#, "García, J."), (#"\v{S}koda, {\L}ukasz"#, "Škoda, Ł."),
    (#"\AA{}sa {\O}stby"#, "Østby, Å."), (#"Fran\c{c}ois Stra{\ss}e"#, "Straße, F."),
    ("Ludwig van Beethoven", "van Beethoven, L."), ("van der Berg, Jan", "van der Berg, J."),
    ("King, Jr., Martin Luther", "King, M.L., Jr."), ("{Barnes and Noble}", "Barnes and Noble"),
    ("Tran, Mai and others", "Tran, M. *et al.*"),
    ("Ana Bell and Cy Dunn", "Bell, A. and Dunn, C."),
    (#"{Carers {\&} Co}"#, "Carers & Co"),
  ])
  func readsNames(written: String, expected: String) throws {
    let read = try read("@book{a, author = {\(written)}, title = {T}, year = 2020}", citing: "a")
    #expect(read.list == "reference a: \(expected) (2020) *T*.")
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    (#""Quoted {"}marks{"}""#, "Quoted “marks”"), (#"{``Two'' and `one'}"#, "“Two” and ‘one’"),
    ("{A -- b --- c}", "A – b — c"),
    (##"{\textit{In} \emph{vivo} \& \% \_ \#}"##, "In vivo & % _ #"),
    ("{The {NHS} {C}are}", "The NHS Care"), ("{Costs $x^2$}", "Costs $x^2$"),
    ("first # { and } # \"last\"", "Start and last"), ("{Tab\n   over lines}", "Tab over lines"),
    (#"{\unknown{kept} \LaTeX{} words}"#, "kept LaTeX words"),
  ])
  func readsTitles(written: String, expected: String) throws {
    let read = try read(
      "@string{first = \"Start\"}\n@book{a, title = \(written), year = 2020}", citing: "a")
    #expect(read.list == "reference a: *\(expected)* (2020).")
    #expect(read.problems.isEmpty)
  }

  @Test(arguments: [
    ("year = 2020, month = may", "Echo*, May."), ("date = {2020-05-12}", "Echo*, 12 May."),
    ("year = {2020}, month = {5}, day = 3", "Echo*, 3 May."),
    ("year = 2020, month = \"3~\" # mar", "Echo*, March."), ("date = {2020-21}", "Echo*, Spring."),
  ])
  func readsDates(written: String, expected: String) throws {
    let read = try read(
      "@newspaper{a, author = {A. Lee}, title = {T}, journaltitle = {Echo}, \(written)}",
      citing: "a")
    #expect(read.list == "reference a: Lee, A. (2020) ‘T’, *\(expected)")
  }

  @Test func takesFromTheWholeWhatAPartLacks() throws {
    let read = try read(
      """
      @inproceedings{part, author = {A. Lee}, title = {T}, crossref = {whole}, pages = {1--9}}
      @proceedings{whole, title = {Proc}, editor = {B. Ray}, publisher = {Tarn}, year = 2015}
      """, citing: "part")
    #expect(
      read.list == "reference part: Lee, A. (2015) ‘T’, in B. Ray (ed.) *Proc*. Tarn, pp. 1–9.")
  }

  @Test func reportsWhatIsBrokenAndReadsTheRest() throws {
    let read = try read(
      """
      Words between entries, with an @ sign, are a comment.
      @comment{@book{hidden, title = {H}}}
      @book{open, title = {Never closed, year = 2020}
      @book{good, title = {Good}, yaer = 2020, url = "javascript:alert(1)"}
      @article{comma, title = {A} year = 2020}
      @book{, title = {No key}}
      @book{name, title = nobody}
      @bok(round, title = "R")
      """, citing: "good", "name", "round")
    #expect(
      read.problems.sorted() == [
        "3:7 bibtex-syntax", "4:29 reference-field-unknown", "4:7 address-dropped",
        "5:29 bibtex-syntax", "6:7 bibtex-syntax", "7:21 bibtex-string-unknown",
        "8:6 reference-kind-unknown",
      ])
    #expect(
      read.list.contains("good: *Good* (no date)") && read.list.contains("round: ‘R’ (no date)"))
  }

  @Test(arguments: ["  @book{good, title = {Good}}", "@book {good, title = {Good}}"])
  func losesNoEntryBehindAnOpenOne(good: String) throws {
    let read = try read("@book{open, title = {Never closed\n\(good)\n", citing: "good")
    #expect(read.problems == ["1:21 bibtex-syntax"])
    #expect(read.list == "reference good: *Good* (no date).")
  }

  @Test(arguments: [
    String(repeating: "{", count: 300_000), String(repeating: "@a{k,x={\n", count: 60_000),
    String(repeating: " @a{k,t={\n", count: 60_000),
    String(repeating: "@a {k,t={\r", count: 60_000),
    String(repeating: "@a(k,t={\n", count: 60_000),
    String(repeating: "@comment{\n", count: 60_000),
    String(repeating: "@string{a=a#a#a#a}", count: 30_000),
    "@book{a,title={" + String(repeating: "{\\\"", count: 200_000) + "}}",
    "@book{a,author={" + String(repeating: "a and ", count: 60_000) + "b}}",
    String(repeating: "@book{a,title={b}}\n", count: 20_000),
  ])
  func endsInTimeWhateverTheFile(hostile: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    _ = try read(hostile)
    #expect(clock.now - start < .seconds(20))
  }
}
