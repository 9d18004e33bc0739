import LecternBuild
import TestSupport
import Testing

/// The Python environment and the browser that the browser tests need.
enum BrowserEnvironment {
  static let python = "\(Repository.root)/.build/venv/bin/python3"

  /// Whether both are on this machine.
  static var isReady: Bool {
    FileStore.disk.kind(python) == .file && Program.named("chromium") != nil
  }
}

/// What a browser makes of every page of the project's own site.
@Suite(
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct BrowserTests {
  @Test func findsNothingWrongWithAnyPage() throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_pages.py", "\(Repository.root)/site",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test func findsNothingWrongWithHardPages() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(
      try Repository.text("Tests/Browser/hard-pages.md"), to: "content/hard-pages.md")
    #expect(try Program.lectern.run(["build"], folder: folder.path).status == 0)
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_pages.py", "\(folder.path)/site",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test(
    .enabled(
      if: Program.named("java") != nil, "no Java here: run Scripts/install-packages --tests"))
  func holdsEveryPageAgainstTheStandardOfHTML() throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_markup.py", "\(Repository.root)/site",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
