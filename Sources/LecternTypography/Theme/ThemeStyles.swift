/// The style sheet that says a theme: its fonts, and a custom property for each of its tokens.
///
/// It stands before `base.css`, which may then overrule it: for more contrast, for forced colours and in print.
public struct ThemeStyles: Sendable {
  /// The theme.
  public let theme: Theme
  /// The rules for those of its fonts that all pages share, in the order in which they are written.
  private let faces: [WebFace]

  /// Makes the styles of a theme, given where a style sheet finds a file of `templates/fonts`.
  ///
  /// Only WOFF2 is written, since of other files each briefing gets its own part; a file without an address is left out.
  /// `lines` is by what the theme's faces are placed in their lines, if not by what their files say.
  public init(
    _ theme: Theme, lines: LineMetrics? = nil, address: (_ file: String) -> String?
  ) {
    self.theme = theme
    faces = theme.fonts.roles.compactMap { role, file in
      guard Theme.Fonts.isReady(file) else { return nil }
      return address(file).map { WebFace(role, address: $0, lines: lines) }
    }
  }

  /// The text of the style sheet.
  public var css: String {
    let rules = WebFace.css(faces)
    let properties =
      families
      + ThemeToken.allCases.map { "--\($0.group)-\($0.key): \(Self.value(theme[$0], of: $0));" }
      + Self.colours(theme.light)
    let dark = Self.colours(theme.dark)
    // Screen only: paper is light whatever the screen was.
    return """
      /* The theme, as theme.yaml says it. */

      \(rules)
      :root {
      \(Self.indented(properties, by: 2))
      }

      @media screen and (prefers-color-scheme: dark) {
        :root {
      \(Self.indented(dark, by: 4))
        }
      }

      """
  }

  /// What a deck's style sheet needs besides: the sizes of slides as numbers and as sheets of paper, and the classes of
  /// fitted slides.
  public var deckCSS: String {
    func rems(_ token: ThemeToken) -> String { (theme[token] / 16).decimal }
    func inches(_ token: ThemeToken) -> String { "\((theme[token] / 96).decimal)in" }
    return """

      /* Slides: how many rem they measure, and a sheet of paper for each. */
      :root {
        --slide-wide-rems: \(rems(.slideWide));
        --slide-standard-rems: \(rems(.slideStandard));
        --slide-height-rems: \(rems(.slideHeight));
      }
      @page {
        size: \(inches(.slideWide)) \(inches(.slideHeight));
        margin: 0;
      }
      @page standard {
        size: \(inches(.slideStandard)) \(inches(.slideHeight));
        margin: 0;
      }

      """ + SlideClasses.css(theme)
  }

  /// The colours and the font of drawings on paper, for WeasyPrint, which gives no drawing the styles of its page.
  public var paperDrawingCSS: String {
    let colours = ColourScheme.print.colours(of: theme)
    let rules = ThemeColour.allCases.compactMap { name in
      colours[name].map { colour in
        let (role, value) = (name.rawValue, colour.hexadecimal)
        return
          ".fill-\(role), .text-\(role) { fill: \(value); } .stroke-\(role) { stroke: \(value); }"
      }
    }
    return """
      svg { font-family: "Lectern Sans", sans-serif; }
      .fill-none { fill: none; } .stroke-none { stroke: none; } .weight-bold { font-weight: 700; }
      \(rules.joined(separator: "\n"))
      """
  }

  /// The lists of families: the theme's own first, then those for what it lacks, and the reader's last.
  private var families: [String] {
    let others = theme.fonts.fallback.indices.map { FontRole.fallback($0).family }
    func list(_ own: String, _ system: String) -> String {
      ([own] + others).map { "\"\($0)\"" }.joined(separator: ", ") + ", \(system);"
    }
    return [
      "--sans: \(list(FontRole.sans, "system-ui, sans-serif"))",
      "--mono: \(list(FontRole.mono, "ui-monospace, monospace"))",
    ]
  }

  /// A number as the custom property has it: pixels in the `rem` that is a sixteenth of a slide's unit.
  private static func value(_ number: Double, of token: ThemeToken) -> String {
    switch token.unit {
    case .pixels: "\((number / 16).decimal)rem"
    case .ratio: number.decimal
    }
  }

  private static func colours(_ colours: [ThemeColour: Colour]) -> [String] {
    ThemeColour.allCases.compactMap { name in
      colours[name].map { "--\(name.rawValue): \($0.hexadecimal);" }
    }
  }

  private static func indented(_ lines: [String], by spaces: Int) -> String {
    lines.map { String(repeating: " ", count: spaces) + $0 }.joined(separator: "\n")
  }
}
