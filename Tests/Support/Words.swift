/// Words, for comparing what was written with what is shown.
public enum Words {
  /// The words of a text in lower case, without what is no letter, mark or digit.
  public static func list(in text: String) -> [String] {
    text.unicodeScalars.split { !isPartOfWord($0) }.map { String($0).lowercased() }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value)
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// The text of a page: tags left out, alternative texts and labels kept, references decoded.
  ///
  /// Every tag parts words, or only those that are no part of a line of text.
  public static func visible(in page: some Sequence<UInt8>, tagsPart: Bool) -> String {
    var text: [UInt8] = []
    var tag: [UInt8]?
    for byte in page {
      guard let read = tag else {
        if byte == UInt8(ascii: "<") { tag = [] } else { text.append(byte) }
        continue
      }
      if byte == UInt8(ascii: ">") {
        text += shown(in: read)
        if tagsPart || !isInline(read) { text.append(UInt8(ascii: " ")) }
        tag = nil
      } else {
        tag?.append(byte)
      }
    }
    return decoded(String(decoding: text, as: UTF8.self))
  }

  /// The attributes of a tag that hold words of the author's.
  private static func shown(in tag: [UInt8]) -> [UInt8] {
    guard tag.contains(UInt8(ascii: "=")) else { return [] }
    var shown: [UInt8] = []
    for name in names {
      guard let start = tag.firstRange(of: name) else { continue }
      shown.append(UInt8(ascii: " "))
      shown += tag[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
      shown.append(UInt8(ascii: " "))
    }
    return shown
  }

  private static let names = ["alt=\"", "data-source=\"", "href=\"", "aria-label=\""].map {
    Array($0.utf8)
  }

  /// A text of a page with the character references that the writer of markup makes taken for their characters.
  public static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var text = text
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(reference, with: character)
    }
    return text
  }

  private static func isInline(_ tag: [UInt8]) -> Bool {
    let name = tag.drop { $0 == UInt8(ascii: "/") }.prefix { (0x61...0x7A).contains($0 | 0x20) }
    return inline.contains(String(decoding: name, as: UTF8.self))
  }

  private static let inline: Set<String> = [
    "em", "strong", "del", "code", "a", "span", "sub", "sup", "mark", "s", "u",
  ]
}
