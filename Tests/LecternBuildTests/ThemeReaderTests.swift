import LecternSource
import LecternTypography
import TestSupport
import Testing

/// What `theme.yaml` may say, and what is said to those who write something else.
@Suite struct ThemeReaderTests {
  private static let fonts: Set<String> = [
    "inter-regular.woff2", "inter-italic.woff2", "inter-bold.woff2", "inter-bold-italic.woff2",
    "mono-regular.woff2", "plex.ttf",
  ]

  private func builtIn() throws -> Diagnosed<Theme> {
    let file = SourceFile(path: "theme.yaml", text: try Repository.text("templates/theme.yaml"))
    return ThemeReader(fontFiles: Self.fonts).read(file)
  }

  /// Reads a text over the built-in theme; `⟦` and `⟧` in it mark the place of the first problem.
  private func read(_ marked: String) throws -> (read: Diagnosed<Theme>, place: Span?) {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let halves = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let lower = halves[0].utf8.count
    let place = halves.count < 2 ? nil : halves[1].split(separator: "⟧").first?.utf8.count
    let reader = ThemeReader(over: try builtIn().value, fontFiles: Self.fonts)
    return (
      reader.read(SourceFile(path: "theme.yaml", text: text)), place.map { Span(lower, lower + $0) }
    )
  }

  // MARK: The built-in theme

  @Test func findsTheBuiltInThemeCompleteAndWithoutFault() throws {
    let read = try builtIn()
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(Set(read.value.numbers.keys) == Set(ThemeToken.allCases))
    #expect(Set(read.value.light.keys) == Set(ThemeColour.allCases))
    #expect(Set(read.value.dark.keys) == Set(ThemeColour.allCases))
    #expect(Set(read.value.fonts.faces.keys) == Set(FontFace.allCases))
  }

  // MARK: One theme over another

  @Test func changesOnlyWhatAFileNames() throws {
    var expected = try builtIn().value
    expected.numbers[.sizeBody] = 34.5
    expected.numbers[.trackingTitle] = 0
    expected.light[.accent] = Colour(red: 0x77, green: 0, blue: 0x44)
    let read = try read(
      """
      size:
        body: 34.5
      tracking: { title: 0 }
      colour:
        light:
          accent: "#704"

      """
    ).read
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(read.value == expected)
  }

