/// Small things that are asked of texts in several places.
///
/// Most texts are letters of ASCII, of which bytes tell the same as characters do, many times as fast; what asks for bytes falls
/// back on characters for all others.
extension StringProtocol where SubSequence == Substring {
  /// The text without white space at its ends.
  package var trimmed: String {
    let isTrimmed = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.first.map(\.isInk) == true && bytes.last.map(\.isInk) == true
    }
    if isTrimmed == true { return String(self) }
    guard let first = firstIndex(where: { !$0.isBlank }),
      let last = lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[first...last])
  }

  /// The text with each run of white space as one space, and none at its ends.
  package var collapsed: String {
    // Words one space apart are the rule.
    let isCollapsed = utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.isOfPlainCharacters else { return false }
      var isAfterInk = false
      for byte in bytes {
        guard byte.isInk || byte > 0x7F || (byte == 0x20 && isAfterInk) else { return false }
        isAfterInk = byte != 0x20
      }
      return isAfterInk
    }
    return isCollapsed == true ? String(self) : words.joined(separator: " ")
  }

  /// The words, split at white space.
  package var words: [Substring] { self[...].splitAtWhiteSpace }

  /// Whether it holds a sign of ASCII, whatever follows it.
  package func holds(_ sign: Unicode.Scalar) -> Bool {
    let byte = UInt8(ascii: sign)
    // Bytes of a buffer, since this is compiled for texts of every type.
    return utf8.withContiguousStorageIfAvailable { $0.contains(byte) } ?? utf8.contains(byte)
  }

  private func utf8Index(_ offset: Int) -> Index { utf8.index(startIndex, offsetBy: offset) }

  /// Where the bytes of a phrase stand first.
  package func firstByteRange(of phrase: String) -> Range<Index>? {
    var phrase = phrase
    let place = phrase.withUTF8 { wanted in
      utf8.withContiguousStorageIfAvailable { Self.firstOffset(of: wanted, in: $0) }
    }
    guard let place else { return firstRange(of: phrase) }
    return place.map { utf8Index($0)..<utf8Index($0 + phrase.utf8.count) }
  }

  private static func firstOffset(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for offset in 0...(bytes.count - wanted.count) where bytes[offset] == first {
      var same = 1
      while same < wanted.count, bytes[offset + same] == wanted[same] { same += 1 }
      if same == wanted.count { return offset }
    }
    return nil
  }

  /// How many characters it has; the same as `count`, and soon known for the letters of most languages.
  package var characterCount: Int {
    let plain = utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      // A line end of two bytes is one character.
      guard bytes.isOfPlainCharacters, !bytes.contains(0x0D) else { return nil }
      return bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
    return (plain ?? nil) ?? count
  }

  /// The text without characters that nobody sees and no page may hold: controls other than white space, and marks that turn
  /// the direction of all that follows.
  package var withoutControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      (scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace)
        || scalar == "\u{202D}" || scalar == "\u{202E}"
    }
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0.isInk || $0 == 0x20 }
    }
    guard isPlain != true, unicodeScalars.contains(where: isControl) else { return String(self) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !isControl($0) }))
  }

  /// Whether a comment begins in the text.
  package var hasComment: Bool { firstByteRange(of: "<!--") != nil }

  /// The text without comments, which count nowhere.
  package var withoutComments: String {
    guard hasComment else { return String(self) }
    var result = ""
    var rest = self[...]
    while let start = rest.firstByteRange(of: "<!--") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstByteRange(of: "-->") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

extension String {
  /// Without white space at its end.
  package var withoutTrailingSpace: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)])
  }
}

extension Character {
  /// Whether nothing of it is to be seen: a space with an accent upon it is no white space.
  package var isBlank: Bool {
    isWhitespace && unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}

extension Substring {
  // Of one type, so that the steps between bytes are compiled for it.
  fileprivate var splitAtWhiteSpace: [Substring] {
    let isPlain = utf8.withContiguousStorageIfAvailable { $0.isOfPlainCharacters }
    guard isPlain == true else { return split(whereSeparator: \.isBlank) }
    return utf8.split(whereSeparator: \.isSpace).map(Substring.init)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether no character spans white space and something else, and all white space is of ASCII: letters of Western Europe,
  /// and the dashes and quotation marks of Unicode's block of general punctuation.
  fileprivate var isOfPlainCharacters: Bool {
    var index = 0
    while index < count {
      switch self[index] {
      case ..<0x80: index += 1
      // U+00C0 to U+00FF
      case 0xC3: index += 2
      // U+2010 to U+2027
      case 0xE2
      where index + 2 < count && self[index + 1] == 0x80 && (0x90...0xA7).contains(self[index + 2]):
        index += 3
      default: return false
      }
    }
    return true
  }
}

extension UInt8 {
  /// Whether it is a character of ASCII that leaves ink.
  fileprivate var isInk: Bool { (0x21..<0x7F).contains(self) }
}
