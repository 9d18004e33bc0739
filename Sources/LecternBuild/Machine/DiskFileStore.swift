import CExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileStore {
  /// The files of this machine.
  public static var disk: FileStore {
    FileStore(
      kind: Disk.kind, stamp: Disk.stamp, read: Disk.read, holds: Disk.holds,
      names: Disk.names, realPath: Disk.realPath,
      write: Disk.write,
      makeFolder: Disk.makeFolder, link: Disk.link, carry: Disk.carry,
      copyPermissions: Disk.copyPermissions, exchange: Disk.exchange, rename: Disk.rename,
      removeTree: Disk.removeTree, flush: Disk.flush, lock: Disk.lock,
      isWritable: { access($0, W_OK) == 0 }, isExecutable: { access($0, X_OK) == 0 })
  }
}

/// The system's calls behind a file store.
private enum Disk {
  static func failure(_ action: String, _ path: String) -> MachineError {
    MachineError(action, path, String(cString: strerror(errno)).lowercased())
  }

  @Sendable static func kind(_ path: String) -> FileStore.Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  @Sendable static func stamp(_ path: String) -> FileStamp? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    #if canImport(Glibc)
      let time = info.st_ctim
    #else
      let time = info.st_ctimespec
    #endif
    return FileStamp(
      number: UInt64(info.st_ino), size: Int64(info.st_size),
      changed: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  @Sendable static func read(_ path: String) throws(MachineError) -> [UInt8] {
    // A pipe would wait for somebody to write into it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure("read", path) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw failure("read", path) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw MachineError("read", path, "it is no file")
    }
    guard let bytes = ByteStream.read(file, expecting: Int(info.st_size)) else {
      throw failure("read", path)
    }
    return bytes
  }

  @Sendable static func holds(_ bytes: [UInt8], _ path: String) throws(MachineError) -> Bool {
    guard let stamp = stamp(path), stamp.size == bytes.count, kind(path) == .file else {
      return false
    }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure("read", path) }
    defer { close(file) }
    guard let isSame = ByteStream.holds(bytes, file) else { throw failure("read", path) }
    return isSame
  }

  @Sendable static func names(_ folder: String) throws(MachineError) -> [String] {
    guard let directory = opendir(folder) else { throw failure("list", folder) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  @Sendable static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  @Sendable static func write(_ bytes: [UInt8], _ path: String) throws(MachineError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("write", path) }
    guard ByteStream.write(bytes, to: file) else {
      let error = failure("write", path)
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw failure("write", path) }
  }

  @Sendable static func makeFolder(_ path: String) throws(MachineError) {
    if path.isEmpty || kind(path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
  }

  @Sendable static func link(_ path: String, _ newPath: String) throws(MachineError) {
    #if canImport(Glibc)
      let result = Glibc.link(path, newPath)
    #else
      let result = Darwin.link(path, newPath)
    #endif
    if result == 0 { return }
    // Some file systems have no second names; a copy serves.
    try write(read(path), newPath)
  }

  @Sendable static func carry(_ path: String, _ newPath: String) throws(MachineError) {
    var info = stat()
    guard lstat(path, &info) == 0 else { throw failure("read", path) }
    switch info.st_mode & S_IFMT {
    case S_IFDIR:
      guard mkdir(newPath, 0o700) == 0 else { throw failure("make the folder", newPath) }
      for name in try names(path) { try carry("\(path)/\(name)", "\(newPath)/\(name)") }
      try copyPermissions(path, newPath)
    case S_IFLNK:
      guard symlink(try target(of: path), newPath) == 0 else { throw failure("link", newPath) }
    default: try link(path, newPath)
    }
  }

  /// What a symbolic link says, be it there or not.
  private static func target(of path: String) throws(MachineError) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { throw failure("read", path) }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Sendable static func copyPermissions(
    _ folder: String, _ other: String
  ) throws(MachineError) {
    var info = stat()
    guard stat(folder, &info) == 0 else { throw failure("read", folder) }
    guard chmod(other, info.st_mode & 0o7777) == 0 else { throw failure("change", other) }
  }

  @Sendable static func exchange(_ folder: String, _ other: String) throws(MachineError) {
    if lectern_exchange(folder, other) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else {
      throw failure("replace", other)
    }
    // Without an exchange there is an instant between two renames in which nothing stands there.
    let aside = FileStore.aside(folder)
    try rename(other, aside)
    do {
      try rename(folder, other)
    } catch {
      try rename(aside, other)
      throw error
    }
    try rename(aside, folder)
  }

  @Sendable static func rename(_ path: String, _ newName: String) throws(MachineError) {
    #if canImport(Glibc)
      let result = Glibc.rename(path, newName)
    #else
      let result = Darwin.rename(path, newName)
    #endif
    guard result == 0 else { throw failure("rename", path) }
  }

  @Sendable static func flush(_ folder: String) throws(MachineError) {
    guard lectern_flush(folder) == 0 else { throw failure("write", folder) }
  }

  @Sendable static func lock(_ folder: String) throws(MachineError) -> FileLock {
    let file = lectern_lock(folder)
    guard file >= 0 else { throw failure("lock", folder) }
    return FileLock(file: file)
  }

  @Sendable static func removeTree(_ folder: String) throws(MachineError) {
    var info = stat()
    guard lstat(folder, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      guard unlink(folder) == 0 else { throw failure("remove", folder) }
      return
    }
    for name in try names(folder) { try removeTree("\(folder)/\(name)") }
    guard rmdir(folder) == 0 else { throw failure("remove", folder) }
  }
}
