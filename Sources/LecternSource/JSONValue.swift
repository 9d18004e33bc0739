/// A value of JSON, ready to be written.
enum JSONValue {
  case text(String)
  case number(Int)
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// The value on one line.
  var written: String {
    switch self {
    case .text(let text): JSONText.quoted(text)
    case .number(let number): String(number)
    case .list(let values): "[" + values.map(\.written).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { "\(JSONText.quoted($0.0)):\($0.1.written)" }.joined(separator: ",") + "}"
    }
  }
}
