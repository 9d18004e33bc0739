/// A file that is written in one step: it is there as a whole or not at all.
public struct OutputFile: Sendable {
  /// Where it is written.
  public let path: String
  private let files: FileStore

  /// Makes a file at a path; in a folder it gets its usual name.
  public init(_ path: String, usualName: String, files: FileStore = .disk) {
    self.files = files
    let path = path.isEmpty ? usualName : path
    let isFolder = path.hasSuffix("/") || files.kind(path) == .folder
    self.path = isFolder ? Project.path(path, usualName) : path
  }

  /// Writes the file, in the place of an older one if there is one.
  public func write(_ bytes: [UInt8]) throws(MachineError) {
    // A link stays a link: the file that it leads to is replaced.
    let target = files.realPath(path) ?? path
    switch files.kind(target) {
    case .folder: throw MachineError("write", path, "a folder stands there")
    case .other: throw MachineError("write", path, "it is no file; `-` is standard output")
    case .file, nil: break
    }
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { String(target[...$0]) } ?? ""
    let name = slash.map { target[target.index(after: $0)...] } ?? target[...]
    guard folder.isEmpty || files.kind(folder) == .folder else {
      throw MachineError("write", path, "there is no folder \(folder)")
    }
    let stage = "\(folder).\(name).lectern-new"
    // Two exports wait for each other; one that was killed may have left its file behind.
    let lock = try files.lock(folder.isEmpty ? "." : folder)
    defer { withExtendedLifetime(lock) {} }
    try files.removeTree(stage)
    do {
      try files.write(bytes, stage)
      if files.kind(target) == .file { try files.copyPermissions(target, stage) }
      // Otherwise the name may be there before the bytes are when the power goes.
      try files.flush(stage)
      try files.rename(stage, target)
    } catch {
      try? files.removeTree(stage)
      throw MachineError("write", path, error.reason)
    }
  }
}
