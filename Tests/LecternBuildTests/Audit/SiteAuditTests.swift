import LecternBuild
import LecternChecks
import LecternSource
import TestSupport
import Testing

/// Whatever is about to be published is looked through, last of all.
@Suite struct SiteAuditTests {
  private func problems(_ text: String, path: String = "talk/index.html") -> [String] {
    SiteAudit(folders: ["/home/somebody/study"]).problems(
      in: Array(text.utf8), path: path, shownAs: path
    ).map { "\($0.column) \($0.diagnostic.code.name)" }
  }

  @Test(arguments: [
    "<p>a</p><!-- b -->", "<!--b--><p>a</p>", "<p><!-- never closed, and some more",
  ])
  func findsComments(page: String) {
    #expect(problems(page).map { $0.split(separator: " ")[1] } == ["comment-in-built-file"])
  }

  @Test(arguments: [
    "<img alt=\"\" src=\"https://example.org/a.png\">", "<IMG SRC=//example.org/a.png>",
    "<script src='http://example.org/a.js'></script>",
    "<link rel=\"stylesheet\" href=\"https://example.org/a.css\">",
    "<link rel=preconnect href=https://example.org>",
    "<img srcset=\"a.png 1x, https://example.org/b.png 2x\">",
    "<video poster=\"https://example.org/a.png\"></video>",
    "<img/src=https://example.org/a.png>", "<iframe src=\"https://example.org/\"></iframe>",
    "<object data=\"https://example.org/a\">",
    "<svg><image xlink:href=\"https://example.org/a.png\"/></svg>",
    "<svg><use href=\"//example.org/a.svg#b\"/></svg>",
    "<style>p { background: url( 'https://example.org/a.png' ) }</style>",
    "<style>@import \"https://example.org/a.css\";</style>", "<base href=\"https://example.org/\">",
  ])
  func findsWhatWouldBeFetchedFromAnotherServer(page: String) {
    #expect(problems("<p>a</p>\(page)    ").map { $0.split(separator: " ")[1] } == ["remote-file"])
  }

  @Test func findsWhatStyleSheetsFetch() {
    for styles in [
      "@import 'https://example.org/a.css';", "@import url(//example.org/a.css);",
      "a { b: image-set(\"https://example.org/a.png\" 1x) }",
      "@font-face { src: url(\"https://example.org/a.woff2\") }",
    ] {
      #expect(problems(styles, path: "assets/a.css").count == 1, "\(styles)")
    }
  }

  @Test func findsThePathOfTheProject() {
    #expect(
      problems("<p>in /home/somebody/study/content</p>") == ["7 path-in-built-file"])
    #expect(problems("a,/home/somebody/study/b\n", path: "talk/a.csv") == ["3 path-in-built-file"])
  }

  @Test(arguments: [
    "<p>a <a href=\"https://example.org/\">link</a></p>", "<p>&lt;!-- text --&gt;</p>",
    "<link rel=\"canonical\" href=\"https://example.org/talk/\">",
    "<link rel=\"self\" href=\"https://example.org/feed.xml\">",
    "<link rel=\"stylesheet\" href=\"../assets/a.css\">", "<img src=\"../assets/a.png\">",
    "<img src=\"data:image/png;base64,aGk=\">", "<p>url(https://example.org/)</p>",
    "<!doctype html><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
    "<style>/* https://example.org/ */ a { b: url(a.png) } @namespace url(http://www.w3.org/);</style>",
    "<p>/home/somebody/studies</p>", "<p>study, home, somebody</p>",
    "<style>a::before { content: \"https://example.org/\" }</style>",
  ])
  func isSilentAboutWhatIsNotFetched(page: String) {
    #expect(problems(page).isEmpty)
  }

  @Test func keepsABrokenTemplateFromBeingPublished() async throws {
    let project = try Leak.project(
      Leak(
        "template",
        files: [
          "content/talk.md": Array("# Talk\n\nText\n".utf8),
          "templates/index.mustache": Array(
            "<title>{{title}}</title><!-- ours -->{{{briefings}}}".utf8),
          "templates/report.css": Array("@import url(https://example.org/a.css);".utf8),
        ]))
    let loader = ProjectLoader(Project(folder: "\(project.path)/project"))
    let options = SiteBuilder.Options(jobs: 1)
    let result = try await SiteBuilder(loader, options: options).build()
    #expect(result.changedFiles == nil)
    #expect(result.diagnostics.contains { $0.diagnostic.code.name == "remote-file" })
    try project.write("", to: "project/templates/report.css")
    let second = try await SiteBuilder(loader, options: options).build()
    #expect(second.changedFiles == nil)
    #expect(second.diagnostics.map(\.diagnostic.code.name) == ["comment-in-built-file"])
    try project.remove()
  }

  @Test func refusesAPageThatTellsWhereItWasBuilt() async throws {
    let folder = try Leak.project()
    try folder.write(
      "# Talk\n\nSee `\(folder.path)/project/content`.\n", to: "project/content/talk.md")
    let loader = ProjectLoader(Project(folder: "\(folder.path)/project"))
    let result = try await SiteBuilder(loader, options: .init(jobs: 1)).build()
    #expect(result.changedFiles == nil)
    #expect(Set(result.diagnostics.map(\.diagnostic.code.name)) == ["path-in-built-file"])
    try folder.remove()
  }
}
