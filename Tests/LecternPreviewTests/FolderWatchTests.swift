import Synchronization
import TestSupport
import Testing

@testable import LecternPreview

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// That changes are noticed whatever the folders look like.
@Suite struct FolderWatchTests {
  @Test func noticesChangesInATreeWithLinksThatLeadBackUp() throws {
    let folder = try ScratchFolder()
    try folder.write("# A\n", to: "content/deep/a.md")
    for name in ["one", "two", "three"] {
      try #require(symlink(".", "\(folder.path)/content/\(name)") == 0)
    }
    let changes = try changes(in: folder, tree: "content")
    try expectNotice(of: "content/deep/a.md", in: folder, by: changes)
    try folder.remove()
  }

  @Test func noticesWhenWhatALinkLeadsToIsReplaced() throws {
    let folder = try ScratchFolder()
    try folder.write("# A\n", to: "elsewhere/texts/a.md")
    try folder.write("# B\n", to: "elsewhere/newer/a.md")
    let path = folder.path
    try #require(symlink("elsewhere/texts", "\(path)/content") == 0)
    let changes = try changes(in: folder, tree: "content")
    try expectNotice(of: "content/a.md", in: folder, by: changes)
    let before = changes.whenQuiet()
    try #require(rename("\(path)/elsewhere/texts", "\(path)/elsewhere/older") == 0)
    try #require(rename("\(path)/elsewhere/newer", "\(path)/elsewhere/texts") == 0)
    for _ in 0..<200 where changes.count.withLock({ $0 }) == before { usleep(50_000) }
    #expect(changes.count.withLock { $0 } > before)
    try folder.remove()
  }

  /// Writes a file until that is noticed: only a watch that is in place can notice.
  private func expectNotice(of path: String, in folder: ScratchFolder, by changes: Counter) throws {
    for _ in 0..<200 where changes.count.withLock({ $0 }) == 0 {
      try folder.write("# B\n", to: path)
      usleep(50_000)
    }
    #expect(changes.count.withLock { $0 } > 0)
  }

  /// A count of the changes that a watch tells of, from now on.
  private func changes(in folder: ScratchFolder, tree: String) throws -> Counter {
    let changes = Counter()
    let watch = FolderWatch(trees: ["\(folder.path)/\(tree)"], folders: [folder.path])
    try #require(Thread.start { watch.run { changes.count.withLock { $0 += 1 } } })
    return changes
  }

  private final class Counter: Sendable {
    let count = Mutex(0)

    /// The count once nothing more is told for a while.
    func whenQuiet() -> Int {
      var last = -1
      while last != count.withLock({ $0 }) {
        last = count.withLock { $0 }
        usleep(300_000)
      }
      return last
    }
  }
}
