import LecternSource

/// Reads a page or a drawing piece by piece, as browsers part it, without building a tree.
struct MarkupReader {
  /// A piece of markup.
  enum Piece {
    case text(Range<Int>)
    /// The text of a script or a style sheet, in which nothing is escaped.
    case raw(Range<Int>)
    case open(String, [Attribute])
    case close(String)
    case comment(Range<Int>)
  }

  /// An attribute; without a value it has an empty one.
  struct Attribute {
    var name: String
    var value: Range<Int>
    /// The name and the value with its quotes.
    var whole: Range<Int>
  }

  private let bytes: [UInt8]
  /// Where the next piece begins.
  private(set) var offset: Int
  /// The element whose text is read as it is.
  private var rawName: String?

  /// Makes a reader that begins at an offset.
  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    guard offset < bytes.count else { return nil }
    if let name = rawName {
      rawName = nil
      let end = endOfRaw(name)
      if end > offset {
        defer { offset = end }
        return .raw(offset..<end)
      }
    }
    guard bytes[offset] == UInt8(ascii: "<"), isMarkup(offset) else { return text() }
    if starts(with: "<!--") { return comment() }
    if starts(with: "<!") || starts(with: "<?") {
      // A document type says nothing, but anything may hide in what looks like one.
      let end = self.end(after: UInt8(ascii: ">"), from: offset)
      defer { offset = end }
      return .comment(offset..<end)
    }
    return tag()
  }

  private func isMarkup(_ start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let byte = bytes[start + 1]
    return byte.isLetter || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private mutating func text() -> Piece {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") || !isMarkup(offset) {
      offset += 1
    }
    return .text(start..<offset)
  }

  private mutating func comment() -> Piece {
    let start = offset + 4
    var end = start
    let close = Array("-->".utf8)
    while end + 3 <= bytes.count, !bytes[end..<(end + 3)].elementsEqual(close) { end += 1 }
    let isClosed = end + 3 <= bytes.count
    offset = isClosed ? end + 3 : bytes.count
    return .comment(min(start, bytes.count)..<(isClosed ? end : bytes.count))
  }

  private mutating func tag() -> Piece {
    let isClosing = bytes[offset + 1] == UInt8(ascii: "/")
    offset += isClosing ? 2 : 1
    let name = word { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 > 0x20 }
    var attributes: [Attribute] = []
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      if bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: "/") {
        offset += 1
      } else {
        attributes.append(attribute())
      }
    }
    offset = min(bytes.count, offset + 1)
    if isClosing { return .close(name) }
    if name == "script" || name == "style" { rawName = name }
    return .open(name, attributes)
  }

  private mutating func attribute() -> Attribute {
    let start = offset
    // An equals sign at the beginning belongs to the name, so that reading goes on.
    offset += 1
    let ends: (UInt8) -> Bool = {
      $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
    }
    while offset < bytes.count, !ends(bytes[offset]) { offset += 1 }
    let name = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: offset..<offset, whole: start..<offset)
    }
    offset += 1
    skipSpace()
    guard offset < bytes.count else {
      return Attribute(name: name, value: offset..<offset, whole: start..<offset)
    }
    let quote = bytes[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let value = offset + 1
      let behind = end(after: quote, from: value)
      offset = behind
      let isClosed = behind > value && bytes[behind - 1] == quote
      return Attribute(
        name: name, value: value..<(isClosed ? behind - 1 : behind), whole: start..<behind)
    }
    let value = offset
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ">") {
      offset += 1
    }
    return Attribute(name: name, value: value..<offset, whole: start..<offset)
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = offset
    while offset < bytes.count, isPart(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }

  /// The offset behind the next of a byte, or the end.
  private func end(after byte: UInt8, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != byte { end += 1 }
    return min(bytes.count, end + 1)
  }

  private func endOfRaw(_ name: String) -> Int {
    let close = Array("</\(name)".utf8)
    var end = offset
    while end < bytes.count {
      let candidate = bytes[end..<min(bytes.count, end + close.count)]
      if bytes[end] == UInt8(ascii: "<"),
        candidate.map({ (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }) == close
      {
        return end
      }
      end += 1
    }
    return end
  }
}
