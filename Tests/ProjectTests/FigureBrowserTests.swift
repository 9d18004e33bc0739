import TestSupport
import Testing

/// The geometry of drawings as a browser has it: no two texts overlap, none leaves its drawing or its box.
@Suite(
  .serialized,
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct FigureBrowserTests {
  private func check(_ site: String, least: Int) throws {
    let result = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/check_figures.py", site, "--least", "\(least)",
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test func keepsTheLabelsOfTheProjectsOwnFiguresApart() throws {
    try check("\(Repository.root)/site", least: 9)
  }

  @Test func keepsTheLabelsOfTwoHundredGeneratedFiguresApart() throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    let made = try Program(path: BrowserEnvironment.python).run([
      "\(Repository.root)/Tests/Browser/make_figures.py", folder.path, "--count", "200",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let built = try Program.lectern.run(["build", "--project", folder.path])
    #expect(built.status == 0, "\(built.errors)")
    // Some have too many words for a slide and are lists there.
    try check("\(folder.path)/site", least: 170)
  }
}
