import CDefaults
import LecternSource

/// The files of `templates/` that are compiled into the program.
enum Defaults {
  /// The files by their path below `templates/`.
  static func files() -> [String: [UInt8]] {
    var count = 0
    let files = lectern_default_files(&count)
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
