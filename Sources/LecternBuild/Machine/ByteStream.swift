#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole reads and writes on an open file, pipe or terminal, which the system may do in pieces.
public enum ByteStream {
  /// Everything up to the end; nil when reading fails, with the reason in `errno`.
  public static func read(_ file: Int32, expecting size: Int = 65_536) -> [UInt8]? {
    var bytes: [UInt8] = []
    // The byte more lets the end be seen without making room anew.
    var room = max(4_096, size + 1)
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = read(file, UnsafeMutableRawBufferPointer(buffer))
        initialized = max(0, count)
      }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = 65_536
    }
  }

  /// Whether a file holds these bytes from where it is read up to its end, a piece at a time; nil when reading fails.
  static func holds(_ bytes: [UInt8], _ file: Int32) -> Bool? {
    var piece = [UInt8](repeating: 0, count: 65_536)
    var done = 0
    while true {
      let count = piece.withUnsafeMutableBytes { read(file, $0) }
      guard count >= 0 else { return nil }
      if count == 0 { return done == bytes.count }
      guard done + count <= bytes.count, bytes[done..<done + count] == piece[..<count] else {
        return false
      }
      done += count
    }
  }

  /// Reads what fits and returns how many bytes that are: 0 at the end, less when it fails.
  private static func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(file, buffer.baseAddress, buffer.count)
      #endif
      guard count < 0, mayGoOn(file, to: .read) else { return count }
    }
  }

  /// Writes all bytes and says whether that went well; if not, the reason is in `errno`.
  public static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #else
          Darwin.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #endif
      }
      if count < 0, mayGoOn(file, to: .write) { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private enum Direction {
    case read
    case write
  }

  /// Whether a call failed only for now: a signal came, or a pipe or terminal that does not wait is not ready, until which
  /// this waits.
  private static func mayGoOn(_ file: Int32, to direction: Direction) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN else { return false }
    let event = direction == .read ? POLLIN : POLLOUT
    var waiting = pollfd(fd: file, events: Int16(event), revents: 0)
    return poll(&waiting, 1, -1) >= 0 || errno == EINTR
  }
}
