/// An answer to a request; each connection carries one.
struct HTTPResponse: Equatable {
  /// The states in which an answer can be.
  enum Status: String {
    case ok = "200 OK"
    case partialContent = "206 Partial Content"
    case permanentRedirect = "308 Permanent Redirect"
    case notModified = "304 Not Modified"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case requestTimeout = "408 Request Timeout"
    case rangeNotSatisfiable = "416 Range Not Satisfiable"
    case headerFieldsTooLarge = "431 Request Header Fields Too Large"
    case internalServerError = "500 Internal Server Error"
    case serviceUnavailable = "503 Service Unavailable"
  }

  var status: Status
  var headers: [(name: String, value: String)] = []
  var body: [UInt8] = []

  static func == (left: HTTPResponse, right: HTTPResponse) -> Bool {
    left.status == right.status && left.body == right.body
      && left.headers.map(\.name) == right.headers.map(\.name)
      && left.headers.map(\.value) == right.headers.map(\.value)
  }

  /// A plain answer of one line.
  init(_ status: Status, _ headers: [(name: String, value: String)] = [], text: String? = nil) {
    self.status = status
    self.headers = [("Content-Type", "text/plain; charset=utf-8")] + headers
    body = Array("\(text ?? status.rawValue)\n".utf8)
  }

  /// An answer with some content.
  init(_ status: Status, contentType: String, _ body: [UInt8]) {
    self.status = status
    headers = [("Content-Type", contentType)]
    self.body = body
  }

  /// What goes over the wire; the answer to HEAD is the same without its body.
  func bytes(withBody: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if status != .notModified { head += "Content-Length: \(body.count)\r\n" }
    // No other site may show what is here in a frame, the notes least of all; a page cannot forbid that by itself.
    head += "Content-Security-Policy: frame-ancestors 'self'\r\n"
    head += "Cross-Origin-Resource-Policy: same-origin\r\n"
    head +=
      "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    return Array(head.utf8) + (withBody ? body : [])
  }

  /// The part of the content that a `Range` header asks for (RFC 9110, section 14); all of it for what is no single range
  /// of bytes.
  func range(_ written: String?) -> HTTPResponse {
    guard status == .ok, let written, written.hasPrefix("bytes=") else { return self }
    let parts = written.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !written.contains(",") else { return self }
    let bounds: (Int, Int)
    switch (Int(parts[0]), Int(parts[1])) {
    case (let from?, let to?) where from <= to: bounds = (from, min(to, body.count - 1))
    case (let from?, nil) where parts[1].isEmpty: bounds = (from, body.count - 1)
    case (nil, let last?) where parts[0].isEmpty && last > 0:
      bounds = (max(0, body.count - last), body.count - 1)
    default: return self
    }
    guard bounds.0 >= 0, bounds.0 < body.count, bounds.0 <= bounds.1 else {
      return HTTPResponse(.rangeNotSatisfiable, [("Content-Range", "bytes */\(body.count)")])
    }
    var part = self
    part.status = .partialContent
    part.headers.append(("Content-Range", "bytes \(bounds.0)-\(bounds.1)/\(body.count)"))
    part.body = Array(body[bounds.0...bounds.1])
    return part
  }
}
