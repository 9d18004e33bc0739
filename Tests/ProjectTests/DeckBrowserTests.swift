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

  @Test(
    .enabled(
      if: Program.named("firefox-esr") != nil || Program.named("firefox") != nil,
      "no Firefox here: run Scripts/install-packages --tests"))
  func presentsInFirefoxToo() throws {
    let decks = ["link-worker-ethnography", "figures", "writing-a-briefing"]
    let result = try Program(path: BrowserEnvironment.python).run(
      ["\(Repository.root)/Tests/Browser/check_firefox.py"]
        + decks.map { "\(Repository.root)/site/\($0)/deck.html" })
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
