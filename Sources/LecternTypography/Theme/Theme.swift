/// What pages look like, as one value that the style sheets and the fitting of slides both read.
public struct Theme: Sendable, Equatable {
  /// The files of the fonts.
  public var fonts: Fonts
  /// The numbers, one for each token.
  public var numbers: [ThemeToken: Double]
  /// The colours on light paper.
  public var light: [ThemeColour: Colour]
  /// The colours on dark screens.
  public var dark: [ThemeColour: Colour]

  /// Makes a theme.
  public init(
    fonts: Fonts, numbers: [ThemeToken: Double], light: [ThemeColour: Colour],
    dark: [ThemeColour: Colour]
  ) {
    self.fonts = fonts
    self.numbers = numbers
    self.light = light
    self.dark = dark
  }

  /// A number of the theme.
  public subscript(_ token: ThemeToken) -> Double { numbers[token] ?? 0 }

  /// The files of the fonts, by name below `templates/fonts`.
  public struct Fonts: Sendable, Equatable {
    /// The file of each face; a face without one is drawn with the nearest that has one.
    public var faces: [FontFace: String]
    /// The files for characters that the faces lack, the first first.
    public var fallback: [String]

    /// Names the files.
    public init(faces: [FontFace: String], fallback: [String] = []) {
      self.faces = faces
      self.fallback = fallback
    }

    /// Whether a file is a font by its name's ending: WOFF2, TrueType or OpenType.
    public static func isFont(_ name: String) -> Bool {
      [".woff2", ".ttf", ".otf"].contains { name.hasSuffix($0) }
    }
  }
}
