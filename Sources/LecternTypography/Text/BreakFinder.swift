internal import CLineBreak
import LecternSource

/// Finds where a text may be cut: between lines as browsers do, or between sentences.
///
/// Lines follow Unicode's annex 14 in ICU's hands, which is what Chromium asks. Chromium decides between two ASCII
/// characters by itself, for speed, and differs there in the few ways that `corrected` knows; a test compares both.
public final class BreakFinder {
  private let language: String
  private var lines: UnsafeMutableRawPointer?
  private var sentences: UnsafeMutableRawPointer?

  /// Makes a finder for texts in a language, a BCP 47 tag.
  public init(language: String) {
    self.language = language
  }

  deinit {
    if let lines { lectern_breaker_close(lines) }
    if let sentences { lectern_breaker_close(sentences) }
  }

  /// The offsets, in bytes, before which a new line may begin though no white space stands there; in order.
  package func lineBreaks(in text: [UInt8]) -> [Int] {
    if let simple = Self.simpleBreaks(in: text) { return simple }
    if lines == nil { lines = lectern_breaker_open(lectern_cuts_of_lines, language) }
    guard let lines else { return [] }
    return Self.corrected(Self.offsets(in: text, lines), in: text)
  }

  /// The offsets, in bytes, at which a sentence ends, the end of the text included.
  public func sentenceEnds(in text: [UInt8]) -> [Int] {
    if sentences == nil { sentences = lectern_breaker_open(lectern_cuts_of_sentences, language) }
    guard let sentences else { return [text.count] }
    return Self.offsets(in: text, sentences)
  }

  // MARK: Without ICU

  /// The breaks of a text of plain words, where hyphens alone allow one; nil for any other text.
  private static func simpleBreaks(in text: [UInt8]) -> [Int]? {
    var breaks: [Int] = []
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte == UInt8(ascii: "-") {
        let before = offset > 0 ? text[offset - 1] : 0x20
        let after = offset + 1 < text.count ? text[offset + 1] : 0x20
        if after.isLetter || (after.isDigit && before.isLetterOrDigit) { breaks.append(offset + 1) }
      } else if byte == 0xE2 {
        // U+2018 to U+201D, the quotation marks of English: never a break beside them.
        guard offset + 2 < text.count, text[offset + 1] == 0x80,
          (0x98...0x9D).contains(text[offset + 2])
        else { return nil }
        offset += 2
      } else if !byte.isPlain {
        return nil
      }
      offset += 1
    }
    return breaks
  }

  // MARK: With ICU

  private static func offsets(in text: [UInt8], _ breaker: UnsafeMutableRawPointer) -> [Int] {
    let units = Array(String(decoding: text, as: UTF8.self).utf16)
    let found = [Int32](unsafeUninitializedCapacity: units.count + 1) { buffer, count in
      let number = lectern_breaker_find(
        breaker, units, Int32(units.count), buffer.baseAddress, Int32(units.count + 1))
      count = max(0, Int(number))
    }
    return bytes(of: found, in: units)
  }

  /// Offsets in UTF-16 units as offsets in bytes.
  private static func bytes(of offsets: [Int32], in units: [UInt16]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(offsets.count)
    var unit = 0
    var byte = 0
    for offset in offsets {
      while unit < Int(offset) {
        switch units[unit] {
        case ..<0x80: byte += 1
        case ..<0x800: byte += 2
        // Half of a pair that is four bytes long.
        case 0xD800...0xDFFF: byte += 2
        default: byte += 3
        }
        unit += 1
      }
      result.append(byte)
    }
    return result
  }

  /// ICU's breaks with what Chromium does between two ASCII characters, and without those at spaces, which need no finding.
  private static func corrected(_ breaks: [Int], in text: [UInt8]) -> [Int] {
    var result: [Int] = []
    var next = 0
    for offset in 1..<max(1, text.count) {
      while next < breaks.count, breaks[next] < offset { next += 1 }
      var isBreak = next < breaks.count && breaks[next] == offset
      let before = text[offset - 1]
      let after = text[offset]
      if before < 0x80, after < 0x80 {
        if before.isCollapsed || after.isCollapsed { continue }
        if before == UInt8(ascii: "-") {
          let first = offset > 1 ? text[offset - 2] : 0x20
          isBreak = after.isLetter || (after.isDigit && first.isLetterOrDigit)
        } else if isBreak, before.isNeverBeforeBreak || after.isNeverBehindBreak {
          isBreak = false
        }
      } else if before.isCollapsed {
        continue
      }
      if isBreak { result.append(offset) }
    }
    return result
  }
}

extension UInt8 {
  /// White space that HTML collapses.
  var isCollapsed: Bool { isSpace && self != 0x0B }

  fileprivate var isLetterOrDigit: Bool { isDigit || isLetter }

  /// A character beside which no line breaks except at spaces.
  fileprivate var isPlain: Bool {
    if isCollapsed || isLetterOrDigit { return true }
    switch UnicodeScalar(self) {
    case ".", ",", ";", ":", "'", "\"", "(", ")", "[", "]", "_": return true
    default: return false
    }
  }

  fileprivate var isNeverBeforeBreak: Bool {
    switch UnicodeScalar(self) {
    case "!", "/", "|", "}": true
    default: false
    }
  }

  fileprivate var isNeverBehindBreak: Bool {
    switch UnicodeScalar(self) {
    case "$", "%", "+", "\\": true
    default: false
    }
  }
}
