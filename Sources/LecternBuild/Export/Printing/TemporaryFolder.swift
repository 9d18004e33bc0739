#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that nobody else can read, for as long as a program works.
struct TemporaryFolder {
  /// Its path, without symbolic links.
  let path: String
  private let files: FileStore

  /// Makes a folder below the machine's folder for such things.
  init(_ environment: [String: String], _ files: FileStore) throws(MachineError) {
    let named = environment["TMPDIR"] ?? ""
    let top = named.hasPrefix("/") ? named : "/tmp"
    var template = Array("\(top)/lectern-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw MachineError("make a folder in", top, String(cString: strerror(errno)).lowercased())
    }
    let made = String(
      decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = files.realPath(made) ?? made
    self.files = files
  }

  /// Removes it with all that is in it.
  func remove() {
    // A browser's helpers may write a last file while the first are removed.
    for _ in 0..<50 {
      if (try? files.removeTree(path)) != nil { return }
      usleep(20_000)
    }
  }
}
