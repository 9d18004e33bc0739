#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that this process holds alone, for as long as this value is kept; the system gives it back when the process dies.
public final class FileLock: Sendable {
  private let file: Int32

  /// Holds what an open file has locked.
  init(file: Int32) {
    self.file = file
  }

  deinit { close(file) }
}
