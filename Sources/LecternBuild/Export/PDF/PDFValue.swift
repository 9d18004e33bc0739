/// A value of a PDF: what stands between the `obj` and `endobj` of an object that is no stream.
package indirect enum PDFValue: Equatable, Sendable {
  /// A number, `true`, `false` or `null`, as it is written.
  case word(String)
  /// A name without its slash.
  case name(String)
  /// The bytes of a string.
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// An object, by its number.
  case reference(Int)

  /// A text, as ASCII where that is enough and else as UTF-16 with its mark.
  package static func text(_ text: String) -> Self {
    guard !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      return .string(Array(text.utf8))
    }
    return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  /// The text of a string in one of these two ways.
  package var text: String? {
    guard case .string(let bytes) = self else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// A number.
  package static func number(_ number: Int) -> Self { .word(String(number)) }

  /// The entries of a dictionary.
  package var entries: [String: PDFValue]? {
    if case .dictionary(let entries) = self { entries } else { nil }
  }

  /// The elements of an array.
  package var elements: [PDFValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The number of the object that a reference leads to.
  package var target: Int? { if case .reference(let target) = self { target } else { nil } }

  /// The value as it stands in a file.
  package var bytes: [UInt8] {
    switch self {
    case .word(let word): Array(word.utf8)
    case .name(let name): Array("/\(name)".utf8)
    case .string(let bytes): Self.literal(bytes)
    case .array(let elements):
      Array("[".utf8) + elements.map(\.bytes).joined(separator: [0x20]) + Array("]".utf8)
    case .dictionary(let entries):
      // In the order of the keys, so that equal dictionaries have equal bytes.
      Array("<<".utf8)
        + entries.sorted { $0.key < $1.key }.flatMap {
          Array("/\($0.key) ".utf8) + $0.value.bytes + [0x0A]
        } + Array(">>".utf8)
    case .reference(let target): Array("\(target) 0 R".utf8)
    }
  }

  private static func literal(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "(")]
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        result += [UInt8(ascii: "\\"), byte]
      // A reader would take it for a line feed.
      case 0x0D: result += Array("\\r".utf8)
      default: result.append(byte)
      }
    }
    return result + [UInt8(ascii: ")")]
  }
}
