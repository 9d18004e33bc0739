import LecternBuild
import LecternSource
import TestSupport
import Testing

/// A project's own `theme.yaml` and style sheets, up to the pages.
@Suite struct ThemeOfAProjectTests {
  private struct Built {
    var result: SiteBuilder.Result
    var files: [String: [UInt8]]

    /// The text of the one style sheet whose name begins so.
    func sheet(_ name: String) throws -> String {
      let path = try #require(
        files.keys.first { $0.hasPrefix("assets/\(name)-") && $0.hasSuffix(".css") })
      return String(decoding: files[path] ?? [], as: UTF8.self)
    }
  }

  private func build(_ folder: String) async throws -> Built {
    let scratch = try ScratchFolder()
    defer { try? scratch.remove() }
    let project = Project(folder: folder, output: "\(scratch.path)/site")
    let result = try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 2)).build()
    return Built(result: result, files: (try? scratch.files()) ?? [:])
  }

  private func build(theme: String, css: String? = nil) async throws -> Built {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write("# Talk\n\n## One\n\nText\n", to: "content/talk.md")
    try folder.write(theme, to: "templates/theme.yaml")
    if let css { try folder.write(css, to: "templates/deck.css") }
    return try await build(folder.path)
  }

  @Test func changesBothStyleSheetsByWhatItNames() async throws {
    let built = try await build("\(Repository.root)/Tests/Sites/own-theme")
    #expect(built.result.diagnostics.isEmpty)
    for name in ["deck", "report"] {
      let sheet = try built.sheet(name)
      #expect(sheet.contains("\n  --size-body: 2.25rem;\n"))
      #expect(sheet.contains("\n  --accent: #8a1c2b;\n"))
      #expect(sheet.contains("\n    --accent: #f5b4ba;\n"))
      #expect(sheet.contains("\n  --ink: #14202b;\n"))
    }
  }

  @Test func standsBeforeWhatReadersNeedOtherwise() async throws {
    let sheet = try await build(theme: "").sheet("deck")
    let places = try [
      "@font-face", "--accent: #0a5a6a", ".scale-40{", "(prefers-contrast: more)",
      "(forced-colors: active)", "--paper: #ffffff", "The deck, in three modes",
    ].map { try #require(sheet.firstRange(of: $0), "no \($0)").lowerBound }
    #expect(places == places.sorted())
  }

  @Test func putsTheClassesOfSlidesIntoTheDeckAlone() async throws {
    let built = try await build(theme: "")
    #expect(try built.sheet("deck").contains(".tall-4{"))
    #expect(try !built.sheet("report").contains(".tall-4{"))
  }

  @Test func findsEveryFontBesideTheStyleSheet() async throws {
    let built = try await build(theme: "")
    let parts = try built.sheet("deck").split(separator: "url(\"").dropFirst()
    #expect(parts.count == 5)
    for part in parts { #expect(built.files["assets/\(part.prefix { $0 != "\"" })"] != nil) }
  }

  @Test func stillPutsHashedNamesIntoAProjectsOwnStyleSheet() async throws {
    let css = "@font-face { font-family: Own; src: url(\"inter-bold.woff2\"); }\n"
    let sheet = try await build(theme: "", css: css).sheet("deck")
    let own = sheet[(try #require(sheet.firstRange(of: "family: Own"))).upperBound...]
    #expect(own.contains("url(\"inter-bold-") && !own.contains("url(\"inter-bold.woff2\")"))
  }

  @Test func showsProblemsWithFileLineAndColumnAndPublishesNothing() async throws {
    let built = try await build(theme: "size:\n  body: 32\n  flor: 20\n  title: large\n")
    #expect(built.result.changedFiles == nil)
    let found = built.result.diagnostics
    #expect(found.map(\.diagnostic.code.name) == ["unknown-key", "theme-number-expected"])
    #expect(found.allSatisfy { $0.path.hasSuffix("templates/theme.yaml") })
    #expect(found.map(\.line) == [3, 4] && found.map(\.column) == [3, 10])
  }
}
