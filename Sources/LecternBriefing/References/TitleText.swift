import LecternMarkdown
import LecternSource

/// Titles as references have them, as plain words.
enum TitleText {
  /// A title without the marks that Zotero allows in it, and with curly quotation marks and apostrophes.
  static func plain(_ written: String) -> String {
    curly(withoutMarks(written.collapsed)).collapsed
  }

  private static let marks: Set<String> = ["i", "b", "em", "strong", "sup", "sub", "sc", "span"]

  private static func withoutMarks(_ text: String) -> String {
    guard text.utf8.contains(0x3C) else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x3C, !bytes[index...].starts(with: "<!".utf8),
        !bytes[index...].starts(with: "<?".utf8), let tag = RawTag.read(bytes, at: index),
        marks.contains(tag.name)
      {
        index = tag.range.upperBound
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Straight quotation marks as curly ones: opening behind a space or bracket, else closing.
  private static func curly(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x27 }) else { return text }
    var result = ""
    var before: Character = " "
    for character in text {
      let isOpening = before.isWhitespace || "([“‘—–".contains(before)
      switch character {
      case "\"": result.append(isOpening ? "“" : "”")
      case "'": result.append(isOpening ? "‘" : "’")
      default: result.append(character)
      }
      before = character
    }
    return result
  }
}
