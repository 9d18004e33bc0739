import LecternBuild
import TestSupport
import Testing

/// What a browser makes of every page of the project's own site.
@Suite(
  .enabled(
    if: BrowserTests.isReady,
    "no browser environment; run Scripts/install-packages --tests and Scripts/test-environment"))
struct BrowserTests {
  private static let python = "\(Repository.root)/.build/venv/bin/python3"

  static var isReady: Bool {
    FileStore.disk.kind(python) == .file && Program.named("chromium") != nil
  }

  @Test func findsNothingWrongWithAnyPage() throws {
    let result = try Program(path: Self.python).run([
      "\(Repository.root)/Tests/Browser/check_pages.py", "\(Repository.root)/site",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
