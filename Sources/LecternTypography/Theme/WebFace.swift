import LecternSource

/// One `@font-face` rule: a file of a font, and for which words the browser takes it.
public struct WebFace: Sendable, Equatable {
  /// The family under which style sheets ask for it.
  public var family: String
  /// Where the file is, from the style sheet.
  public var address: String
  /// Whether it is for bold words.
  public var isBold: Bool
  /// Whether it is for words in italics.
  public var isItalic: Bool
  /// By what it is placed in its line; nil for what its file says.
  public var lines: LineMetrics?

  /// Makes a rule.
  public init(
    family: String, address: String, isBold: Bool = false, isItalic: Bool = false,
    lines: LineMetrics? = nil
  ) {
    self.family = family
    self.address = address
    self.isBold = isBold
    self.isItalic = isItalic
    self.lines = lines
  }

  /// The rule for a font of a theme, given by what its faces are placed in their lines.
  ///
  /// A fallback needs nothing of the kind: it is placed by the font that it stands in for.
  public init(_ role: FontRole, address: String, lines: LineMetrics?) {
    self.init(
      family: role.family, address: address, isBold: role.isBold, isItalic: role.isItalic,
      lines: role.isFallback ? nil : lines)
  }

  /// A style sheet of nothing but rules.
  public static func css(_ faces: [WebFace]) -> String { faces.map(\.css).joined() }

  /// The rule as a style sheet writes it.
  ///
  /// It blocks, because decks are broken into lines by this font's widths: a swap would move every line in front of the
  /// audience. The files lie beside the page, so the wait is not seen.
  var css: String {
    var lines = ["font-family: \"\(family)\";"]
    if isItalic { lines.append("font-style: italic;") }
    if isBold { lines.append("font-weight: 700;") }
    lines.append("src: url(\"\(address.percentEncoded(keeping: "/"))\") format(\"woff2\");")
    lines.append("font-display: block;")
    if let metrics = self.lines {
      lines.append("ascent-override: \((metrics.ascent * 100).decimal)%;")
      lines.append("descent-override: \((metrics.descent * 100).decimal)%;")
      lines.append("line-gap-override: 0%;")
    }
    return "@font-face {\n" + lines.map { "  \($0)\n" }.joined() + "}\n"
  }
}
