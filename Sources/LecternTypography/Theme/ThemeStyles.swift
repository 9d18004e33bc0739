/// The style sheet that says a theme: its fonts, and a custom property for each of its tokens.
///
/// It stands before `base.css`, which may then overrule it: for more contrast, for forced colours and in print.
public struct ThemeStyles: Sendable {
  /// The theme.
  public let theme: Theme
  /// The rules for its fonts, in the order in which they are written.
  ///
  /// The theme's own come first. Faces that are added, of families for what those lack, take their turn behind them in
  /// every list of families.
  public var faces: [WebFace]

  /// The families of the theme's own fonts.
  private static let families = (sans: "Lectern Sans", mono: "Lectern Mono")

  /// Makes the styles of a theme, given where a style sheet finds a file of `templates/fonts`.
  ///
  /// Only WOFF2 is written; a file without an address is left out.
  public init(_ theme: Theme, address: (_ file: String) -> String?) {
    self.theme = theme
    faces = FontFace.allCases.compactMap { face in
      guard let file = theme.fonts.faces[face], file.hasSuffix(".woff2"),
        let address = address(file)
      else { return nil }
      return WebFace(
        family: face == .mono ? Self.families.mono : Self.families.sans, address: address,
        isBold: face == .bold || face == .boldItalic,
        isItalic: face == .italic || face == .boldItalic)
    }
  }

  /// The text of the style sheet.
  public var css: String {
    let rules = faces.map(\.css).joined()
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

  /// The lists of families, the theme's own first and the reader's last.
  private var families: [String] {
    var added: [String] = []
    for face in faces where ![Self.families.sans, Self.families.mono].contains(face.family) {
      if !added.contains(face.family) { added.append(face.family) }
    }
    func list(_ own: String, _ system: String) -> String {
      ([own] + added).map { "\"\($0)\"" }.joined(separator: ", ") + ", \(system);"
    }
    return [
      "--sans: \(list(Self.families.sans, "system-ui, sans-serif"))",
      "--mono: \(list(Self.families.mono, "ui-monospace, monospace"))",
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
