/// The fonts that a deck is set in: one for each style, and those for characters that these lack.
public struct FontSet: Sendable {
  /// The font of each style; a style without one borrows from the nearest that has one.
  public let faces: [FontFace: FontFile]
  /// The fonts for other characters, the first first.
  public let fallback: [FontFile]
  /// What has been measured in them before.
  let memory = WordMemory()

  /// Makes a set.
  public init(faces: [FontFace: FontFile], fallback: [FontFile] = []) {
    self.faces = faces
    self.fallback = fallback
  }

  /// The fonts that a theme names; a name without a file is left out.
  public init(_ fonts: Theme.Fonts, files: [String: FontFile]) {
    faces = fonts.faces.compactMapValues { files[$0] }
    fallback = fonts.fallback.compactMap { files[$0] }
  }

  /// The font of a style.
  func file(for face: FontFace) -> FontFile? {
    faces[face] ?? (face == .boldItalic ? faces[.bold] : nil) ?? faces[.regular]
  }
}
