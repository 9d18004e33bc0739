import LecternBriefing
import LecternBuild
import LecternSource
import LecternViews
import TestSupport
import Testing

/// What libraries and reference managers are told of a briefing.
@Suite struct PublicationTests {
  private let text = """
    ---
    title: Waiting & “listening” <here>
    subtitle: A study of 50% of rooms
    authors:
      - name: Prof. Ana van der Berg
        orcid: 0000-0002-1825-0097
      - name: Quill, Dora
      - name: Northmoor
    organisation: Northmoor Trust
    date: 2026-03-09
    doi: https://doi.org/10.5555/wait.1
    version: "2"
    keywords: [waiting, Rooms]
    summary: |
      Plain **words**.
    study:
      aim: To listen
      participants: 12 people
      methods: Interviews
    ---

    ## One

    ### What we heard

    > Nobody asked me.
    >
    > — Hilary, interview

    > Nor me.
    """

  private func site(_ project: String...) async throws -> [String: String] {
    let folder = try ScratchFolder()
    try folder.write(text, to: "content/waiting.md")
    try folder.write(
      "# Other\n\n## Two\n\nText\n\n> Mine.\n>\n> — Sam\n", to: "content/é other.md")
    for settings in project { try folder.write(settings, to: "lectern.yaml") }
    let loader = ProjectLoader(Project(folder: folder.path))
    let result = try await SiteBuilder(loader, options: .init(jobs: 1)).build()
    #expect(result.changedFiles != nil)
    var files: [String: String] = [:]
    for path in try FileStore.disk.files(below: "\(folder.path)/site")
    where !path.hasPrefix("assets/") {
      files[path] = String(
        decoding: try FileStore.disk.read("\(folder.path)/site/\(path)"), as: UTF8.self)
    }
    try folder.remove()
    return files
  }

