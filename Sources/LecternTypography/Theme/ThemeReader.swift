public import LecternSource
import LecternYAML

/// Reads a `theme.yaml` over a theme that speaks for all that the file does not name.
///
/// What cannot be used is reported, and the other theme's value stands in its place.
public struct ThemeReader: Sendable {
  private let base: Theme
  private let fontFiles: Set<String>
  private let brokenFonts: Set<String>

  /// Makes a reader of themes whose fonts are among these files, by name below `templates/fonts`.
  ///
  /// `brokenFonts` are those of them that cannot be read. Without a theme to read over, the file has to be complete.
  public init(
    over base: Theme? = nil, fontFiles: Set<String>, brokenFonts: Set<String> = []
  ) {
    self.base =
      base ?? Theme(fonts: Theme.Fonts(faces: [:]), numbers: [:], light: [:], dark: [:])
    self.fontFiles = fontFiles
    self.brokenFonts = brokenFonts
  }

  /// Reads a file.
  public func read(_ file: SourceFile) -> Diagnosed<Theme> {
    let yaml = YAMLValue.read(file)
    guard let value = yaml.value else { return Diagnosed(base, yaml.diagnostics) }
    var reader = MappingReader(value, owner: "theme.yaml")
    let fonts = FontNameReader(files: fontFiles, broken: brokenFonts).read(
      reader.value("fonts"), over: base.fonts)
    let numbers = ThemeNumberReader.read(&reader, over: base)
    let colours = ThemeColourReader.read(reader.value("colour"), over: base)
    reader.finish()
    let found = reader.diagnostics + fonts.diagnostics + numbers.diagnostics + colours.diagnostics
    return Diagnosed(
      Theme(
        fonts: fonts.value, numbers: numbers.value, light: colours.value.light,
        dark: colours.value.dark),
      yaml.diagnostics + found.sorted { $0.span < $1.span })
  }
}
