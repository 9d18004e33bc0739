import LecternSource
import LecternYAML

/// Reads the colours of a theme and sees that each can be told from what it stands on.
struct ThemeColourReader {
  private var theme: Theme
  /// Where the colours that the file sets are written.
  private var places: [ColourScheme: [ThemeColour: Span]] = [:]
  /// What the file sets, but not to a colour.
  private var unusable: [ColourScheme: Set<ThemeColour>] = [:]
  private var problems: [Diagnostic] = []

  /// The theme with the colours that are named in the place of its own.
  static func read(_ value: YAMLValue?, over base: Theme) -> Diagnosed<Theme> {
    guard let value else { return Diagnosed(base) }
    var reading = Self(theme: base)
    var reader = MappingReader(value, owner: "colour")
    if let light = reader.value("light") { reading.theme.light = reading.colours(light, .light) }
    if let dark = reader.value("dark") { reading.theme.dark = reading.colours(dark, .dark) }
    reader.finish()
    let contrast = ContrastCheck(
      theme: reading.theme, places: reading.places, unusable: reading.unusable)
    return Diagnosed(
      reading.theme, reader.diagnostics + reading.problems + contrast.diagnostics)
  }

  private init(theme: Theme) { self.theme = theme }

  private mutating func colours(
    _ value: YAMLValue, _ scheme: ColourScheme
  ) -> [ThemeColour: Colour] {
    var colours = scheme.colours(of: theme)
    var reader = MappingReader(value, owner: scheme.rawValue)
    for name in ThemeColour.allCases {
      guard let value = reader.value(name.rawValue) else {
        // Without quotation marks YAML takes a colour for a comment.
        if let span = reader.span(of: name.rawValue) {
          reader.report([.colourExpected(nil, name, at: span)])
          unusable[scheme, default: []].insert(name)
        }
        continue
      }
      let text = reader.text(of: value, named: name.rawValue)
      guard let text, let colour = Colour(hexadecimal: text) else {
        if let text { reader.report([.colourExpected(text, name, at: value.span)]) }
        unusable[scheme, default: []].insert(name)
        continue
      }
      colours[name] = colour
      places[scheme, default: [:]][name] = value.span
    }
    reader.finish()
    problems += reader.diagnostics
    return colours
  }
}

extension Diagnostic.Code {
  static let colourExpected = Self(
    "colour-expected", .error,
    summary: "A theme says something else where a colour belongs.",
    remedy: "Write the colour as `\"#rrggbb\"`, in quotation marks.")
}

extension Diagnostic {
  fileprivate static func colourExpected(
    _ text: String?, _ name: ThemeColour, at span: Span
  ) -> Self {
    Self(
      .colourExpected,
      text.map { "`\(name.rawValue)` must be a colour, not `\($0)`" }
        ?? "`\(name.rawValue)` has no colour",
      at: span,
      help: "write it in quotation marks, as in `\(name.rawValue): \"#14202b\"`")
  }
}
