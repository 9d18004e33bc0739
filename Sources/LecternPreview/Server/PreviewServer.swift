package import LecternBuild
package import LecternSource
import Synchronization

/// Serves a preview on the loopback address, and tells open pages when something has changed.
///
/// One thread a connection, and one answer: on the machine itself that costs nothing, and every limit is a plain number.
package final class PreviewServer: Sendable {
  /// What a client may ask of the server.
  package struct Limits: Sendable {
    /// How many connections there are at a time.
    package var connections = 64
    /// How many bytes the head of a request may have.
    package var headBytes = 16_384
    /// How long a client may take to send it, and to take each part of the answer.
    package var seconds = 5

    /// The usual limits.
    package init() {}
  }

  private let site: PreviewSite
  private let limits: Limits
  private let port: Mutex<UInt16>
  private let open = Mutex(0)
  private let wakeups = Mutex<[ObjectIdentifier: Wakeup]>([:])
  private let reported = Mutex<[String: [LocatedDiagnostic]]>([:])
  /// Called with the problems of a page that somebody has open, when they are others than before.
  private let report: @Sendable ([LocatedDiagnostic]) -> Void

  /// Makes a server; `start` makes it listen.
  package init(
    _ site: PreviewSite, limits: Limits = Limits(),
    report: @escaping @Sendable ([LocatedDiagnostic]) -> Void = { _ in }
  ) {
    self.site = site
    self.limits = limits
    self.report = report
    port = Mutex(0)
  }

  /// Listens and serves until the program ends; returns the port, another one when the wanted one is taken.
  package func start(port wanted: UInt16) throws(MachineError) -> UInt16 {
    let listener = try Self.listener(wanted)
    let port = listener.port
    self.port.withLock { $0 = port }
    let number = listener.release()
    guard Thread.start({ self.listen(Socket.connection(number)) }) else {
      throw MachineError("serve at", "127.0.0.1:\(port)", "the system has no thread left")
    }
    return port
  }

  private static func listener(_ wanted: UInt16) throws(MachineError) -> Socket {
    do throws(MachineError) {
      return try Socket.listening(port: wanted)
    } catch {
      return try Socket.listening(port: 0)
    }
  }

  /// Tells every open page to look whether it is still what it should be.
  package func announceChange() {
    for wakeup in wakeups.withLock({ Array($0.values) }) { wakeup.send() }
  }

  // MARK: Connections

  private func listen(_ listener: borrowing Socket) {
    while true {
      guard let number = listener.accept(writingWithin: limits.seconds) else {
        // No file is left, which may pass.
        Thread.sleep(milliseconds: 20)
        continue
      }
      let isWelcome = open.withLock { open in
        guard open < limits.connections else { return false }
        open += 1
        return true
      }
      guard isWelcome else {
        let connection = Socket.connection(number)
        _ = connection.write(HTTPResponse(.serviceUnavailable).bytes(withBody: true))
        connection.finish(until: ContinuousClock.now + .milliseconds(20))
        continue
      }
      let isServed = Thread.start {
        self.serve(Socket.connection(number))
        self.open.withLock { $0 -= 1 }
      }
      if !isServed {
        _ = Socket.connection(number)
        open.withLock { $0 -= 1 }
      }
    }
  }

  private func serve(_ connection: borrowing Socket) {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    let request: HTTPRequest
    switch head(of: connection, until: deadline) {
    case .success(let read): request = read
    case .failure(let refusal):
      if let status = refusal.status {
        _ = connection.write(HTTPResponse(status).bytes(withBody: true))
        connection.finish(until: ContinuousClock.now + .milliseconds(200))
      }
      return
    }
    if isAllowed(request), request.method == "GET", request.path == "\(PreviewSite.own)/events" {
      keepUpToDate(connection, page: request.query)
      return
    }
    let response = isAllowed(request) ? site.answer(to: request) : HTTPResponse(.forbidden)
    if connection.write(response.bytes(withBody: request.method != "HEAD")) {
      connection.finish(until: ContinuousClock.now + .milliseconds(200))
    }
  }

  /// Why a request is not read.
  private struct Refusal: Error {
    /// What to answer; nil when nobody is there any more.
    var status: HTTPResponse.Status?
  }

  private func head(
    of connection: borrowing Socket, until deadline: ContinuousClock.Instant
  ) -> Result<HTTPRequest, Refusal> {
    var head: [UInt8] = []
    while true {
      guard let bytes = connection.read(most: 4_096, until: deadline) else {
        return .failure(Refusal(status: .requestTimeout))
      }
      if bytes.isEmpty { return .failure(Refusal(status: head.isEmpty ? nil : .badRequest)) }
      head += bytes
      if let end = Self.end(of: head) {
        guard end <= limits.headBytes else { break }
        guard let request = HTTPRequest(Array(head[..<end])) else {
          return .failure(Refusal(status: .badRequest))
        }
        return .success(request)
      }
      guard head.count <= limits.headBytes else { break }
    }
    return .failure(Refusal(status: .headerFieldsTooLarge))
  }

  /// Where the empty line after the head begins.
  private static func end(of head: [UInt8]) -> Int? {
    for index in head.indices where head[index] == 0x0A {
      let next = head.index(after: index)
      if next < head.count, head[next] == 0x0A { return index }
      if next + 1 < head.count, head[next] == 0x0D, head[next + 1] == 0x0A { return index }
    }
    return nil
  }

  /// Whether a request is meant for this server: a page of another site can be made to lead here under a name of its own.
  private func isAllowed(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers["host"]?.lowercased() else { return false }
    let port = port.withLock { $0 }
    let names = ["127.0.0.1", "localhost"]
    return names.contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }

  // MARK: Open pages

  /// Tells a page what it should be, now and whenever that changes, until it is left.
  private func keepUpToDate(_ connection: borrowing Socket, page query: String) {
    guard let wakeup = Wakeup(), connection.write(EventStream.head) else { return }
    wakeups.withLock { $0[ObjectIdentifier(wakeup)] = wakeup }
    defer { wakeups.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(wakeup)) } }
    let page = EventStream.page(in: query)
    var last: PreviewSite.PageState?
    while true {
      wakeup.clear()
      let state = site.state(of: page)
      if state != last {
        guard connection.write(EventStream.event(state)) else { return }
        tell(state.problems, of: page)
        last = state
      }
      let heard = connection.wait(for: wakeup, until: ContinuousClock.now + .seconds(15))
      if heard.hasSpoken { return }
      if !heard.hasRung, !connection.write(EventStream.silence) { return }
    }
  }

  private func tell(_ problems: [LocatedDiagnostic], of page: String) {
    let isNew = reported.withLock { reported in
      let key = page.split(separator: "/").first.map(String.init) ?? ""
      guard reported[key] != problems, reported[key] != nil || !problems.isEmpty else {
        return false
      }
      reported[key] = problems
      return true
    }
    if isNew { report(problems) }
  }
}
