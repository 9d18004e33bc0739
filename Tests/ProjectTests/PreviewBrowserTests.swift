import LecternBuild
import TestSupport
import Testing

/// What open pages make of edits under a live preview, in a browser.
@Suite(
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct PreviewBrowserTests {
  @Test func keepsOpenPagesWhatABuildWouldWrite() throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_preview.py", Program.lectern.path,
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
