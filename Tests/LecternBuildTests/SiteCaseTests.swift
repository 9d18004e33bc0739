import LecternBuild
import LecternSource
import TestSupport
import Testing

/// Whole sites as folders: what a project holds, and every page that comes of it.
///
/// The built-in fonts, style sheets and script are left out of the comparison; their names are in the pages.
@Suite struct SiteCaseTests {
  static let cases: [String] = (try? FileStore.disk.names("\(Repository.root)/Tests/Sites")) ?? []

  @Test(arguments: cases)
  func makesTheExpectedPages(name: String) async throws {
    let folder = "\(Repository.root)/Tests/Sites/\(name)"
    let scratch = try ScratchFolder()
    defer { try? scratch.remove() }
    let project = Project(folder: folder, output: "\(scratch.path)/site")
    _ = try await SiteBuilder(ProjectLoader(project), options: .init(jobs: 2)).build()
    let built = try scratch.files().filter {
      !$0.key.hasPrefix("assets/") && $0.key != ".lectern-manifest"
    }
    if Repository.updatesGoldens {
      try FileStore.disk.removeTree("\(folder)/expected")
      for (path, bytes) in built {
        let full = "\(folder)/expected/\(path)"
        try FileStore.disk.makeFolder(String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)]))
        try FileStore.disk.write(bytes, full)
      }
      Issue.record("\(name) was rewritten; look at the difference")
      return
    }
    let expected = try FileStore.disk.files(below: "\(folder)/expected")
    #expect(
      Set(expected) == Set(built.keys),
      "\(name) makes other files than Tests/Sites/\(name)/expected holds")
    for path in expected {
      let bytes = try FileStore.disk.read("\(folder)/expected/\(path)")
      #expect(
        built[path] == bytes, "\(name)/\(path) differs: judge it, then Scripts/update-goldens")
    }
  }
}
