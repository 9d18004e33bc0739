#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread of the system's, for work that waits: Swift's own threads are few and must not.
enum Thread {
  /// Runs some work on a thread of its own; false when the system has none left.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool { Work(work).begin() }

  /// Lets this thread rest.
  static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1_000) }
}

/// What a thread does, kept for it until it has begun.
private final class Work: Sendable {
  private let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }

  func begin() -> Bool {
    #if canImport(Glibc)
      var thread = pthread_t()
      let result = pthread_create(&thread, nil, Self.main, kept())
      if result == 0 { pthread_detach(thread) }
    #else
      var thread: pthread_t?
      let result = pthread_create(&thread, nil, Self.main, kept())
      if let thread { pthread_detach(thread) }
    #endif
    if result != 0 { letGo() }
    return result == 0
  }

  private func kept() -> UnsafeMutableRawPointer { Unmanaged.passRetained(self).toOpaque() }

  private func letGo() { Unmanaged.passUnretained(self).release() }

  #if canImport(Glibc)
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      {
        begin(with: $0)
      }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        begin(with: $0)
      }
  #endif

  private static func begin(with pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
    return nil
  }
}
