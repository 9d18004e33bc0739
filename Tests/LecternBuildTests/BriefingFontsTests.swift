import LecternBuild
import LecternSource
import LecternTypography
import TestSupport
import Testing

/// A theme's own TTF and OTF files: each briefing gets the part that it needs.
@Suite struct BriefingFontsTests {
  private struct Site {
    var diagnostics: [LocatedDiagnostic]
    var files: [String: [UInt8]]

    var codes: [String] { diagnostics.map(\.diagnostic.code.name) }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// The path of the style sheet of fonts that a page links, below the site; nil when it links none.
    func fontStyles(of page: String) -> String? {
      guard let link = text(page).firstRange(of: "assets/fonts-") else { return nil }
      return String(text(page)[link.lowerBound...].prefix { $0 != "\"" })
    }

    /// The fonts of a page's own style sheet by their family, each with what its rule says.
    func fonts(of page: String) throws -> [(rule: String, font: FontFile)] {
      let css = text(try #require(fontStyles(of: page)))
      return try css.split(separator: "@font-face").map { rule in
        let address = try #require(rule.split(separator: "url(\"").last).prefix { $0 != "\"" }
        let file = try #require(files["assets/\(address)"], "\(address) is not there")
        return (String(rule), try #require(FontFile(file)))
      }
    }

    func assets(_ ending: String) -> [String] {
      files.keys.filter { $0.hasPrefix("assets/") && $0.hasSuffix(ending) }.sorted()
    }
  }

  private static let own = """
    fonts:
      sans:
        regular: own.otf
        italic: own.otf
        bold: own-bold.otf
        bold-italic: own-bold.otf

    """

  /// Builds a project that has `own.otf`, `own-bold.otf`, `own-mono.ttf` and, where there is one, `greek.ttf`.
  private func build(
    _ theme: String, _ briefings: [String: String], jobs: Int = 2,
    _ others: [String: String] = [:]
  ) async throws -> Site {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    let fonts = [
      "own.otf": "inter-regular", "own-bold.otf": "inter-bold", "own-mono.ttf": "mono-regular",
    ]
    for (name, source) in fonts {
      let font = try #require(FontFile(try TestFont.builtIn(source)))
      try folder.write(font.bytes, to: "templates/fonts/\(name)")
    }
    if TestFont.hasGreek {
      try folder.write(
        try FileStore.disk.read(TestFont.greek), to: "templates/fonts/greek.ttf")
    }
    try folder.write(theme, to: "templates/theme.yaml")
    for (name, text) in briefings { try folder.write(text, to: "content/\(name).md") }
    for (path, text) in others { try folder.write(text, to: path) }
    let loader = ProjectLoader(Project(folder: folder.path))
    let result = try await SiteBuilder(loader, options: .init(jobs: jobs)).build()
    return Site(diagnostics: result.diagnostics, files: (try? folder.files()) ?? [:])
  }

  @Test func giveTheBuiltInThemeNothingToAdd() async throws {
    let site = try await build("", ["talk": "# Talk\n\n## One\n\nΟυδέν\n"])
    #expect(site.assets(".woff2").count == 5)
    #expect(site.assets(".css").count == 3)
    #expect(!site.text("talk/deck.html").contains("assets/fonts-"))
  }

  @Test func areOnEveryPageWithWhatThePageShows() async throws {
    let site = try await build(Self.own, ["talk": "# Talk\n\n## One\n\nŻółw – 3 ½\n"])
    #expect(site.codes.isEmpty)
    for page in ["talk/index.html", "talk/deck.html", "index.html"] {
      let fonts = try site.fonts(of: page)
      #expect(fonts.count == 4)
      for (rule, font) in fonts {
        #expect(rule.contains("font-family: \"Lectern Sans\""))
        #expect(font.characters.isSuperset(of: Set((0x20...0x7E).map(Unicode.Scalar.init))))
      }
      #expect(fonts.filter { $0.rule.contains("font-weight: 700") }.count == 2)
      #expect(fonts.filter { $0.rule.contains("font-style: italic") }.count == 2)
    }
    let talk = try site.fonts(of: "talk/deck.html")
    #expect(talk.allSatisfy { $0.font.characters.isSuperset(of: Set("Żółw–½".unicodeScalars)) })
    #expect(talk.allSatisfy { !$0.font.characters.contains("ř") })
    #expect(site.fontStyles(of: "talk/deck.html") == site.fontStyles(of: "talk/index.html"))
    #expect(try site.fonts(of: "index.html").allSatisfy { !$0.font.characters.contains("Ż") })
    #expect(site.text("index.html").contains("href=\"assets/fonts-"))
    #expect(site.text("talk/index.html").contains("href=\"../assets/fonts-"))
  }

  @Test func areSharedBetweenBriefingsOfTheSameCharacters() async throws {
    let site = try await build(
      Self.own, ["one": "# One é\n", "two": "# Two é\n", "three": "# Three ř\n"])
    #expect(site.fontStyles(of: "one/deck.html") == site.fontStyles(of: "two/deck.html"))
    #expect(site.fontStyles(of: "one/deck.html") != site.fontStyles(of: "three/deck.html"))
  }

  @Test func areTheSameBytesWhateverTheNumberOfJobs() async throws {
    var briefings: [String: String] = [:]
    for (number, letter) in "äöüéèêřšžł".enumerated() {
      briefings["talk-\(number)"] = "# Talk \(letter)\n\n## One\n\nText \(number)\n"
    }
    let one = try await build(Self.own, briefings, jobs: 1)
    let many = try await build(Self.own, briefings, jobs: 8)
    #expect(one.files == many.files)
  }

  @Test func takeThePlaceOfTheBuiltInFiles() async throws {
    let site = try await build(Self.own, ["talk": "# Talk\n"])
    let names = site.assets(".woff2")
    #expect(!names.contains { $0.hasPrefix("assets/inter-") })
    #expect(names.contains { $0.hasPrefix("assets/mono-regular-") })
    #expect(names.contains { $0.hasPrefix("assets/own-bold-") })
    #expect(!site.files.keys.contains { $0.hasSuffix(".otf") })
  }

  @Test func keepABuiltInFileThatAStyleSheetOfTheProjectsOwnAsksFor() async throws {
    let css = "@font-face { font-family: Own; src: url(\"inter-bold.woff2\"); }\n"
    let site = try await build(
      Self.own, ["talk": "# Talk\n"], ["templates/deck.css": css])
    #expect(site.assets(".woff2").filter { $0.hasPrefix("assets/inter-") }.count == 1)
  }

  @Test func leaveOutAFallbackThatNothingNeeds() async throws {
    let site = try await build(
      "fonts:\n  fallback: own-mono.ttf\n", ["talk": "# Talk\n\n## One\n\nText\n"])
    #expect(site.codes.isEmpty)
    #expect(site.fontStyles(of: "talk/deck.html") == nil)
    let sheet = try #require(site.assets(".css").first { $0.hasPrefix("assets/deck-") })
    #expect(
      site.text(sheet).contains(
        "--sans: \"Lectern Sans\", \"Lectern Fallback 1\", system-ui, sans-serif;"))
  }

