import LecternBriefing
import LecternSource

/// What is sent to open pages: server-sent events, as the HTML standard has them.
enum EventStream {
  /// The beginning of the answer.
  static let head = Array(
    ("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
      + "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n").utf8)

  /// Something that says nothing, so that a connection that nobody holds any more is noticed.
  static let silence = Array(":\n\n".utf8)

  /// The page that a query asks about.
  static func page(in query: String) -> String {
    guard query.hasPrefix("page=") else { return "" }
    return AddressReader.percentDecoded(String(query.dropFirst(5)))
  }

  /// A page's state as an event.
  static func event(_ state: PreviewSite.PageState) -> [UInt8] {
    let problems = state.problems.filter { $0.diagnostic.severity != .information }.map {
      JSONValue.object([
        ("severity", .text($0.diagnostic.severity.rawValue)),
        ("code", .text($0.diagnostic.code.name)), ("message", .text($0.diagnostic.message)),
        ("help", .text($0.diagnostic.help)), ("file", .text($0.path)),
        ("line", .number($0.line)), ("column", .number($0.column)),
      ])
    }
    let object = JSONValue.object([
      ("tag", state.tag.map(JSONValue.text)), ("problems", .list(problems)),
    ])
    return Array("data: \(object.written)\n\n".utf8)
  }
}
