import CDefaults

/// The files that are compiled into the program.
package enum Defaults {
  /// The files by their path below `templates/`.
  static func files() -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    forEach { name, file in
      // No page asks for these.
      if !name.hasPrefix(paper) { result[name] = bytes(of: file) }
    }
    return result
  }

  /// A font of `templates/fonts/` as plain TrueType, by its name there, such as `mono-regular.woff2`; nil for all else.
  package static func paperFont(_ name: String) -> [UInt8]? {
    guard name.hasSuffix(".woff2") else { return nil }
    var result: [UInt8]?
    forEach { path, file in
      if path == "\(paper)\(name.dropLast(6)).ttf" { result = bytes(of: file) }
    }
    return result
  }

  /// A file that the live preview adds to pages; empty when it has none of that name.
  package static func preview(_ name: String) -> [UInt8] {
    var count = 0
    let files = lectern_preview_files(&count)
    let found = (0..<count).first { String(cString: files[$0].name) == name }
    return found.map { bytes(of: files[$0]) } ?? []
  }

  private static let paper = "paper/"

  private static func forEach(_ body: (String, lectern_default_file) -> Void) {
    var count = 0
    let files = lectern_default_files(&count)
    for index in 0..<count { body(String(cString: files[index].name), files[index]) }
  }

  private static func bytes(of file: lectern_default_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
