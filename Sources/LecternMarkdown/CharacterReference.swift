import LecternSource

/// A character reference such as `&amp;`, `&#8212;` or `&#x2014;`.
struct CharacterReference {
  /// The offset after its semicolon.
  var end: Int
  /// The bytes that it stands for; none when it is a name that is not among the common ones.
  var bytes: [UInt8]

  /// The reference that begins at an offset, or nil when there is none.
  static func at(_ start: Int, in content: [UInt8]) -> CharacterReference? {
    var end = start + 1
    while end < content.count, end - start < 34, content[end] != UInt8(ascii: ";") {
      let byte = content[end]
      guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") else { return nil }
      end += 1
    }
    guard end < content.count, content[end] == UInt8(ascii: ";"), end > start + 1 else {
      return nil
    }
    let name = String(decoding: content[(start + 1)..<end], as: UTF8.self)
    return CharacterReference(end: end + 1, bytes: bytes(named: name))
  }

  /// A text with its references decoded; names that are not among the common ones stay as written.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let content = Array(bytes)
    guard content.contains(0x26) else { return String(decoding: content, as: UTF8.self) }
    var result: [UInt8] = []
    var at = 0
    while at < content.count {
      if content[at] == 0x26, let reference = Self.at(at, in: content), !reference.bytes.isEmpty {
        result += reference.bytes
        at = reference.end
      } else {
        result.append(content[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func bytes(named name: String) -> [UInt8] {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value != 0, let scalar = Unicode.Scalar(value) else {
        return Array("\u{FFFD}".utf8)
      }
      return Array(String(Character(scalar)).utf8)
    }
    return common[name].map { Array($0.utf8) } ?? []
  }

  private static let common = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}", "copy": "©", "mdash": "—",
    "ndash": "–", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "commat": "@", "lsqb": "[", "rsqb": "]", "ast": "*", "num": "#", "colon": ":", "apos": "'",
  ]
}
