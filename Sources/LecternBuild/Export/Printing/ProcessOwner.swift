#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// For whom Lectern runs.
enum ProcessOwner {
  /// Whether for the superuser.
  static var isSuperuser: Bool { geteuid() == 0 }
}
