#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Wakes a thread that waits for a connection at the same time: a pipe, since one can wait for two files at once.
final class Bell: Sendable {
  /// The end that can be read once it has rung.
  let ear: Int32
  private let rope: Int32

  /// Makes a bell; nil when the system has no file left.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    ear = ends[0]
    rope = ends[1]
  }

  deinit {
    close(ear)
    close(rope)
  }

  /// Rings; a pipe that is full has rung already.
  func ring() {
    var byte: UInt8 = 1
    _ = write(rope, &byte, 1)
  }

  /// Makes it quiet again.
  func quieten() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(ear, &bytes, bytes.count) > 0 {}
  }
}
