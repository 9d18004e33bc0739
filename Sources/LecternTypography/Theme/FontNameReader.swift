import LecternSource
import LecternYAML

/// Reads which files a theme's fonts are.
struct FontNameReader {
  /// The files that there are, by name below `templates/fonts`.
  let files: Set<String>
  /// Those of them that cannot be read.
  let broken: Set<String>

  /// The faces of each family by their keys.
  private static let families: [(name: String, faces: [(key: String, face: FontFace)])] = [
    (
      "sans",
      [
        ("regular", .regular), ("italic", .italic), ("bold", .bold), ("bold-italic", .boldItalic),
      ]
    ),
    ("mono", [("regular", .mono)]),
  ]

  /// The fonts: those of `base`, with the faces and the list of fallbacks that are named in their place.
  func read(_ value: YAMLValue?, over base: Theme.Fonts) -> Diagnosed<Theme.Fonts> {
    guard let value else { return Diagnosed(base) }
    var fonts = base
    var reader = MappingReader(value, owner: "fonts")
    for family in Self.families {
      guard let value = reader.value(family.name) else { continue }
      var inner = MappingReader(value, owner: family.name)
      for (key, face) in family.faces {
        guard let value = inner.value(key), let name = file(value, key, &inner) else { continue }
        fonts.faces[face] = name
      }
      inner.finish()
      reader.report(inner.diagnostics)
    }
    if let value = reader.value("fallback") {
      let values = value.list ?? [value]
      let names = values.compactMap { file($0, "fallback", &reader) }
      if names.count == values.count { fonts.fallback = names }
    }
    reader.finish()
    return Diagnosed(fonts, reader.diagnostics)
  }

  /// A name that stands for a font file; nil with a problem when it stands for none.
  private func file(
    _ value: YAMLValue, _ key: String, _ reader: inout MappingReader
  ) -> String? {
    guard let name = reader.text(of: value, named: key) else { return nil }
    guard Theme.Fonts.isFont(name) else {
      reader.report([.fontFormatUnknown(name, at: value.span)])
      return nil
    }
    guard files.contains(name) else {
      let nearest = NearestName.of(name, among: files.sorted())
      reader.report([.fontMissing(name, nearest: nearest, at: value.span)])
      return nil
    }
    guard !broken.contains(name) else {
      reader.report([.fontUnreadable(name, at: value.span)])
      return nil
    }
    return name
  }
}

extension Diagnostic.Code {
  static let fontMissing = Self(
    "font-missing", .error,
    summary: "A theme names a font file that is not there.",
    remedy: "Put the file into `templates/fonts`, or correct its name.")
  static let fontFormatUnknown = Self(
    "font-format-unknown", .error,
    summary: "A theme names a file that is no font in WOFF2, TrueType or OpenType.",
    remedy: "Name a file that ends in `.woff2`, `.ttf` or `.otf`.")
  static let fontUnreadable = Self(
    "font-unreadable", .error,
    summary: "A theme names a font file that is broken or has no characters.",
    remedy: "Put a font in WOFF2, TrueType or OpenType in its place.")
}

extension Diagnostic {
  fileprivate static func fontMissing(_ name: String, nearest: String?, at span: Span) -> Self {
    Self(
      .fontMissing, "there is no font `\(name)` in `templates/fonts`", at: span,
      help: nearest.map { "write `\($0)`" } ?? "put the file there, or correct its name")
  }

  fileprivate static func fontFormatUnknown(_ name: String, at span: Span) -> Self {
    Self(
      .fontFormatUnknown, "`\(name)` is no font file that can be used", at: span,
      help: "name a file that ends in `.woff2`, `.ttf` or `.otf`")
  }

  fileprivate static func fontUnreadable(_ name: String, at span: Span) -> Self {
    Self(
      .fontUnreadable, "`\(name)` cannot be read as a font", at: span,
      help: "put a font in WOFF2, TrueType or OpenType in its place")
  }
}
