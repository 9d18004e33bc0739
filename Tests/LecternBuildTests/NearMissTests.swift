import LecternBuild
import LecternChecks
import LecternSource
import TestSupport
import Testing

/// What looks like a mistake and is none stays silent, however near it is.
@Suite struct NearMissTests {
  private static func compiler() throws -> Compiler {
    try ProjectLoader(Project(folder: "/nonexistent")).compiler()
  }

  @Test(arguments: try NearMiss.all())
  func isOneChangeAwayFromTheMistake(miss: NearMiss) throws {
    let compiler = try Self.compiler()
    #expect(!(try NearMiss.codes(in: miss.golden.input, compiler)).contains(miss.code))
    #expect(
      try NearMiss.codes(in: miss.mistake, compiler).contains(miss.code),
      "\(miss.golden.file): with the wrong words \(miss.code) is expected")
  }

  @Test func standThreeTimesBesideEveryCode() throws {
    let misses = Dictionary(grouping: try NearMiss.all(), by: \.code)
    let codes = RuleRegistry.standard.codes.map(\.name)
    #expect(Set(misses.keys).subtracting(codes).isEmpty, "no rule has these codes")
    for code in codes {
      let count = misses[code]?.count ?? 0
      #expect(count >= 3, "\(code) has \(count) near misses in Tests/Goldens; it needs three")
    }
  }
}
