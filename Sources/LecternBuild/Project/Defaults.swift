import CDefaults
import LecternSource

/// The files that are compiled into the program.
package enum Defaults {
  /// The files by their path below `templates/`.
  static func files() -> [String: [UInt8]] {
    var count = 0
    return named(lectern_default_files(&count), count)
  }

  /// A file that the live preview adds to pages; empty when it has none of that name.
  package static func preview(_ name: String) -> [UInt8] {
    var count = 0
    return named(lectern_preview_files(&count), count)[name] ?? []
  }

  private static func named(
    _ files: UnsafePointer<lectern_default_file>, _ count: Int
  ) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for index in 0..<count {
      let file = files[index]
      result[String(cString: file.name)] = Array(
        UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return result
  }

  /// The theme over which a project's own is read.
  static var theme: SourceFile {
    SourceFile(path: "templates/theme.yaml", bytes: files()["theme.yaml"] ?? [])
  }
}
