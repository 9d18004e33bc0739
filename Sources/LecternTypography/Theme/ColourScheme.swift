/// One set of colours that a page can be shown in.
enum ColourScheme: String, Sendable, CaseIterable {
  case light
  case dark
  /// The light colours, but for those that `base.css` fixes on paper.
  case print

  /// The colours of the scheme in a theme.
  func colours(of theme: Theme) -> [ThemeColour: Colour] {
    switch self {
    case .light: theme.light
    case .dark: theme.dark
    case .print: theme.light.merging(Self.paper) { $1 }
    }
  }

  /// What `base.css` says of colours in print, whatever the theme.
  static let paper: [ThemeColour: Colour] = [
    .paper: Colour(red: 0xFF, green: 0xFF, blue: 0xFF),
    .ink: Colour(red: 0, green: 0, blue: 0),
    .soft: Colour(red: 0x33, green: 0x3B, blue: 0x42),
  ]
}
