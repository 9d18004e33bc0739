import Testing

@testable import LecternPreview

/// Requests as they are read, and answers as they are written.
@Suite struct HTTPTests {
  private func request(_ head: String) -> HTTPRequest? { HTTPRequest(Array(head.utf8)) }

  @Test func readsAMethodAPathAndHeaders() throws {
    let read = try #require(
      request("GET /a%20b/deck.html?x=1 HTTP/1.1\r\nHost: localhost:1\r\nRange:  bytes=1-\r\n"))
    #expect(read.method == "GET")
    #expect(read.path == "a b/deck.html")
    #expect(read.query == "x=1")
    #expect(read.headers == ["host": "localhost:1", "range": "bytes=1-"])
  }

  @Test(arguments: [
    "/..", "/../etc/passwd", "/a/../../b", "/%2e%2e/x", "/a/%2E%2e", "/./a", "/a%5c..%5cb",
    "/a%00b", "/a%0d%0aX:y",
  ])
  func findsNoPathThatClimbsOrHides(target: String) throws {
    #expect(try #require(request("GET \(target) HTTP/1.1\r\n")).path == nil)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET / HTTP/2", "GET a HTTP/1.1", "GET http://a/ HTTP/1.1",
    "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\nHost: a\r\nHost: b",
  ])
  func refusesWhatIsNoRequest(head: String) {
    #expect(request(head) == nil)
  }

  @Test func keepsOtherSitesFromShowingOrReadingWhatIsServed() {
    let bytes = HTTPResponse(.ok, contentType: "text/plain", []).bytes(withBody: true)
    let head = String(decoding: bytes, as: UTF8.self)
    #expect(head.contains("\r\nContent-Security-Policy: frame-ancestors 'self'\r\n"))
    #expect(head.contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n"))
  }

  @Test(arguments: [
    ("bytes=0-1", "206 Partial Content", "ab"), ("bytes=2-", "206 Partial Content", "cdef"),
    ("bytes=-2", "206 Partial Content", "ef"), ("bytes=4-99", "206 Partial Content", "ef"),
    ("bytes=6-", "416 Range Not Satisfiable", nil), ("bytes=3-2", "200 OK", "abcdef"),
    ("bytes=0-1,3-4", "200 OK", "abcdef"), ("lines=1-2", "200 OK", "abcdef"),
    ("bytes=-0", "200 OK", "abcdef"), ("bytes=--1", "200 OK", "abcdef"),
  ])
  func answersWithTheRangeThatIsAskedFor(range: String, status: String, body: String?) {
    let whole = HTTPResponse(.ok, contentType: "text/plain", Array("abcdef".utf8))
    let part = whole.range(range)
    #expect(part.status.rawValue == status)
    if let body { #expect(String(decoding: part.body, as: UTF8.self) == body) }
  }
}
