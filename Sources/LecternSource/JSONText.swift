/// Texts as JSON has them.
package enum JSONText {
  /// A string literal with its quotation marks.
  package static func quoted(_ text: String) -> String {
    var result = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0x0A: result += "\\n".utf8
      case 0x0D: result += "\\r".utf8
      case 0x09: result += "\\t".utf8
      case ..<0x10: result += "\\u000\(String(byte, radix: 16))".utf8
      case ..<0x20: result += "\\u00\(String(byte, radix: 16))".utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }

  /// An array of values that are JSON already.
  package static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  /// An object of values that are JSON already; those that are nil are left out.
  package static func object(_ fields: [(name: String, value: String?)]) -> String {
    let written = fields.compactMap { field in
      field.value.map { "\(quoted(field.name)):\($0)" }
    }
    return "{" + written.joined(separator: ",") + "}"
  }
}
