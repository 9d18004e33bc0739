internal import CHarfBuzz

/// How far a font reaches above and below the line that its letters stand on, as parts of its size.
///
/// Browsers centre a word in its line by these, so a bold word of a font that reaches higher than the regular one makes the
/// line taller than the theme says. Faces that differ are therefore all drawn by the regular one's.
public struct LineMetrics: Sendable, Equatable {
  /// How far it reaches above the line.
  public var ascent: Double
  /// How far it reaches below.
  public var descent: Double

  /// Makes metrics.
  public init(ascent: Double, descent: Double) {
    self.ascent = ascent
    self.descent = descent
  }

  /// What a font says of itself; nil when it says nothing.
  public init?(_ file: FontFile) {
    guard let open = OpenFace(file), let font = hb_font_create(open.face) else { return nil }
    defer { hb_font_destroy(font) }
    var extents = hb_font_extents_t()
    guard hb_font_get_h_extents(font, &extents) != 0 else { return nil }
    let size = Double(max(1, hb_face_get_upem(open.face)))
    self.init(ascent: Double(extents.ascender) / size, descent: -Double(extents.descender) / size)
  }

  /// The metrics with which all faces of a theme are drawn; nil when their own agree already.
  public static func shared(by fonts: FontSet) -> LineMetrics? {
    guard let regular = fonts.faces[.regular].flatMap(LineMetrics.init) else { return nil }
    let others = fonts.faces.values.compactMap(LineMetrics.init)
    let agrees = others.allSatisfy { abs($0.middle - regular.middle) <= tolerance }
    return agrees ? nil : regular
  }

  /// Twice how far the middle of its letters is above the line: all that shows once the height of lines is set.
  private var middle: Double { ascent - descent }

  /// As much as nobody sees: a third of a pixel at the size of body text.
  private static let tolerance = 0.01
}
