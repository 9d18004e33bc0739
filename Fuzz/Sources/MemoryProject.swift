import LecternBuild

/// A project whose files are in memory; nothing of it reaches a disk.
struct MemoryProject {
  /// The folder that the project seems to lie in.
  static let folder = "/memory/project"

  private let files: FileStore

  /// A project of some files by their path in it.
  init(_ contents: [String: [UInt8]]) {
    let paths = Dictionary(
      uniqueKeysWithValues: contents.map { ("\(Self.folder)/\($0.key)", $0.value) })
    let folders = Set(
      paths.keys.flatMap { path in
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
      })
    @Sendable func kind(_ path: String) -> FileStore.Kind? {
      paths[path] != nil ? .file : folders.contains(path) ? .folder : nil
    }
    var store = FileStore.disk
    store.kind = kind
    store.stamp = { _ in nil }
    store.read = { path throws(MachineError) in
      guard let bytes = paths[path] else { throw MachineError("read", path, "it is not there") }
      return bytes
    }
    store.names = { folder throws(MachineError) in
      let inside = (Array(paths.keys) + Array(folders)).filter { $0.hasPrefix("\(folder)/") }
      return Set(inside.map { String($0.dropFirst(folder.count + 1).prefix { $0 != "/" }) })
        .sorted()
    }
    store.realPath = { kind($0) == nil ? nil : $0 }
    files = store
  }

  /// What reads a briefing of the project, and the problems of what its briefings share.
  func load() throws(MachineError) -> ProjectLoader.Loaded {
    try ProjectLoader(Project(folder: Self.folder), files: files).load(paths: [])
  }

  /// A loaded compiler that finds the briefings and what they name here.
  func read(by compiler: Compiler) -> Compiler { compiler.reading(files) }
}