  @Test func putAFallbackInWOFF2IntoTheStyleSheetsOfAllPages() async throws {
    let site = try await build(
      "fonts:\n  fallback: mono-regular.woff2\n", ["talk": "# Talk\n"])
    let sheet = try #require(site.assets(".css").first { $0.hasPrefix("assets/deck-") })
    #expect(site.text(sheet).contains("font-family: \"Lectern Fallback 1\";"))
    #expect(site.fontStyles(of: "talk/deck.html") == nil)
  }

  @Test func haveTheCharactersThatStyleSheetsAdd() async throws {
    let css = ".a::before { content: \"\\2192 \"; } .b::before { content: \"Ł\"; }\n"
    let site = try await build(Self.own, ["talk": "# Talk\n"], ["templates/report.css": css])
    for (_, font) in try site.fonts(of: "talk/index.html") {
      #expect(font.characters.contains("→") && font.characters.contains("Ł"))
    }
  }

  @Test func haveTheCapitalsThatStyleSheetsMake() async throws {
    let css = ".a { text-transform: uppercase; }\n"
    let site = try await build(
      Self.own, ["talk": "# Talk\n\nžluť\n"], ["templates/report.css": css])
    #expect(
      try site.fonts(of: "talk/index.html").allSatisfy { $0.font.characters.contains("Ž") })
  }

  // MARK: Problems

  @Test func areAnErrorWhenTheyCannotBeRead() async throws {
    let site = try await build(
      "fonts:\n  mono:\n    regular: broken.ttf\n  fallback: [own.otf, broken.woff2]\n",
      ["talk": "# Talk\n"],
      ["templates/fonts/broken.ttf": "\0\u{1}\0\0", "templates/fonts/broken.woff2": "wOF2"])
    #expect(site.codes == ["font-unreadable", "font-unreadable"])
    #expect(site.diagnostics.map(\.line) == [3, 4] && site.files.isEmpty)
    #expect(site.diagnostics.first?.path.hasSuffix("templates/theme.yaml") == true)
  }

