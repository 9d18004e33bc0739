import LecternBuild

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the project's own files are, for tests that read them.
public enum Repository {
  /// The top folder, found from where this file was compiled.
  public static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// A text file of the project.
  public static func text(_ path: String) throws -> String {
    String(decoding: try FileStore.disk.read("\(root)/\(path)"), as: UTF8.self)
  }

  /// Whether goldens are to be rewritten rather than compared; never in CI.
  public static var updatesGoldens: Bool {
    getenv("LECTERN_UPDATE_GOLDENS") != nil && getenv("CI") == nil
  }

  /// Whether a missing program or font is a failure rather than a reason to skip a test: in CI.
  public static var mustHaveAll: Bool { getenv("CI") != nil }

  /// Replaces a file of the project.
  public static func replace(_ path: String, with text: String) throws {
    try FileStore.disk.removeTree("\(root)/\(path)")
    try FileStore.disk.write(Array(text.utf8), "\(root)/\(path)")
  }
}

/// A folder that a test may fill; it is removed by the system's own cleaning.
public struct ScratchFolder {
  /// The path of the folder.
  public let path: String

  /// Makes an empty folder.
  public init() throws {
    var template = Array("/tmp/lectern-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw GoldenProblem("no scratch folder can be made") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a file below the folder.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of bytes below the folder.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let full = "\(path)/\(name)"
    if let slash = full.lastIndex(of: "/") { try FileStore.disk.makeFolder(String(full[..<slash])) }
    try FileStore.disk.removeTree(full)
    try FileStore.disk.write(bytes, full)
  }

  /// The text of a file below the folder.
  public func text(_ name: String) throws -> String {
    String(decoding: try FileStore.disk.read("\(path)/\(name)"), as: UTF8.self)
  }

  /// Every file below the folder with its bytes.
  public func files(below folder: String = "site") throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileStore.disk.files(below: "\(path)/\(folder)") {
      files[name] = try FileStore.disk.read("\(path)/\(folder)/\(name)")
    }
    return files
  }

  /// Removes the folder.
  public func remove() throws { try FileStore.disk.removeTree(path) }
}
