import TestSupport
import Testing

/// What the live preview makes of the ways in which editors save, and of very many edits.
@Suite(
  .enabled(
    if: Program.named("python3") != nil, "no Python here: run Scripts/install-packages --tests"))
struct EditTests {
  @Test func noticesEverySaveAndLeavesNoMemoryAndNoFilesBehind() throws {
    let python = try #require(Program.named("python3"))
    let result = try python.run([
      "\(Repository.root)/Tests/Machine/check_edits.py", Program.lectern.path,
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
