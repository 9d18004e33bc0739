import LecternSource

/// A character that is written by its number or its name, as `&#74;` or `&shy;`.
enum CharacterReference {
  /// The character that begins at an `&`, and the offset behind it; nil when there is none.
  static func read(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(end, start + longest)
    var stop = start + 1
    while stop < limit, isPart(bytes[stop]) { stop += 1 }
    guard stop > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<stop], as: UTF8.self)
    let behind = stop < end && bytes[stop] == UInt8(ascii: ";") ? stop + 1 : stop
    guard let scalar = scalar(named: name) else { return nil }
    return (scalar, behind)
  }

  /// The character that begins at a `\`, by its number as YAML and JSON write it; nil when there is none.
  static func readEscape(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 1 < end, let digits = digits[bytes[start + 1]], start + 2 + digits <= end else {
      return nil
    }
    let number = String(decoding: bytes[(start + 2)..<(start + 2 + digits)], as: UTF8.self)
    return UInt32(number, radix: 16).flatMap(Unicode.Scalar.init).map { ($0, start + 2 + digits) }
  }

  /// How many digits follow the letter of an escape.
  private static let digits: [UInt8: Int] = [
    UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8,
  ]

  /// Longer than any that is read here.
  private static let longest = 24

  private static func isPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte.isDigit || byte.isLetter
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init)
    }
    if let scalar = names[name] { return scalar }
    // A letter with a mark: marks do not count where strings are compared.
    guard let letter = name.unicodeScalars.first, marks.contains(String(name.dropFirst())) else {
      return nil
    }
    return letter
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "shy": "\u{AD}", "rsquo": "\u{2019}", "lsquo": "\u{2018}", "hyphen": "\u{2010}",
    "dash": "\u{2010}", "ndash": "\u{2013}", "mdash": "\u{2014}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "ZeroWidthSpace": "\u{200B}", "NoBreak": "\u{2060}", "period": ".", "lowbar": "_",
    "commat": "@", "Tab": "\t", "NewLine": "\n", "szlig": "ß", "oslash": "ø", "Oslash": "Ø",
    "lstrok": "ł", "Lstrok": "Ł", "aelig": "æ", "AElig": "Æ",
  ]

  private static let marks: Set<String> = [
    "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "breve", "macr", "ogon",
    "dot", "dblac",
  ]
}
