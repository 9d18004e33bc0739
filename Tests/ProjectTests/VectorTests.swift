import TestSupport
import Testing

/// Hostile texts of many classes, as a parser of HTML and a browser with traps see the pages that come of them.
@Suite(
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct VectorTests {
  @Test func nothingOfAnyVectorGetsThrough() throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_vectors.py", Program.lectern.path,
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
