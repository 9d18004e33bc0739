#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits until something changes in some folders.
///
/// It only says that there was a change, and may say so once too often: what has changed, the pages find out from the disk.
/// On Linux the kernel tells (inotify); elsewhere, and where it has no watch left, it is taken for granted twice a second.
package final class FolderWatch: Sendable {
  private let trees: [String]
  private let folders: [String]
  private let notifier: Int32

  /// How long nothing has to happen until a burst of changes, such as an editor's save, counts as over.
  private static let quiet: Int32 = 8
  private static let pace: UInt32 = 500

  /// Watches trees of folders, and some folders without what lies in them; those that are not there yet, too.
  package init(trees: [String], folders: [String]) {
    self.trees = trees
    self.folders = folders
    #if canImport(Glibc)
      notifier = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    #else
      notifier = -1
    #endif
  }

  deinit { if notifier >= 0 { close(notifier) } }

  /// Calls `change` after every change, for as long as the program runs.
  package func run(_ change: () -> Void) {
    var isWatched = watchAll()
    while true {
      if isWatched { waitForChange() } else { Thread.sleep(milliseconds: Self.pace) }
      // New folders are watched before anybody looks at what they hold: what comes into them later is told.
      isWatched = watchAll()
      change()
    }
  }

  #if canImport(Glibc)
    /// What concerns a preview: not what is only read, and no half-written file.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
        | IN_MODIFY)

    /// Watches everything that is there now, and says whether the kernel could do so.
    ///
    /// A folder that is watched already is not watched twice, so that doing it again finds the new ones.
    private func watchAll() -> Bool {
      guard notifier >= 0 else { return false }
      // Where a tree is a link, what it leads to may be replaced as a whole, and only the folder above that hears of it.
      let above = trees.compactMap(Self.folderAbove)
      var pending = (folders + above).map { ($0, false) } + trees.map { ($0, true) }
      // The kernel gives a folder one number, whatever name leads to it; otherwise links that lead back up would never end.
      var entered: Set<Int32> = []
      while let (folder, isTree) = pending.popLast() {
        let number = inotify_add_watch(notifier, folder, Self.mask)
        if number < 0 {
          if errno == ENOSPC || errno == ENOMEM { return false }
          continue
        }
        guard isTree, entered.insert(number).inserted else { continue }
        pending += Self.folders(in: folder).map { ($0, true) }
      }
      return true
    }

    /// The folder that holds what a path leads to.
    private static func folderAbove(_ path: String) -> String? {
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      let target = String(cString: resolved)
      return target.lastIndex(of: "/").map { String(target[...$0]) }
    }

    private static func folders(in folder: String) -> [String] {
      guard let directory = opendir(folder) else { return [] }
      defer { closedir(directory) }
      var folders: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard !name.hasPrefix(".") else { continue }
        let path = "\(folder)/\(name)"
        var info = stat()
        if stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { folders.append(path) }
      }
      return folders
    }

    /// Returns when something has happened and then nothing more for a moment.
    private func waitForChange() {
      var events = [UInt8](repeating: 0, count: 16_384)
      var asked = pollfd(fd: notifier, events: Int16(POLLIN), revents: 0)
      var patience: Int32 = -1
      // However long a burst lasts, somebody waits for its beginning.
      var rounds = 0
      while poll(&asked, 1, patience) > 0, rounds < 25 {
        while read(notifier, &events, events.count) > 0 {}
        patience = Self.quiet
        rounds += 1
      }
    }
  #else
    private func watchAll() -> Bool { false }

    private func waitForChange() {}
  #endif
}