  @Test func areMissedInATemplateThatDoesNotLinkThem() async throws {
    let template = "<!doctype html>\n<title>{{title}}</title>\n{{{briefings}}}\n"
    let others = ["templates/index.mustache": template]
    let site = try await build(Self.own, ["talk": "# Talk\n"], others)
    #expect(site.codes == ["template-without-fonts"])
    #expect(site.diagnostics.first?.path.hasSuffix("templates/index.mustache") == true)
    #expect(try await build("", ["talk": "# Talk\n"], others).codes.isEmpty)
  }

  // MARK: Fallbacks

  private static let greek = "# Talk\n\n## One\n\nΟἱ παῖδες α\u{301} – and Latin\n"

  @Test(.enabled(if: TestFont.hasGreek, "no DejaVu here: run Scripts/install-packages --tests"))
  func drawScriptsThatTheMainFontsLack() async throws {
    let without = try await build("", ["talk": Self.greek])
    #expect(without.codes == ["characters-without-font"])
    let site = try await build("fonts:\n  fallback: greek.ttf\n", ["talk": Self.greek])
    #expect(site.codes.isEmpty)
    for page in ["talk/index.html", "talk/deck.html"] {
      let fonts = try site.fonts(of: page)
      #expect(fonts.count == 1)
      let (rule, font) = try #require(fonts.first)
      #expect(rule.contains("font-family: \"Lectern Fallback 1\";"))
      #expect(font.characters.isSuperset(of: Set("Οἱπαῖδεςά\u{301}".unicodeScalars)))
      // Latin and the dash come from the main fonts.
      #expect(!font.characters.contains("L") && !font.characters.contains("–"))
    }
    #expect(site.fontStyles(of: "index.html") == nil)
    #expect(site.assets(".woff2").filter { $0.hasPrefix("assets/greek-") }.count == 1)
  }

  @Test(.enabled(if: TestFont.hasGreek, "no DejaVu here: run Scripts/install-packages --tests"))
  func leaveToALaterFallbackWhatAnEarlierOneHas() async throws {
    let site = try await build(
      "fonts:\n  fallback: [own-mono.ttf, greek.ttf, greek.ttf]\n", ["talk": Self.greek])
    #expect(site.codes.isEmpty)
    let fonts = try site.fonts(of: "talk/deck.html")
    #expect(fonts.count == 1)
    #expect(fonts.first?.rule.contains("\"Lectern Fallback 2\"") == true)
  }

  @Test(.enabled(if: TestFont.hasGreek, "no DejaVu here: run Scripts/install-packages --tests"))
  func areMeasuredInTheOneFaceThatAFallbackHas() throws {
    let font = try #require(FontFile(try FileStore.disk.read(TestFont.greek)))
    func width(_ fonts: FontSet) -> Double {
      let shaper = Shaper(fonts, language: "el")
      return ParagraphMaker.paragraph(
        of: [TextRun(.text("παῖδες"), face: .bold)], shaper: shaper,
        finder: BreakFinder(language: "el")
      ).naturalWidth(size: 1_000, floor: 0)
    }
    let main = try #require(FontFile(try TestFont.builtIn("inter-bold")))
    #expect(
      width(FontSet(faces: [.bold: main], fallback: [font])) == width(FontSet(faces: [.bold: font]))
    )
  }

  @Test(.enabled(if: TestFont.hasGreek, "no DejaVu here: run Scripts/install-packages --tests"))
  func areSetAsHighAsTheRegularFaceWhereFacesDiffer() async throws {
    let rule = "ascent-override: 96.875%;"
    let site = try await build(
      "fonts:\n  sans:\n    bold: greek.ttf\n  fallback: greek.ttf\n", ["talk": Self.greek])
    let deck = try #require(site.assets(".css").first { $0.hasPrefix("assets/deck-") })
    #expect(site.text(deck).split(separator: rule).count - 1 == 4)
    let fonts = try site.fonts(of: "talk/deck.html")
    #expect(fonts.count == 2)
    for (css, _) in fonts {
      #expect(css.contains(rule) == css.contains("Lectern Sans"))
    }
    let same = try await build(Self.own, ["talk": "# Talk\n"])
    #expect(!same.assets(".css").contains { same.text($0).contains("-override") })
  }
}
