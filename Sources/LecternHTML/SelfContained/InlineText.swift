/// A style sheet or a script as it stands inside a page.
///
/// A browser hashes what its parser makes of the text, so everything that the parser would change is changed here, and so
/// is everything that would end the element early. What it means stays: `\/` and `\x3C` are `/` and `<` to their languages.
/// Only a script with `</script` or `<!--` outside strings, regular expressions and comments would come out wrong.
enum InlineText {
  /// A style sheet's text, safe inside `<style>`.
  static func style(_ text: [UInt8]) -> [UInt8] {
    replacing("</style", by: "<\\/style", in: parsed(text))
  }

  /// A script's text, safe inside `<script>`.
  static func script(_ text: [UInt8]) -> [UInt8] {
    let safe = replacing("</script", by: "\\x3C/script", in: parsed(text))
    // After `<!--`, a `<script` would make the parser overlook the next end of a script.
    return replacing("<!--", by: "\\x3C!--", in: safe)
  }

  /// A text after the changes that every parser of HTML makes to its input.
  private static func parsed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var last: UInt8 = 0
    // What is no UTF-8 becomes the character for that, once and for all.
    for byte in String(decoding: text, as: UTF8.self).utf8 {
      switch byte {
      case 0x0D: result.append(0x0A)
      case 0x0A where last == 0x0D: break
      case 0x00: result.append(contentsOf: "\u{FFFD}".utf8)
      default: result.append(byte)
      }
      last = byte
    }
    return result
  }

  /// A text in which a word, whatever its capitals, has become another; both begin with something that is no letter.
  private static func replacing(
    _ word: StaticString, by other: StaticString, in text: [UInt8]
  ) -> [UInt8] {
    let word = Array("\(word)".utf8)
    let other = Array("\(other)".utf8)
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while let found = text[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = found + 1
      let candidate = text[found...].prefix(word.count)
      guard candidate.count == word.count, zip(candidate, word).allSatisfy({ lower($0) == $1 })
      else { continue }
      result += text[copied..<found]
      result += other
      copied = found + word.count
      at = copied
    }
    return result + text[copied...]
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
