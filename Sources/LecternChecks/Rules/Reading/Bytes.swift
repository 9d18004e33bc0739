import LecternSource

/// What rules ask of single bytes.
extension UInt8 {
  /// The number of a digit.
  var digit: Int { Int(self) - 0x30 }
}

/// What rules ask of the bytes of a text.
extension UnsafeBufferPointer<UInt8> {
  /// Whether a text of ASCII stands at a place, in capitals or not.
  func hasText(_ text: StaticString, at place: Int, end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place >= 0, place + length <= end else { return false }
    for offset in 0..<length {
      let wanted = text.utf8Start[offset]
      let byte = self[place + offset]
      guard byte == wanted || (wanted.isLetter && byte | 0x20 == wanted | 0x20) else {
        return false
      }
    }
    return true
  }

  /// The first place of a byte.
  func place(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end {
      if self[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// The end of what has no space in it and begins here.
  func endOfToken(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, !self[at].isSpace, !")]>|\"".utf8.contains(self[at]) { at += 1 }
    return Swift.max(at, start + 1)
  }
}

extension String {
  /// Whether some words of ASCII stand anywhere in it, in capitals or not.
  func holds(_ words: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      var at = 0
      while at + words.utf8CodeUnitCount <= bytes.count {
        if bytes.hasText(words, at: at, end: bytes.count) { return true }
        at += 1
      }
      return false
    }
  }
}

extension SourceFile {
  /// The first place of some words within a span.
  func firstPlace(of words: String, in span: Span) -> Span? {
    let wanted = Array(words.utf8)
    guard let first = wanted.first, span.length >= wanted.count else { return nil }
    var at = span.lower
    while at + wanted.count <= span.upper {
      if bytes[at] == first, bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
        return Span(at, at + wanted.count)
      }
      at += 1
    }
    return nil
  }
}
