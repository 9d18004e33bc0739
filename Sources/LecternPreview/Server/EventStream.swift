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
  static func event(_ moment: PreviewSite.Moment) -> [UInt8] {
    let problems = moment.problems.filter { $0.diagnostic.severity != .information }.map {
      JSONText.object([
        ("severity", JSONText.quoted($0.diagnostic.severity.rawValue)),
        ("code", JSONText.quoted($0.diagnostic.code.name)),
        ("message", JSONText.quoted($0.diagnostic.message)),
        ("help", JSONText.quoted($0.diagnostic.help)),
        ("file", JSONText.quoted($0.path)), ("line", "\($0.line)"), ("column", "\($0.column)"),
      ])
    }
    let object = JSONText.object([
      ("tag", moment.tag.map(JSONText.quoted)), ("problems", JSONText.array(problems)),
    ])
    return Array("data: \(object)\n\n".utf8)
  }
}
