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
    // Each turn writes again: only a watch that is in place can notice.
    for _ in 0..<60 where changes.count.withLock({ $0 }) == 0 {
      try folder.write("# B\n", to: "content/deep/a.md")
      usleep(50_000)
    }
    #expect(changes.count.withLock { $0 } > 0)
    try folder.remove()
  }

  @Test func noticesWhenWhatALinkLeadsToIsReplaced() throws {
    let folder = try ScratchFolder()
    try folder.write("# A\n", to: "elsewhere/texts/a.md")
    try folder.write("# B\n", to: "elsewhere/newer/a.md")
    let path = folder.path
    try #require(symlink("elsewhere/texts", "\(path)/content") == 0)
    let changes = try changes(in: folder, tree: "content")
    usleep(300_000)
    let before = changes.count.withLock { $0 }
    try #require(rename("\(path)/elsewhere/texts", "\(path)/elsewhere/older") == 0)
    try #require(rename("\(path)/elsewhere/newer", "\(path)/elsewhere/texts") == 0)
    for _ in 0..<60 where changes.count.withLock({ $0 }) == before { usleep(50_000) }
    #expect(changes.count.withLock { $0 } > before)
    try folder.remove()
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
  }
}
