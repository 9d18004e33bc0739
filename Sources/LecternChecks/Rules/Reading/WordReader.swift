import LecternSource

/// Divides a stretch of Markdown into words; code, comments, tags, addresses and citations are left out.
struct WordReader {
  let bytes: [UInt8]

  /// The words of a span.
  func words(in span: Span) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(span.length / 6)
    bytes.withUnsafeBufferPointer { bytes in
      var at = span.lower
      var gap: Word.Gap = []
      while at < span.upper {
        if let end = Self.endOfWord(bytes, at, span.upper) {
          words.append(Self.word(bytes, at, end, gap))
          gap = []
          at = end
        } else if let end = Self.endOfForeign(bytes, at, span.upper) {
          gap.insert(.leftOut)
          at = end
        } else {
          Self.note(bytes, &at, span.upper, &gap)
        }
      }
    }
    return words
  }

  typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func word(_ bytes: Bytes, _ start: Int, _ end: Int, _ gap: Word.Gap) -> Word {
    let isASCII = bytes[start..<end].allSatisfy { $0 < 0x80 }
    // Most words are ASCII, and need no table of letters.
    let lower =
      isASCII
      ? String(unsafeUninitializedCapacity: end - start) { text in
        for at in start..<end {
          text[at - start] = bytes[at].isUpper ? bytes[at] | 0x20 : bytes[at]
        }
        return end - start
      } : String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    return Word(
      lower: lower, span: Span(start, end), isCapitalised: bytes[start].isUpper, gap: gap)
  }

  /// The end of the word that begins here; nil when none does.
  private static func endOfWord(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
    var at = start
    if isAddress(bytes, start, end) { return nil }
    while at < end {
      let byte = bytes[at]
      if byte.isLetter || byte.isDigit {
        at += 1
      } else if byte >= 0x80 {
        guard !isMark(bytes, at, end) else { break }
        at += 1
      } else if at > start, at + 1 < end, byte == UInt8(ascii: "'"), bytes[at + 1].isLetter {
        at += 1
      } else if at > start, at + 1 < end, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."),
        bytes[at - 1].isDigit, bytes[at + 1].isDigit
      {
        at += 1
      } else {
        break
      }
    }
    return at > start ? at : nil
  }

  /// Whether a character is one of the dashes, quotation marks, ellipses and spaces beyond ASCII.
  private static func isMark(_ bytes: Bytes, _ at: Int, _ end: Int) -> Bool {
    if bytes[at] == 0xC2, at + 1 < end {
      return [0xA0, 0xAB, 0xBB, 0xB7].contains(bytes[at + 1])
    }
    // The general punctuation of Unicode, but for the apostrophe inside a word.
    guard bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 else { return false }
    return !(bytes[at + 2] == 0x99 && at + 3 < end && bytes[at + 3].isLetter)
  }

  private static func isAddress(_ bytes: Bytes, _ at: Int, _ end: Int) -> Bool {
    guard bytes[at] | 0x20 == UInt8(ascii: "h") || bytes[at] | 0x20 == UInt8(ascii: "w") else {
      return false
    }
    return ["http://", "https://", "www."].contains { bytes.hasText($0, at: at, end: end) }
  }

  /// The end of what holds no words and begins here: code, a comment, a tag, an address or a citation.
  static func endOfForeign(_ bytes: Bytes, _ at: Int, _ end: Int) -> Int? {
    switch bytes[at] {
    case UInt8(ascii: "`"):
      var run = at
      while run < end, bytes[run] == UInt8(ascii: "`") { run += 1 }
      // A code span within a line or two; a mark that is never closed is text.
      let close = bytes.place(of: UInt8(ascii: "`"), from: run, to: min(end, run + 400))
      return close.map { $0 + (run - at) } ?? run
    case UInt8(ascii: "<"):
      if bytes.hasText("<!--", at: at, end: end) {
        var close = at + 4
        while close + 2 < end, !bytes.hasText("-->", at: close, end: end) { close += 1 }
        return min(end, close + 3)
      }
      guard at + 1 < end, bytes[at + 1].isLetter || bytes[at + 1] == UInt8(ascii: "/") else {
        return nil
      }
      return bytes.place(of: UInt8(ascii: ">"), from: at, to: min(end, at + 400)).map { $0 + 1 }
    case UInt8(ascii: "!"), UInt8(ascii: "["):
      // The words for a picture are no part of the text, and `[!NOTE]` is a mark.
      let isPicture = bytes.hasText("![", at: at, end: end)
      guard isPicture || bytes.hasText("[!", at: at, end: end),
        let close = bytes.place(of: UInt8(ascii: "]"), from: at, to: min(end, at + 400))
      else { return nil }
      return isPicture ? endOfForeign(bytes, close, end) ?? close : close + 1
    case UInt8(ascii: "]"):
      guard at + 1 < end, bytes[at + 1] == UInt8(ascii: "(") else { return nil }
      return bytes.place(of: UInt8(ascii: ")"), from: at, to: min(end, at + 400)).map { $0 + 1 }
    case UInt8(ascii: "@"):
      return bytes.endOfToken(at, end)
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"):
      return bytes.endOfToken(at, end)
    default: return nil
    }
  }

  /// Takes one mark between words.
  private static func note(_ bytes: Bytes, _ at: inout Int, _ end: Int, _ gap: inout Word.Gap) {
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): gap.insert(.sentenceEnd)
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"):
      gap.insert(.pause)
    case UInt8(ascii: "%"): gap.insert(.percent)
    case UInt8(ascii: "-"): gap.insert(.hyphen)
    case UInt8(ascii: "="): gap.insert(.equals)
    case 0xE2 where at + 2 < end:
      if bytes[at + 2] == 0xA6 { gap.insert(.sentenceEnd) }
      if bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94 { gap.insert(.pause) }
      at += 2
    default: break
    }
    at += 1
  }
}
