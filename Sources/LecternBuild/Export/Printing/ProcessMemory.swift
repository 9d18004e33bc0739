#if canImport(Glibc)
  import Glibc
#endif

/// How much memory programs have, as far as the system tells: on Linux, in `/proc`.
///
/// A limit by the system itself would not do: it counts what a browser reserves, which is more than machines have.
enum ProcessMemory {
  /// The memory of all programs of a group, in bytes; 0 where the system does not tell.
  static func ofGroup(_ group: Int32, in files: FileStore = .disk) -> Int {
    #if canImport(Glibc)
      let names = (try? files.names("/proc")) ?? []
      let count = names.filter { $0.allSatisfy(\.isNumber) }.reduce(0) { sum, name in
        sum + pages(of: name, group, files)
      }
      return count * sysconf(Int32(_SC_PAGESIZE))
    #else
      return 0
    #endif
  }

  private static func pages(of process: String, _ group: Int32, _ files: FileStore) -> Int {
    guard let bytes = try? files.read("/proc/\(process)/stat") else { return 0 }
    // The name stands in brackets and may hold anything; what follows is numbers.
    let text = String(decoding: bytes, as: UTF8.self)
    guard let bracket = text.lastIndex(of: ")") else { return 0 }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    guard fields.count > 21, Int32(fields[2]) == group else { return 0 }
    return Int(fields[21]) ?? 0
  }
}
