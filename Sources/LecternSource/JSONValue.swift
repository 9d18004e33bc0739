/// A value of JSON, ready to be written.
package enum JSONValue {
  case text(String)
  case number(Int)
  case list([JSONValue])
  /// Members in their order; those that are nil are left out.
  case object([(name: String, value: JSONValue?)])

  /// The value on one line.
  package var written: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .list(let values): "[" + values.map(\.written).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.compactMap { member in
          member.value.map { "\(Self.quoted(member.name)):\($0.written)" }
        }.joined(separator: ",") + "}"
    }
  }

  /// A string literal with its quotation marks.
  private static func quoted(_ text: String) -> String {
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
}