  @Test func replacesTheFacesThatAFamilyNamesAndTheWholeListOfFallbacks() throws {
    let before = try builtIn().value.fonts.faces
    let read = try read(
      "fonts:\n  sans:\n    bold: plex.ttf\n  fallback: [plex.ttf, mono-regular.woff2]\n"
    ).read
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.fonts.faces == before.merging([.bold: "plex.ttf"]) { $1 })
    #expect(read.value.fonts.fallback == ["plex.ttf", "mono-regular.woff2"])
  }

  @Test(arguments: ["", "# nothing yet\n", "size:\n", "size:\n  body:\n", "fonts: {}\n"])
  func takesAFileThatSaysNothingForTheOtherTheme(text: String) throws {
    let read = try read(text).read
    #expect(read.diagnostics.isEmpty)
    #expect(read.value == (try builtIn().value))
  }

  // MARK: Problems

  /// Texts with the place of their one problem, its code, and part of its message or help.
  static let faults: [(text: String, code: String, words: String)] = [
    ("⟦sise⟧:\n  body: 30\n", "unknown-key", "write `size`"),
    ("⟦color⟧:\n  light: {}\n", "unknown-key", "write `colour`"),
    ("size:\n  ⟦boddy⟧: 30\n", "unknown-key", "write `body`"),
    ("colour:\n  light:\n    ⟦inc⟧: \"#000\"\n", "unknown-key", "light has no key `inc`"),
    ("colour:\n  ⟦drak⟧: {}\n", "unknown-key", "write `dark`"),
    ("fonts:\n  mono:\n    ⟦bold⟧: plex.ttf\n", "unknown-key", "mono has no key `bold`"),
    ("fonts:\n  ⟦serif⟧: {}\n", "unknown-key", "fonts has no key `serif`"),
    ("size: ⟦32⟧\n", "wrong-type", "size must be a mapping"),
    ("size:\n  body: ⟦large⟧\n", "theme-number-expected", "as in `body: 1`"),
    ("size:\n  body: ⟦30px⟧\n", "theme-number-expected", "write `body: 30`, without a unit"),
    ("leading:\n  body: ⟦1e0⟧\n", "theme-number-expected", "not `1e0`"),
    ("leading:\n  body: ⟦inf⟧\n", "theme-number-expected", "not `inf`"),
    ("size:\n  kicker: ⟦0⟧\n", "theme-number-out-of-range", "from 1 to 1000"),
    ("size:\n  floor: ⟦11.9⟧\n", "theme-number-out-of-range", "from 12 to 1000"),
    (
      "size:\n  body: ⟦99999999999999999999⟧\n", "theme-number-out-of-range", "which is too much"
    ),
    ("slide:\n  wide: ⟦319⟧\n", "theme-number-out-of-range", "from 320 to 4096"),
    ("space:\n  top: ⟦-1⟧\n", "theme-number-out-of-range", "from 0 to 2000"),
    ("gap:\n  block: ⟦10.1⟧\n", "theme-number-out-of-range", "from 0 to 10"),
    ("gap:\n  speaker: ⟦21⟧\n", "theme-number-out-of-range", "from 0 to 20"),
    ("leading:\n  title: ⟦0.89⟧\n", "theme-number-out-of-range", "from 0.9 to 3"),
    ("tracking:\n  title: ⟦-0.11⟧\n", "theme-number-out-of-range", "from -0.1 to 0.5"),
    (
      "size:\n  floor: ⟦30⟧\n", "theme-number-out-of-range",
      "`size.floor` is 30, more than `size.cover-text` with 26"
    ),
    (
      "size:\n  body: ⟦20⟧\n", "theme-number-out-of-range",
      "write at least 24, or make `size.floor` smaller"
    ),
    (
      "size:\n  title-least: ⟦41⟧\n", "theme-number-out-of-range",
      "write at most 40, or make `size.title` larger"
    ),
    (
      "size:\n  cover: ⟦39⟧\n", "theme-number-out-of-range",
      "less than `size.cover-least` with 40"
    ),
    (
      "size:\n  section: ⟦35⟧\n", "theme-number-out-of-range",
      "less than `size.section-least` with 36"
    ),
    (
      "space:\n  top: ⟦648⟧\n", "theme-number-out-of-range",
      "and the spaces above and below take 772 of a slide's 720"
    ),
    (
      "space:\n  head-gap: ⟦578⟧\n", "theme-number-out-of-range",
      "and the spaces above and below take 720 of a slide's 720"
    ),
    ("space:\n  column-least: ⟦0⟧\n", "theme-number-out-of-range", "from 1 to 2000"),
    (
      "space:\n  side: ⟦480⟧\n", "theme-number-out-of-range",
      "and both sides take 960 of a slide's 960"
    ),
    ("colour:\n  light:\n    ink: ⟦black⟧\n", "colour-expected", "not `black`"),
    ("colour:\n  light:\n    ink: ⟦\"#12345\"⟧\n", "colour-expected", "not `#12345`"),
    ("colour:\n  dark:\n    ink: ⟦\"#ggg\"⟧\n", "colour-expected", "not `#ggg`"),
    ("colour:\n  dark:\n    ⟦ink⟧: #ffffff\n", "colour-expected", "in quotation marks"),
    ("fonts:\n  sans:\n    bold: ⟦plex.tff⟧\n", "font-format-unknown", "`.otf`"),
    ("fonts:\n  fallback: ⟦plexx.ttf⟧\n", "font-missing", "write `plex.ttf`"),
    ("fonts:\n  fallback: [plex.ttf, ⟦noto.otf⟧]\n", "font-missing", "put the file there"),
  ]

  @Test(arguments: faults)
  func pointsAtWhatIsWrong(text: String, code: String, words: String) throws {
    let (read, place) = try read(text)
    #expect(read.diagnostics.map(\.code.name) == [code], "\(read.diagnostics)")
    let found = try #require(read.diagnostics.first)
    #expect(found.span == place)
    #expect("\(found.message); \(found.help)".contains(words), "\(found.message); \(found.help)")
    #expect(read.value == (try builtIn().value), "what cannot be used is not taken")
  }

  /// What is at the very edge of what makes sense.
  static let nearMisses = [
    "size:\n  floor: 12\n  kicker: 1\n  small: 1\n",
    "size:\n  floor: 24\n  body: 24\n  title-least: 24\n  title: 24\n",
    "slide:\n  wide: 4096\n  standard: 320\n  height: 4096\nspace:\n  side: 159.9\n",
    "space:\n  top: 0\n  bottom: 28\n  side: 0\n  foot: 28\n",
    "space:\n  top: 600\n  cover-bottom: 91\n  bottom: 77\n  foot: 28\n",
    "gap:\n  block: 10\n  speaker: 20\n  item: 0\n",
    "leading:\n  body: 0.9\n  title: 3\ntracking:\n  title: -0.1\n  cover: +0.5\n",
    "colour:\n  light:\n    ink: \"#000\"\n    paper: '#FFFFFF'\n",
    "colour:\n  light:\n    edge: \"#757575\"\n    paper: \"#ffffff\"\n",
  ]

  @Test(arguments: nearMisses)
  func saysNothingOfWhatJustGoes(text: String) throws {
    let read = try read(text).read
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(read.value != (try builtIn().value))
  }

  @Test func holdsNoNumberAgainstOneThatCannotBeUsed() throws {
    let read = try read("size:\n  title: ⟦huge⟧\n  title-least: 50\n").read
    #expect(read.diagnostics.map(\.code.name) == ["theme-number-expected"])
  }

  @Test func namesProblemsInTheOrderOfTheFile() throws {
    let read = try read(
      "colour:\n  light:\n    ink: blue\nsize:\n  body: large\n  boddy: 30\nfonts:\n  sanz: {}\n"
    ).read
    #expect(
      read.diagnostics.map(\.code.name) == [
        "colour-expected", "theme-number-expected", "unknown-key", "unknown-key",
      ])
  }
}
