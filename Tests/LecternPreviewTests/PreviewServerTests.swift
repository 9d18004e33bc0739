import LecternBuild
import TestSupport
import Testing

@testable import LecternPreview

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a server on the loopback address refuses, and that it stays up.
@Suite struct PreviewServerTests {
  /// A server with small limits that gives a request so many seconds, and its port.
  private func server(_ folder: ScratchFolder, seconds: Int = 60) throws -> UInt16 {
    try folder.write("# A\n\n## B\n\nText\n\n<!-- zebra -->\n", to: "content/a.md")
    var limits = PreviewServer.Limits()
    limits.seconds = seconds
    limits.connections = 8
    limits.headBytes = 2_000
    let site = PreviewSite(PreviewProject(Project(folder: folder.path)))
    return try PreviewServer(site, limits: limits).start(port: 0)
  }

  private func connection(_ port: UInt16) throws -> Int32 {
    #if canImport(Glibc)
      let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let number = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0)
    return number
  }

  /// The whole answer to some bytes.
  private func answer(_ port: UInt16, _ text: String) throws -> String {
    let number = try connection(port)
    defer { close(number) }
    _ = ByteStream.write(Array(text.utf8), to: number)
    return String(decoding: ByteStream.read(number) ?? [], as: UTF8.self)
  }

  private func get(_ port: UInt16, _ path: String, _ more: String = "") throws -> String {
    try answer(port, "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(more)\r\n")
  }

  @Test func answersAndRefuses() throws {
    let folder = try ScratchFolder()
    let port = try server(folder)
    let host = "Host: localhost:\(port)\r\n"
    #expect(try get(port, "/").hasPrefix("HTTP/1.1 200 OK"))
    #expect(try get(port, "/a/deck.html").contains("</html>"))
    #expect(try !get(port, "/a/deck.html").contains("zebra"))
    #expect(try get(port, "/a/presenter.html").contains("zebra"))
    #expect(try get(port, "/a").contains("Location: a/"))
    #expect(try get(port, "/nothing").hasPrefix("HTTP/1.1 404"))
    #expect(try get(port, "/%2e%2e/content/a.md").hasPrefix("HTTP/1.1 400"))
    #expect(try get(port, "/content/a.md").hasPrefix("HTTP/1.1 404"))
    #expect(try answer(port, "POST / HTTP/1.1\r\n\(host)\r\n").hasPrefix("HTTP/1.1 405"))
    #expect(
      try answer(port, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").hasPrefix("HTTP/1.1 403"))
    #expect(
      try answer(port, "GET /-/events HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        .hasPrefix("HTTP/1.1 403"))
    #expect(try answer(port, "GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 403"))
    #expect(try answer(port, "nonsense\r\n\r\n").hasPrefix("HTTP/1.1 400"))
    let long = String(repeating: "x", count: 3_000)
    #expect(try get(port, "/\(long)").hasPrefix("HTTP/1.1 431"))
    // The head of a page without its body, and nothing at all of one that is known.
    let head = try answer(port, "HEAD / HTTP/1.1\r\n\(host)\r\n")
    #expect(head.hasPrefix("HTTP/1.1 200 OK") && head.hasSuffix("\r\n\r\n"))
    let tag = try #require(head.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") })
      .dropFirst(6)
    #expect(try get(port, "/", "If-None-Match: \(tag)\r\n").hasPrefix("HTTP/1.1 304"))
    try folder.remove()
  }

  @Test func waitsForNobodyForLong() throws {
    let folder = try ScratchFolder()
    let port = try server(folder, seconds: 1)
    let begun = ContinuousClock.now
    #expect(try answer(port, "GET / HTTP/1.1\r\n").hasPrefix("HTTP/1.1 408"))
    // One byte now and then is no way to hold a connection either.
    let slow = try connection(port)
    for byte in Array("GET / HTTP/1.1\r\nX: aaaaaaaa".utf8).prefix(12) {
      var byte = byte
      _ = send(slow, &byte, 1, Int32(MSG_NOSIGNAL))
      usleep(120_000)
    }
    let heard = String(decoding: ByteStream.read(slow) ?? [], as: UTF8.self)
    close(slow)
    #expect(heard.isEmpty || heard.hasPrefix("HTTP/1.1 408"))
    #expect(ContinuousClock.now - begun < .seconds(6))
    try folder.remove()
  }

  @Test func holdsNoMoreConnectionsThanItsLimitAndNoFilesBehind() throws {
    let folder = try ScratchFolder()
    let port = try server(folder)
    _ = try get(port, "/")
    for _ in 0..<3 {
      let held = try (0..<20).map { _ in try connection(port) }
      #expect(try comes { try get(port, "/").hasPrefix("HTTP/1.1 503") })
      for number in held { close(number) }
      #expect(try comes { try get(port, "/").hasPrefix("HTTP/1.1 200") })
    }
    for _ in 0..<200 { _ = try get(port, "/a/") }
    // What is left is the one that listens.
    #expect(try comes { try handles(on: port) == 1 })
    try folder.remove()
  }

  /// Whether something comes true within ten seconds; how soon is the machine's affair.
  private func comes(_ isTrue: () throws -> Bool) throws -> Bool {
    for _ in 0..<200 {
      if try isTrue() { return true }
      usleep(50_000)
    }
    return false
  }

  /// The handles of this process that stand on a port; the tests that run beside this one have others.
  private func handles(on port: UInt16) throws -> Int {
    try FileStore.disk.names("/proc/self/fd").compactMap { Int32($0) }.count { number in
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          getsockname(number, $0, &length)
        }
      }
      return result == 0 && address.sin_family == sa_family_t(AF_INET)
        && address.sin_port == port.bigEndian
    }
  }
}
