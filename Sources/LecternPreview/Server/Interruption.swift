#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The wish of whoever started the program that it end: Ctrl-C, or the system's request.
package enum Interruption {
  /// Rung by the signal; it must be there before the first one comes.
  private static let bell = Bell()

  /// Waits for the wish, which from now on ends this wait and not the program.
  package static func wait() {
    guard let bell else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in Interruption.bell?.ring() }
    }
    var asked = pollfd(fd: bell.ear, events: Int16(POLLIN), revents: 0)
    while poll(&asked, 1, -1) <= 0, errno == EINTR {}
  }
}
