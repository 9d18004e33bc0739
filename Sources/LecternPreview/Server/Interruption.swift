#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The wish of whoever started the program that it end: Ctrl-C, or the system's request.
package enum Interruption {
  /// Rung by the signal; it must be there before the first one comes.
  private static let wakeup = Wakeup()

  /// Waits for the wish, which from now on ends this wait and not the program.
  package static func wait() {
    guard let wakeup else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { _ in Interruption.wakeup?.send() }
    }
    var asked = pollfd(fd: wakeup.readEnd, events: Int16(POLLIN), revents: 0)
    while poll(&asked, 1, -1) <= 0, errno == EINTR {}
  }
}
