/// What a font file of a theme is for.
public enum FontRole: Sendable, Hashable {
  /// It draws one style of the page's type.
  case face(FontFace)
  /// It draws what the others lack; the place in the theme's list, from 0.
  case fallback(Int)

  /// The family under which style sheets ask for it.
  public var family: String {
    switch self {
    case .face(.mono): Self.mono
    case .face: Self.sans
    case .fallback(let place): "Lectern Fallback \(place + 1)"
    }
  }

  /// The family of the theme's own text.
  static let sans = "Lectern Sans"
  /// The family of the theme's own code.
  static let mono = "Lectern Mono"

  /// Whether it draws what the others lack.
  public var isFallback: Bool {
    if case .fallback = self { true } else { false }
  }

  /// Whether it is for bold words.
  var isBold: Bool { self == .face(.bold) || self == .face(.boldItalic) }

  /// Whether it is for words in italics.
  var isItalic: Bool { self == .face(.italic) || self == .face(.boldItalic) }
}

extension Theme.Fonts {
  /// Every file with what it is for: the faces, then the fallbacks, in the order in which characters are looked for.
  public var roles: [(role: FontRole, file: String)] {
    let own = FontFace.allCases.compactMap { face in
      faces[face].map { (role: FontRole.face(face), file: $0) }
    }
    return own
      + fallback.enumerated().map { (role: FontRole.fallback($0.offset), file: $0.element) }
  }

  /// Whether a file is put on the site as it is; of others each briefing gets the part that it needs.
  public static func isReady(_ name: String) -> Bool { name.hasSuffix(".woff2") }
}
