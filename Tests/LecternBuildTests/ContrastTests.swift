import LecternBuild
import LecternSource
import LecternTypography
import TestSupport
import Testing

/// Colours that stand upon each other can be told apart.
@Suite struct ContrastTests {
  private func colour(_ text: String) throws -> Colour {
    try #require(Colour(hexadecimal: text))
  }

  /// Ratios that others publish, to two decimals, rounded down.
  static let known: [(front: String, ground: String, ratio: Double)] = [
    ("#fff", "#000", 21), ("#000000", "#ffffff", 21), ("#abcdef", "#abcdef", 1),
    ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.47), ("#949494", "#ffffff", 3.03),
    ("#959595", "#ffffff", 2.99), ("#ff0000", "#ffffff", 3.99), ("#0000ff", "#ffffff", 8.59),
    ("#008000", "#ffffff", 5.13), ("#010101", "#000000", 1.00),
  ]

  @Test(arguments: known)
  func agreesWithKnownRatios(front: String, ground: String, ratio: Double) throws {
    let (front, ground) = (try colour(front), try colour(ground))
    #expect((front.contrast(with: ground) * 100 + 1e-9).rounded(.down) / 100 == ratio)
    #expect(front.contrast(with: ground) == ground.contrast(with: front))
  }

  @Test func readsAndWritesColours() throws {
    #expect(try colour("#0aF").hexadecimal == "#00aaff")
    #expect(try colour("#012345").hexadecimal == "#012345")
    for text in ["", "#", "123456", "#12", "#1234", "#1234567", "#12 456", "red", "#１２３"] {
      #expect(Colour(hexadecimal: text) == nil, "\(text)")
    }
  }

  private func problems(_ text: String) throws -> [Diagnostic] {
    let file = SourceFile(path: "theme.yaml", text: try Repository.text("templates/theme.yaml"))
    let names = try FileStore.names()
    let base = ThemeReader(fontFiles: names).read(file).value
    return ThemeReader(over: base, fontFiles: names).read(
      SourceFile(path: "theme.yaml", text: text)
    ).diagnostics
  }

  @Test func namesBothColoursTheRatioAndWhatToChange() throws {
    let found = try problems("colour:\n  light:\n    soft: \"#808080\"\n    paper: \"#ffffff\"\n")
    let first = try #require(found.first { $0.message.contains("`paper`") })
    #expect(first.code.name == "low-contrast" && first.severity == .error)
    #expect(first.span == Span(27, 36))
    #expect(
      first.message
        == "`soft` (#808080) on `paper` (#ffffff) has a contrast of 3.94:1, and text needs 4.5:1")
    #expect(first.help == "make `soft` darker")
    #expect(first.notes == [Diagnostic.Note("`paper` is set here", at: Span(48, 57))])
    // Also on the grounds that the file does not name.
    #expect(Set(found.map(\.code.name)) == ["low-contrast"])
    #expect(found.contains { $0.message.contains("`wash`") && $0.span == first.span })
  }

  @Test func pointsAtTheGroundWhenThatAloneIsSet() throws {
    let found = try problems("colour:\n  dark:\n    cover: \"#ffffff\"\n")
    #expect(
      found.map(\.message) == [
        "`on-cover` (#ffffff) on `cover` (#ffffff) has a contrast of 1.00:1, and text needs 4.5:1",
        "`on-cover-soft` (#cfe4e8) on `cover` (#ffffff) has a contrast of 1.31:1, and text needs 4.5:1",
      ])
    #expect(
      found.allSatisfy { $0.span == Span(27, 36) && $0.help.hasPrefix("make `cover` darker") })
  }

  @Test func offersTheOtherColourWhereItHasRoom() throws {
    #expect(
      try problems("colour:\n  light:\n    wash: \"#406080\"\n").map(\.help).first
        == "make `wash` lighter")
    #expect(
      try problems("colour:\n  light:\n    soft: \"#6e7781\"\n").map(\.help).first
        == "make `soft` darker, or make `paper` lighter")
  }

  @Test func asksLessOfShapes() throws {
    let found = try problems("colour:\n  light:\n    edge: \"#a0a0a0\"\n")
    #expect(found.allSatisfy { $0.message.hasSuffix("a shape needs 3:1") })
    #expect(found.count == 2)
  }

  @Test func looksAtPaperOnlyForWhatScreensDoNotShow() throws {
    // Light letters on a dark ground for everything: on screens all is well, on paper letters are black.
    let dark = try Repository.text("templates/theme.yaml").firstRange(of: "  dark:\n").map {
      try Repository.text("templates/theme.yaml")[$0.upperBound...]
    }
    let found = try problems("colour:\n  light:\n" + (try #require(dark)))
    #expect(found.allSatisfy { $0.message.contains("of print (#") }, "\(found)")
    #expect(
      found.map(\.message).contains(
        "the ink of print (#000000) on `wash` (#1c2931) has a contrast of 1.41:1, and text needs 4.5:1"
      ))
    #expect(found.first { $0.message.contains("`wash`") }?.help == "make `wash` lighter")
  }

  @Test func knowsTheColoursThatTheStyleSheetFixesOnPaper() throws {
    let sheet = try Repository.text("templates/base.css")
    let print = sheet[(try #require(sheet.firstRange(of: "@media print {"))).upperBound...].prefix(
      160)
    for line in ["--paper: #ffffff;", "--ink: #000000;", "--soft: #333b42;"] {
      #expect(print.contains(line), "ColourScheme.paper differs from base.css")
    }
  }

  @Test func knowsEveryTextColourOfTheStyleSheets() throws {
    // A new colour of text or ground in a sheet is a new pair for ContrastRule; look there before adding it here.
    var used: Set<String> = []
    for name in ["base", "deck", "report"] {
      for line in try Repository.text("templates/\(name).css").split(separator: "\n") {
        let declaration = line.drop { $0 == " " }
        guard declaration.hasPrefix("color: var(") || declaration.hasPrefix("background: var(")
        else { continue }
        used.insert(String(declaration.prefix { $0 != ")" }))
      }
    }
    #expect(
      used == [
        "color: var(--ink", "color: var(--soft", "color: var(--accent", "color: var(--warn",
        "color: var(--on-cover", "color: var(--on-cover-soft", "color: var(--cover",
        "background: var(--paper", "background: var(--wash", "background: var(--warn-wash",
        "background: var(--mark", "background: var(--desk", "background: var(--cover",
        "background: var(--on-cover", "background: var(--accent",
      ])
  }
}

extension FileStore {
  /// The names of the built-in fonts.
  fileprivate static func names() throws -> Set<String> {
    Set(try FileStore.disk.names("\(Repository.root)/templates/fonts"))
  }
}
