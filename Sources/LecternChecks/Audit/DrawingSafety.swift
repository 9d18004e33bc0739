import LecternSource

/// Tells whether a drawing does nothing when it is opened by itself: it runs no script and asks no server for anything.
///
/// It goes by what is allowed: a file that is read in another way than as plain SVG in UTF-8 is not safe.
public struct DrawingSafety {
  /// Whether it is.
  public let isSafe: Bool

  /// Looks through an SVG file.
  public init(_ bytes: [UInt8]) {
    isSafe = Self.isSafe(bytes)
  }

  private static func isSafe(_ bytes: [UInt8]) -> Bool {
    var reader = MarkupReader(bytes)
    var isInStyle = false
    var start = 0
    while let piece = reader.next() {
      defer { start = reader.offset }
      switch piece {
      case .open(let name, let attributes):
        let element = local(name)
        isInStyle = element == "style"
        guard elements.contains(element),
          attributes.allSatisfy({ isSafe($0, of: element, in: bytes) })
        else { return false }
      case .close: isInStyle = false
      case .text(let range):
        if isInStyle, !isSafeStyle(decoded(bytes, range)) { return false }
      case .raw(let range):
        // Where pages have text, drawings have elements.
        guard isSafeStyle(decoded(bytes, range)), !holdsTags(bytes[range]) else { return false }
      case .comment:
        if !isSafeDeclaration(bytes[start..<reader.offset]) { return false }
      }
    }
    return true
  }

  /// The elements of SVG that draw, or say how something is drawn (SVG 1.1 and 2, element indexes); all others are refused.
  private static let elements: Set<String> = [
    "a", "animate", "animatemotion", "animatetransform", "circle", "clippath", "defs", "desc",
    "ellipse", "feblend", "fecolormatrix", "fecomponenttransfer", "fecomposite",
    "feconvolvematrix", "fediffuselighting", "fedisplacementmap", "fedistantlight",
    "fedropshadow", "feflood", "fefunca", "fefuncb", "fefuncg", "fefuncr", "fegaussianblur",
    "feimage", "femerge", "femergenode", "femorphology", "feoffset", "fepointlight",
    "fespecularlighting", "fespotlight", "fetile", "feturbulence", "filter", "font", "font-face",
    "font-face-name", "font-face-src", "g", "glyph", "hkern", "image", "line", "lineargradient",
    "marker", "mask", "missing-glyph", "mpath", "path", "pattern", "polygon", "polyline",
    "radialgradient", "rect", "set", "stop", "style", "svg", "switch", "symbol", "text",
    "textpath", "title", "tspan", "use", "view", "vkern",
  ]

  /// A name without its prefix, which may be any.
  private static func local(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  // MARK: Attributes

  private static func isSafe(
    _ attribute: MarkupReader.Attribute, of element: String, in bytes: [UInt8]
  ) -> Bool {
    let name = local(attribute.name)
    let value = decoded(bytes, attribute.value)
    // No attribute of a drawing begins so but those that hold what runs upon an event.
    if name.hasPrefix("on") { return false }
    if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") { return true }
    // Browsers leave out white space and controls before they read the scheme.
    let bare = String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
    if ["javascript:", "vbscript:", "data:text"].contains(where: {
      bare.firstByteRange(of: $0) != nil
    }) {
      return false
    }
    // What an animation makes of an address is no address that could be judged.
    if name == "attributename" { return !["href", "src"].contains(local(bare)) }
    if name == "href" || name == "src" {
      return isInside(bare) || (element == "a" && isLink(bare))
    }
    return !styles.contains(name) || isSafeStyle(value)
  }

  /// Attributes that may hold a style or an address in the manner of one, also of an animation.
  private static let styles: Set<String> = [
    "style", "fill", "stroke", "filter", "clip-path", "mask", "marker", "marker-start",
    "marker-mid", "marker-end", "cursor", "to", "from", "by", "values",
  ]

  /// Whether an address is one that a reader may follow, and that fetches nothing until then.
  private static func isLink(_ address: String) -> Bool {
    !address.holds(":")
      || ["https:", "http:", "mailto:"].contains { address.utf8.starts(with: $0.utf8) }
  }

  /// Whether an address leads to a part of the drawing, or to a picture or font that it holds.
  private static func isInside(_ address: String) -> Bool {
    let held = ["data:image/", "data:font/", "data:application/font", "data:application/x-font"]
    return address.isEmpty || address.hasPrefix("#")
      || (held.contains(where: address.hasPrefix) && !address.hasPrefix("data:image/svg"))
  }

  // MARK: Styles and declarations

  private static func isSafeStyle(_ text: [UInt8]) -> Bool {
    let addresses = StyleAddresses.all(in: text, 0..<text.count)
    guard !addresses.isEmpty || text.contains(UInt8(ascii: "\\")) else { return true }
    // Behind an escape may be the letters of `url`.
    return !text.contains(UInt8(ascii: "\\"))
      && addresses.allSatisfy {
        isInside(String(decoding: text[$0], as: UTF8.self).lowercased())
      }
  }

  private static func holdsTags(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { first, second in
      first == UInt8(ascii: "<") && second != UInt8(ascii: "!")
    }
  }

  /// Whether a comment, declaration or instruction changes nothing of how the rest is read.
  private static func isSafeDeclaration(_ piece: ArraySlice<UInt8>) -> Bool {
    if piece.starts(with: "<!--".utf8) { return true }
    let text = String(decoding: piece, as: UTF8.self).lowercased()
    if text.hasPrefix("<?xml-stylesheet") || text.contains("<!entity") || text.contains("[") {
      return text.hasPrefix("<![cdata[")
    }
    guard text.hasPrefix("<?xml"), text.contains("encoding") else { return true }
    return text.contains("utf-8") || text.contains("us-ascii") || text.contains("iso-8859-1")
  }

  /// Bytes with their character references read.
  private static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return Array(bytes[range]) }
    var text: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "&"),
        let found = CharacterReference.read(bytes, at: offset, before: range.upperBound)
      {
        text += Array(String(Character(found.scalar)).utf8)
        offset = found.end
      } else {
        text.append(bytes[offset])
        offset += 1
      }
    }
    return text
  }
}
