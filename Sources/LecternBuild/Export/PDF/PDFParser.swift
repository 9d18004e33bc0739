/// Reads values out of a PDF's bytes.
package struct PDFParser {
  private let bytes: ArraySlice<UInt8>
  package private(set) var at: Int

  /// Begins at a place; nothing after the end of `bytes` is read.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// How deep values may lie in one another; a file that goes deeper is no file of a browser's.
  private static let mostLevels = 64

  /// The next value; nil where none stands.
  package mutating func value(level: Int = 0) -> PDFValue? {
    guard level < Self.mostLevels else { return nil }
    skipSpace()
    switch current {
    case UInt8(ascii: "/"):
      at += 1
      return .name(regular())
    case UInt8(ascii: "("): return string()
    case UInt8(ascii: "["):
      at += 1
      var elements: [PDFValue] = []
      while !skip("]") {
        guard let element = value(level: level + 1) else { return nil }
        elements.append(element)
      }
      return .array(elements)
    case UInt8(ascii: "<"): return skip("<<") ? dictionary(level: level) : hexadecimal()
    default: return wordOrReference()
    }
  }

  /// Goes over a word, after white space, if it is there.
  package mutating func skip(_ word: StaticString) -> Bool {
    skipSpace()
    let length = word.utf8CodeUnitCount
    guard bytes.endIndex - at >= length, bytes[at..<at + length].elementsEqual("\(word)".utf8)
    else { return false }
    at += length
    return true
  }

  /// A whole number, after white space.
  package mutating func integer() -> Int? {
    skipSpace()
    return Int(regular())
  }

  private mutating func dictionary(level: Int) -> PDFValue? {
    var entries: [String: PDFValue] = [:]
    while !skip(">>") {
      guard case .name(let key)? = value(level: level + 1), let value = value(level: level + 1)
      else { return nil }
      entries[key] = value
    }
    return .dictionary(entries)
  }

  private mutating func wordOrReference() -> PDFValue? {
    let word = regular()
    guard !word.isEmpty else { return nil }
    guard let number = Int(word) else { return .word(word) }
    // `12 0 R` is one value; two numbers side by side are two.
    let after = at
    if integer() == 0, skip("R") { return .reference(number) }
    at = after
    return .word(word)
  }

  private mutating func string() -> PDFValue? {
    at += 1
    var result: [UInt8] = []
    var depth = 1
    while let byte = current {
      at += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .string(result) }
      case UInt8(ascii: "\\"):
        if let escaped = escaped() { result.append(escaped) }
        continue
      default: break
      }
      result.append(byte)
    }
    return nil
  }

  /// The byte that stands after a backslash; nil for the end of a line, which means nothing.
  private mutating func escaped() -> UInt8? {
    guard let byte = current else { return nil }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case 0x0A, 0x0D: return nil
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var code = Int(byte - 0x30)
      for _ in 0..<2 {
        guard let digit = current, (0x30...0x37).contains(digit) else { break }
        code = code * 8 + Int(digit - 0x30)
        at += 1
      }
      return UInt8(truncatingIfNeeded: code)
    default: return byte
    }
  }

  private mutating func hexadecimal() -> PDFValue? {
    at += 1
    var digits: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: ">") {
      at += 1
      if let digit = Character(Unicode.Scalar(byte)).hexDigitValue { digits.append(UInt8(digit)) }
    }
    guard current != nil else { return nil }
    at += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return .string(
      stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }

  // MARK: Bytes

  private var current: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private static let delimiters = Set("()<>[]{}/%".utf8)

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0 || (0x09...0x0D).contains(byte)
  }

  private mutating func skipSpace() { while let byte = current, Self.isSpace(byte) { at += 1 } }

  /// What stands up to the next white space or bracket.
  private mutating func regular() -> String {
    let start = at
    while let byte = current, !Self.isSpace(byte), !Self.delimiters.contains(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }
}
