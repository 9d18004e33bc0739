/// The size that an SVG drawing says it has, read from its first element.
///
/// Source: SVG 2, sections 7.2 and 8.2; CSS Values and Units 4, section 6.2; CSS 2.2, section 10.3.2 for what is not said.
struct DrawingSize {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The size in CSS pixels; nil when there is no drawing.
  ///
  /// A drawing that says its shape alone may be of any size, and is taken to be as wide as most pictures.
  var size: PictureSize? {
    guard let root = rootAttributes else { return nil }
    let width = root["width"].flatMap(Self.length)
    let height = root["height"].flatMap(Self.length)
    let shape = root["viewbox"].flatMap(Self.shape)
    return switch (width, height, shape) {
    case (let width?, let height?, _): Self.size(width, height)
    case (let width?, nil, let shape?): Self.size(width, width * shape.height / shape.width)
    case (nil, let height?, let shape?): Self.size(height * shape.width / shape.height, height)
    case (nil, nil, let shape?):
      Self.size(Self.usualWidth, Self.usualWidth * shape.height / shape.width)
    case (let width, let height, nil):
      Self.size(width ?? Self.defaultWidth, height ?? Self.defaultHeight)
    }
  }

  private static let usualWidth = 800.0
  /// What a browser gives to what says nothing of its size.
  private static let defaultWidth = 300.0
  private static let defaultHeight = 150.0

  private static func size(_ width: Double, _ height: Double) -> PictureSize {
    func pixels(_ length: Double) -> Int { Int(min(max(1, length.rounded()), 100_000)) }
    return PictureSize(width: pixels(width), height: pixels(height))
  }

  // MARK: Attributes

  /// The attributes of the first element when that is a drawing, by their names in lower case.
  private var rootAttributes: [String: String]? {
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        guard let end = bytes[start...].firstRange(of: Array("-->".utf8)) else { return nil }
        at = end.upperBound
      } else if bytes[start...].starts(with: "<?".utf8) || bytes[start...].starts(with: "<!".utf8) {
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        at = end + 1
      } else {
        let name = bytes[(start + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        let isDrawing = String(decoding: name, as: UTF8.self).lowercased().split(separator: ":")
          .last
        return isDrawing == "svg" ? attributes(from: name.endIndex) : nil
      }
    }
    return nil
  }

  private func attributes(from start: Int) -> [String: String] {
    var found: [String: String] = [:]
    var at = start
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      guard let equals = bytes[at...].firstIndex(where: { $0 == 0x3D || $0 == 0x3E }),
        bytes[equals] == UInt8(ascii: "="),
        let open = bytes[(equals + 1)...].firstIndex(where: { $0 > 0x20 }),
        bytes[open] == UInt8(ascii: "\"") || bytes[open] == UInt8(ascii: "'"),
        let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
      else { return found }
      let name = String(decoding: bytes[at..<equals].filter { $0 > 0x20 }, as: UTF8.self)
      found[name.lowercased()] = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      at = close + 1
    }
    return found
  }

  /// A length in pixels; nil for a share of what is around it, or what is none.
  private static func length(_ written: String) -> Double? {
    let text = written.split { $0.isWhitespace }.joined().lowercased()
    let number = text.prefix { $0.isNumber || ".+-".contains($0) }
    guard let value = Double(number), value > 0, value.isFinite,
      let unit = units[String(text.dropFirst(number.count))]
    else { return nil }
    return value * unit
  }

  private static let units: [String: Double] = [
    "": 1, "px": 1, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "pt": 96.0 / 72,
    "pc": 16, "em": 16, "rem": 16,
  ]

  /// The width and height of a `viewBox`.
  private static func shape(_ written: String) -> (width: Double, height: Double)? {
    let numbers = written.split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0, numbers[2].isFinite,
      numbers[3].isFinite
    else { return nil }
    return (numbers[2], numbers[3])
  }
}