  @Test func givesReferenceManagersTheirFiles() async throws {
    let files = try await site()
    #expect(
      files["waiting/citation.bib"] == """
        @techreport{waiting,
          author = {van der Berg, Ana and Quill, Dora and {Northmoor}},
          title = {{Waiting \\& “listening” <here>: A study of 50\\% of rooms}},
          institution = {Northmoor Trust},
          year = {2026},
          month = {3},
          day = {9},
          version = {2},
          doi = {10.5555/wait.1},
          language = {en-GB},
          keywords = {waiting, Rooms},
        }

        """)
    #expect(
      files["waiting/citation.ris"]?.split(separator: "\r\n") == [
        "TY  - RPRT", "AU  - van der Berg, Ana", "AU  - Quill, Dora", "AU  - Northmoor",
        "TI  - Waiting & “listening” <here>: A study of 50% of rooms", "PY  - 2026",
        "DA  - 2026/03/09", "PB  - Northmoor Trust", "AB  - Plain words.", "KW  - waiting",
        "KW  - Rooms", "LA  - en-GB", "ET  - 2", "DO  - 10.5555/wait.1", "ER  - ",
      ])
    let json = try #require(files["waiting/citation.json"])
    for part in [
      #""type":"report""#, #"{"family":"van der Berg","given":"Ana"}"#,
      #"{"literal":"Northmoor"}"#, #""issued":{"date-parts":[[2026,3,9]]}"#,
      #""DOI":"10.5555/wait.1""#,
    ] {
      #expect(json.contains(part), "\(part) in \(json)")
    }
  }

  @Test func tagsTheReportForCatalogues() async throws {
    let page = try #require(try await site()["waiting/index.html"])
    for tag in [
      #"<meta name="citation_title" content="Waiting &amp; “listening” &lt;here&gt;: A study of 50% of rooms">"#,
      #"<meta name="citation_author" content="van der Berg, Ana">"#,
      #"<meta name="citation_author_orcid" content="https://orcid.org/0000-0002-1825-0097">"#,
      #""name":"Prof. Ana van der Berg","sameAs":"https://orcid.org/0000-0002-1825-0097"}"#,
      #"<meta name="citation_publication_date" content="2026/03/09">"#,
      #"<meta name="citation_technical_report_institution" content="Northmoor Trust">"#,
      #"<meta name="citation_doi" content="10.5555/wait.1">"#,
      #"<meta name="dcterms.issued" content="2026-03-09">"#,
      #"<meta property="og:description" content="Plain words.">"#,
      #""@type":"Report","name":"Waiting \u0026 “listening” \u003chere\u003e: A study"#,
    ] {
      #expect(page.contains(tag), "\(tag)")
    }
    #expect(!page.contains("canonical"))
    #expect(!page.contains("og:url"))
  }

  @Test func namesTheAddressesOfASiteThatHasOne() async throws {
    let files = try await site("base-url: https://example.org/b/\n")
    let other = try #require(files["é-other/index.html"])
    #expect(
      other.contains(
        #"Available at: <a class="address" href="https://example.org/b/%C3%A9-other/">"#))
    let canonical = #"<link rel="canonical" href="https://example.org/b/waiting/">"#
    #expect(files["waiting/index.html"]?.contains(canonical) == true)
    #expect(files["waiting/deck.html"]?.contains(canonical) == true)
    let map = try #require(files["sitemap.xml"])
    #expect(map.contains("<loc>https://example.org/b/</loc>"))
    #expect(
      map.contains(
        "<loc>https://example.org/b/waiting/deck.html</loc><lastmod>2026-03-09</lastmod>"))
    #expect(map.contains("<loc>https://example.org/b/%C3%A9-other/</loc>"))
    let feed = try #require(files["feed.xml"])
    #expect(feed.contains("<updated>2026-03-09T00:00:00Z</updated>"))
    let newest = try #require(feed.firstRange(of: "Waiting &amp; “listening” &lt;here&gt;"))
    let undated = try #require(feed.firstRange(of: "<title>Other</title>"))
    #expect(newest.lowerBound < undated.lowerBound)
    #expect(files["index.html"]?.contains(#"href="feed.xml""#) == true)
  }

  @Test func writesNoFeedsForASiteWithoutAddress() async throws {
    let files = try await site()
    #expect(files["sitemap.xml"] == nil)
    #expect(files["feed.xml"] == nil)
  }

  @Test func refusesAnAddressThatNoBrowserCouldOpen() async throws {
    for address in ["example.org", "javascript:alert(1)", "https://", "https://a b", "ftp://a.b"] {
      let folder = try ScratchFolder()
      try folder.write("# A\n\n## B\n\nText\n", to: "content/a.md")
      try folder.write("base-url: \"\(address)\"\n", to: "lectern.yaml")
      let loader = ProjectLoader(Project(folder: folder.path))
      let result = try await SiteBuilder(loader, options: .init(jobs: 1)).build()
      #expect(
        result.diagnostics.map(\.diagnostic.code.name) == ["unusable-base-url"], "\(address)")
      try folder.remove()
    }
  }

  @Test func listsBriefingsByKeyword() async throws {
    let page = try #require(try await site()["index.html"])
    #expect(page.contains(##"<a href="#keyword.rooms-1">Rooms</a>"##))
    #expect(
      page.contains(
        #"<div id="keyword.rooms-1"><dt lang="en-GB">Rooms</dt>"#))
  }

  @Test func saysWhatIsReportedAndWhatIsNot() async throws {
    let files = try await site()
    let page = try #require(files["waiting/coverage.html"])
    func row(_ topic: String) -> Substring? {
      page.split(separator: "\n").first { $0.contains(">\(topic)<") }
    }
    #expect(row("The purpose or question")?.contains(#"data-found="reported""#) == true)
    #expect(row("The purpose or question")?.contains("index.html#page.study") == true)
    #expect(row("Whether field notes were made")?.contains(#"data-found="person""#) == true)
    #expect(row("Funding")?.contains(#"data-found="missing""#) == true)
    // One quotation says nothing of whose it is.
    #expect(
      row("Quotations, each of them identified")?.contains(#"data-found="missing""#) == true)
    #expect(row("Clear major themes")?.contains(#"data-found="reported""#) == true)
    #expect(files.keys.contains { $0.hasSuffix("other/coverage.html") } == false)
  }

  /// What would end a field of BibTeX is taken out of addresses and protected in words, under an accent too.
  @Test func letsNoValueEndItsField() async throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(
      "---\ntitle: \"A }\u{301} b\"\ndoi: \"10.1/x}, note = {y\"\n---\n\n## B\n\nText\n",
      to: "content/a.md")
    let built = try Program.lectern.run(["build", "--project", folder.path])
    #expect(built.status == 0, "\(built.errors)")
    let file = try folder.text("site/a/citation.bib")
    #expect(file.contains("title = {{A \\}\u{301} b}}"))
    #expect(!file.contains("note = {"))
  }

  @Test(arguments: [
    ("2024-02-29", "2024-02-29"), ("2023-02-29", "2023-02"), ("1900-02-29", "1900-02"),
    ("2000-02-29", "2000-02-29"),
    ("31 April 2021", "2021-04"), ("31 May 2021", "2021-05-31"), ("2021-13-01", "2021"),
  ])
  func knowsTheDaysOfMonths(written: String, read: String) throws {
    let outcome = try ProjectLoader(Project(folder: "/nonexistent")).compiler().compile(
      SourceFile(path: "a.md", text: "# A\n"), BriefingFile(path: "a.md"))
    let labels = outcome.briefing.labels
    #expect(PublicationDate(written, labels: labels)?.text() == read)
  }
}
