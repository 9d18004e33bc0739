import LecternBuild
import TestSupport
import Testing

/// Lists of references beside those that pandoc makes with the official styles.
@Suite(
  .enabled(
    if: FileStore.disk.kind("\(Repository.root)/.build/venv/bin/python3") == .file,
    "no pandoc here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct CitationOracleTests {
  @Test func agreesWithPandocButForWhatIsMeant() throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Citations/check_citations.py", Program.lectern.path,
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
