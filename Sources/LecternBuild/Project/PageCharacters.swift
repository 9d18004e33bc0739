/// Which characters may be seen on pages.
enum PageCharacters {
  /// Every character in the markup of some pages, shown or not, and all of ASCII.
  static func of(pages: [[UInt8]]) -> Set<Unicode.Scalar> {
    var characters = ascii
    for page in pages { characters.formUnion(String(decoding: page, as: UTF8.self).unicodeScalars) }
    return characters
  }

  /// What style sheets and a script may add to any page, written out or as `\2192`.
  static func of(styles: [String]) -> Set<Unicode.Scalar> {
    var characters: Set<Unicode.Scalar> = []
    for style in styles {
      characters.formUnion(style.unicodeScalars.filter { !$0.isASCII })
      for part in style.split(separator: "\\").dropFirst() {
        let digits = part.prefix(6).prefix { $0.isHexDigit }
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          characters.insert(scalar)
        }
      }
    }
    return characters
  }

  /// Letters with those that they become where a style sheet asks for capitals.
  static func withCapitals(_ characters: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
    characters.reduce(into: characters) { all, scalar in
      all.formUnion(scalar.properties.uppercaseMapping.unicodeScalars)
    }
  }

  private static let ascii = Set((0x20...0x7E).map { Unicode.Scalar(UInt8($0)) })
}
