import LecternBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One end of a connection, or a listener for them; whoever owns it closes it.
struct Socket: ~Copyable {
  private let number: Int32

  private init(_ number: Int32) {
    self.number = number
  }

  deinit { close(number) }

  /// A listener on the loopback address, which nobody outside this machine can reach; port 0 is any that is free.
  static func listening(port: UInt16) throws(MachineError) -> Socket {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let number = socket(AF_INET, kind, 0)
    guard number >= 0 else { throw failure(port) }
    let listener = Socket(number)
    var yes: Int32 = 1
    setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(number, 64) == 0 else { throw failure(port) }
    return listener
  }

  private static func failure(_ port: UInt16) -> MachineError {
    MachineError("listen on", "127.0.0.1:\(port)", String(cString: strerror(errno)).lowercased())
  }

  /// The port on which it listens.
  var port: UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(number, $0, &size)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Waits for a connection; nil when one could not be had.
  ///
  /// What is written to it for `seconds` without anybody reading fails.
  func accept(writingWithin seconds: Int) -> Int32? {
    #if canImport(Glibc)
      let connection = Glibc.accept(number, nil, nil)
    #else
      let connection = Darwin.accept(number, nil, nil)
    #endif
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var yes: Int32 = 1
    setsockopt(
      connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    return connection
  }

  /// Lets go of the file, which somebody else then closes.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Takes over a connection that `accept` has made.
  static func connection(_ number: Int32) -> Socket { Socket(number) }

  /// What arrives before an instant, at most `most` bytes; empty at the end, nil when nothing came in time.
  func read(most: Int, until deadline: ContinuousClock.Instant) -> [UInt8]? {
    guard isReadable(until: deadline) else { return nil }
    var buffer = [UInt8](repeating: 0, count: most)
    let count = recv(number, &buffer, most, 0)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// Whether something arrives, be it the end, before an instant.
  func isReadable(until deadline: ContinuousClock.Instant) -> Bool {
    Self.wait(for: [number], until: deadline).contains(number)
  }

  /// Waits for the other side to speak or leave, or for a wakeup, before an instant.
  func wait(
    for wakeup: Wakeup, until deadline: ContinuousClock.Instant
  ) -> (hasSpoken: Bool, hasRung: Bool) {
    let ready = Self.wait(for: [number, wakeup.readEnd], until: deadline)
    return (ready.contains(number), ready.contains(wakeup.readEnd))
  }

  /// Which of some files can be read before an instant.
  private static func wait(
    for numbers: [Int32], until deadline: ContinuousClock.Instant
  ) -> [Int32] {
    var asked = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      let milliseconds =
        left.components.seconds * 1_000
        + left.components.attoseconds / 1_000_000_000_000_000
      let count = poll(&asked, nfds_t(asked.count), Int32(clamping: max(0, milliseconds)))
      if count < 0, errno == EINTR { continue }
      return asked.filter { $0.revents != 0 }.map(\.fd)
    }
  }

  /// Writes all bytes and says whether that went well.
  func write(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          send(
            number, buffer.baseAddress.map { $0 + done }, buffer.count - done,
            Int32(MSG_NOSIGNAL))
        #else
          send(number, buffer.baseAddress.map { $0 + done }, buffer.count - done, 0)
        #endif
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Says that nothing more comes, and reads what the other side still sends, so that it gets to read our answer.
  func finish(until deadline: ContinuousClock.Instant) {
    shutdown(number, Int32(SHUT_WR))
    var rest = 65_536
    while rest > 0, let bytes = read(most: 4_096, until: deadline), !bytes.isEmpty {
      rest -= bytes.count
    }
  }
}
