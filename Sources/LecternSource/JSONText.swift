/// Texts as JSON has them.
package enum JSONText {
  /// A string literal with its quotation marks.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
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
