import TestSupport
import Testing

/// Decks as they are presented: keys, pointer, touch, the grid, blank screens, the presenter's window, print.
@Suite(
  .serialized,
  .enabled(
    if: BrowserEnvironment.isReady,
    "no browser here: run Scripts/install-packages --tests and Scripts/test-environment"))
struct DeckBrowserTests {
  private func check(_ arguments: [String]) throws {
    let result = try Program(path: BrowserEnvironment.python).run(
      ["\(Repository.root)/Tests/Browser/check_deck.py", "\(Repository.root)/site"] + arguments)
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }

  @Test func presentsAsPresentersExpect() throws {
    try check(["link-worker-ethnography/deck.html", "figures/deck.html"])
  }

  @Test func isAccessibleOnEverySlideInEveryStep() throws {
    try check(["--axe"])
  }
}
