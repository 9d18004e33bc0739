/// A site in the making: it is written beside the old one and takes its place in one step.
///
/// Files whose bytes have not changed keep their old file. When none has changed nothing is written at all. What somebody else
/// put into the output folder stays there: a list of the files that Lectern wrote lies among them. Two builds of one site wait for
/// each other; the folder above is locked for that, so that no file is left behind.
actor StagedSite {
  /// The name of the list of the files that Lectern wrote.
  static let manifestName = ".lectern-manifest"

  private let output: String
  private let stage: String
  private let files: FileStore
  private let lock: FileLock
  private var added: Set<String> = []
  private var unchanged: [String] = []
  private var changed = 0

  /// Makes a site that will stand at a path, once no other build works on it.
  init(output: String, files: FileStore) throws(MachineError) {
    let path = files.realPath(output) ?? output
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    self.output = String(trimmed)
    self.files = files
    let slash = trimmed.lastIndex(of: "/")
    let folder = slash.map { trimmed[...$0] } ?? ""
    let name = slash.map { trimmed[trimmed.index(after: $0)...] } ?? trimmed
    stage = "\(folder).\(name).lectern-new"
    // The folder above may not be there yet; then the nearest one that is.
    var above = folder.isEmpty ? "." : String(folder)
    while files.kind(above) == nil, let slash = above.dropLast().lastIndex(of: "/") {
      above = String(above[...slash])
    }
    lock = try files.lock(files.kind(above) == nil ? "." : above)
    try restore()
  }

  /// Puts an old site back that a build left aside when it was killed in the instant without one.
  private nonisolated func restore() throws(MachineError) {
    let aside = FileStore.aside(stage)
    guard files.kind(aside) == .folder else { return }
    if files.kind(output) == nil {
      try files.rename(aside, output)
    } else {
      try files.removeTree(aside)
    }
  }

  /// Adds a file; one that is added twice with the same path is kept once.
  func add(_ bytes: [UInt8], at path: String) throws(MachineError) {
    guard added.insert(path).inserted else { return }
    let old = "\(output)/\(path)"
    if try files.holds(bytes, old) {
      unchanged.append(path)
      return
    }
    try write(bytes, at: path)
  }

  /// Puts the site in its place and returns how many of its files have changed.
  func publish() throws(MachineError) -> Int {
    let before = try manifest()
    try refuseForeignFiles(before)
    let paths = added.sorted()
    let list = Array((paths.joined(separator: "\n") + "\n").utf8)
    let hasOld = files.kind(output) != nil
    if hasOld, changed == 0, before == added {
      // What a build that was killed may have left behind.
      try files.removeTree(stage)
      return 0
    }
    if hasOld, !files.isWritable(output) {
      throw MachineError("write", output, "permission denied")
    }
    try write(list, at: Self.manifestName)
    for path in unchanged.sorted() { try keep(path) }
    if hasOld {
      let own = before.union(added).union([Self.manifestName])
      try keepForeign(own: own, folders: Set(own.flatMap(Self.folders)))
      try files.copyPermissions(output, stage)
      try files.flush(stage)
      try files.exchange(stage, output)
      try files.flush(output)
      try files.removeTree(stage)
    } else {
      if let slash = output.lastIndex(of: "/"), slash > output.startIndex {
        try files.makeFolder(String(output[..<slash]))
      }
      try files.flush(stage)
      try files.rename(stage, output)
      try files.flush(output)
    }
    return changed - 1
  }

  /// Removes what was written; the old site is as it was.
  func discard() throws(MachineError) {
    if changed > 0 { try files.removeTree(stage) }
  }

  private func write(_ bytes: [UInt8], at path: String) throws(MachineError) {
    if changed == 0 {
      // A build that was killed may have left its folder behind.
      try files.removeTree(stage)
      try files.makeFolder(stage)
    }
    changed += 1
    try makeFolder(of: path)
    try files.write(bytes, "\(stage)/\(path)")
  }

  private func keep(_ path: String) throws(MachineError) {
    try makeFolder(of: path)
    try files.link("\(output)/\(path)", "\(stage)/\(path)")
  }

  /// Takes along what somebody else put into a folder of the site, as it is.
  ///
  /// - Parameters:
  ///   - own: the paths of the files that are Lectern's, of this site or the last.
  ///   - folders: the folders that these lie in.
  ///   - folder: the folder, relative to the site's; empty for that itself.
  /// - Throws: when a file cannot be read or written.
  private func keepForeign(
    own: Set<String>, folders: Set<String>, in folder: String = ""
  ) throws(MachineError) {
    for name in try files.names("\(output)/\(folder)") {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if own.contains(path) { continue }
      if folders.contains(path), files.kind("\(output)/\(path)") == .folder {
        try keepForeign(own: own, folders: folders, in: path)
      } else {
        try makeFolder(of: path)
        try files.carry("\(output)/\(path)", "\(stage)/\(path)")
      }
    }
  }

  /// The folders that a path lies in.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private func makeFolder(of path: String) throws(MachineError) {
    guard let slash = path.lastIndex(of: "/") else { return }
    try files.makeFolder("\(stage)/\(path[..<slash])")
  }

  /// The files that an earlier build wrote.
  private func manifest() throws(MachineError) -> Set<String> {
    let path = "\(output)/\(Self.manifestName)"
    guard files.kind(path) == .file else { return [] }
    let text = String(decoding: try files.read(path), as: UTF8.self)
    return Set(text.split(separator: "\n").map(String.init))
  }

  /// Refuses to replace a file that Lectern did not write.
  private func refuseForeignFiles(_ before: Set<String>) throws(MachineError) {
    if files.kind(output) == .file { throw MachineError("write", output, "a file stands there") }
    for path in added.subtracting(before).subtracting(unchanged).sorted()
    where files.kind("\(output)/\(path)") != nil {
      throw MachineError(
        "replace", "\(output)/\(path)",
        "Lectern did not write it; move it away or name another --output")
    }
  }
}
