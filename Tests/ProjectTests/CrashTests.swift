import TestSupport
import Testing

/// What is left of a site when builds are killed, disks are full and permissions are missing.
@Suite(
  .enabled(
    if: Program.named("python3") != nil, "no Python here: run Scripts/install-packages --tests"))
struct CrashTests {
  @Test func leavesTheOldSiteOrTheNewOneWhateverHappens() throws {
    let python = try #require(Program.named("python3"))
    let result = try python.run([
      "\(Repository.root)/Tests/Machine/check_swap.py", Program.lectern.path,
    ])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
  }
}
