import LecternBuild
import LecternSource
import LecternTypography
import TestSupport
import Testing

/// What style sheets say of a theme.
@Suite struct ThemeStylesTests {
  private func theme() throws -> Theme {
    let file = SourceFile(path: "theme.yaml", text: try Repository.text("templates/theme.yaml"))
    let fonts = try FileStore.disk.names("\(Repository.root)/templates/fonts")
    return ThemeReader(fontFiles: Set(fonts)).read(file).value
  }

  private func css(_ change: (inout Theme) -> Void = { _ in }) throws -> String {
    var theme = try theme()
    change(&theme)
    return ThemeStyles(theme) { "hashed-\($0)" }.css
  }

  @Test(arguments: ThemeToken.allCases)
  func saysEveryNumberUnderItsName(token: ThemeToken) throws {
    let name = "--" + token.rawValue.replacing(".", with: "-")
    #expect(try css().contains("\n  \(name): "))
    let changed = try css { $0.numbers[token] = 0.4321 }
    #expect(changed != (try css()))
    #expect(changed.contains("\n  \(name): \(token.unit == .pixels ? "0.027rem" : "0.4321");\n"))
  }

  @Test(arguments: ThemeColour.allCases)
  func saysEveryColourUnderItsNameInLightAndDark(name: ThemeColour) throws {
    let odd = try #require(Colour(hexadecimal: "#123456"))
    let light = try css { $0.light[name] = odd }
    let dark = try css { $0.dark[name] = odd }
    #expect(light.contains("\n  --\(name.rawValue): #123456;\n"))
    #expect(dark.contains("\n    --\(name.rawValue): #123456;\n"))
    let query = try #require(light.firstRange(of: "@media screen and (prefers-color-scheme: dark)"))
    #expect(light[..<query.lowerBound].contains("#123456"))
    #expect(dark[query.upperBound...].contains("#123456"))
  }

  /// Pixels and what a style sheet makes of them.
  static let pixels = [
    (32.0, "2rem"), (34.5, "2.1563rem"), (1, "0.0625rem"), (0, "0rem"), (1280, "80rem"),
    (30, "1.875rem"), (33.3333, "2.0833rem"),
  ]

  @Test(arguments: pixels)
  func writesPixelsAsTheShortestRem(number: Double, text: String) throws {
    #expect(try css { $0.numbers[.sizeBody] = number }.contains("--size-body: \(text);"))
  }

  @Test func writesNegativeNumbers() throws {
    #expect(try css().contains("--tracking-title: -0.018;"))
    #expect(try css { $0.numbers[.trackingTitle] = -0.00001 }.contains("--tracking-title: 0;"))
  }

  @Test func writesARuleForEachFaceThatIsAWOFF2() throws {
    let all = try css()
    #expect(all.split(separator: "@font-face").count - 1 == 5)
    #expect(
      all.contains(
        """
        @font-face {
          font-family: "Lectern Sans";
          font-style: italic;
          font-weight: 700;
          src: url("hashed-inter-bold-italic.woff2") format("woff2");
          font-display: block;
        }

        """))
    let fewer = try css { $0.fonts.faces[.italic] = "plex.ttf" }
    #expect(fewer.split(separator: "@font-face").count - 1 == 4)
    #expect(!fewer.contains("plex"))
  }

  @Test func leavesOutAFaceWhoseFileHasNoAddress() throws {
    let css = ThemeStyles(try theme()) { _ in nil }.css
    #expect(!css.contains("@font-face"))
    #expect(css.contains("--sans: \"Lectern Sans\", system-ui, sans-serif;"))
  }

  @Test func letsNoFileNameEndTheAddress() throws {
    let css = try css { $0.fonts.faces[.mono] = "a\") b#\\\u{E9}.woff2" }
    #expect(css.contains("url(\"hashed-a%22%29%20b%23%5C%C3%A9.woff2\")"))
  }

  @Test func setsEveryFaceAtTheHeightsThatItIsGiven() throws {
    let lines = LineMetrics(ascent: 0.9, descent: 0.25)
    let css = ThemeStyles(try theme(), lines: lines) { $0 }.css
    let rule = "  ascent-override: 90%;\n  descent-override: 25%;\n  line-gap-override: 0%;\n}"
    #expect(css.split(separator: rule).count - 1 == 5)
    #expect(try !self.css().contains("-override"))
  }

  @Test func putsTheFamiliesOfFallbacksBehindTheOwn() throws {
    let css = try css { $0.fonts.fallback = ["greek.ttf", "signs.woff2"] }
    let others = "\"Lectern Fallback 1\", \"Lectern Fallback 2\""
    #expect(css.contains("--sans: \"Lectern Sans\", \(others), system-ui, sans-serif;"))
    #expect(css.contains("--mono: \"Lectern Mono\", \(others), ui-monospace, monospace;"))
    #expect(css.contains("url(\"hashed-signs.woff2\")") && !css.contains("greek"))
  }

  @Test func hasAClassForEveryValueThatFittingMayChoose() throws {
    let css = ThemeStyles(try theme()) { $0 }.deckCSS
    let lines = css.split(separator: "\n").filter { $0.hasPrefix(".") }
    #expect(lines.count == 241 + 100 + 90)
    for line in [
      ".scale-40{--fit:0.4}", ".scale-100{--fit:1}", ".scale-257{--fit:2.57}",
      ".scale-260{--fit:2.6}", ".w-1{inline-size:1%}", ".w-100{inline-size:100%}",
      ".tall-4{--tall:2rem}", ".tall-5{--tall:2.5rem}", ".tall-90{--tall:45rem}",
    ] {
      #expect(lines.contains(line[...]))
    }
  }
}
