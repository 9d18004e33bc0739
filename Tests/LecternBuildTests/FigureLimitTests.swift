import LecternBuild
import LecternSource
import Testing

/// How much figures may hold, aliases counted as what they stand for.
@Suite struct FigureLimitTests {
  private func codes(_ body: String) throws -> [String] {
    let outcome = try ProjectLoader(Project(folder: "/nonexistent")).compiler().compile(
      SourceFile(path: "talk.md", text: "# Talk\n\n\(body)\n"), BriefingFile(path: "talk.md"))
    return outcome.diagnostics.filter { $0.diagnostic.severity == .error }.map(
      \.diagnostic.code.name)
  }

  private func balance(_ items: String) -> String {
    "```balance\nleft: {title: A, items: [\(items)]}\nright: {title: B, items: [b]}\n```\n"
  }

  @Test func refusesALabelThatNobodyCanRead() throws {
    #expect(try codes(balance(String(repeating: "a", count: 2_000))).isEmpty)
    #expect(
      try codes(balance(String(repeating: "a", count: 2_001))) == ["figure-text-long"])
  }

  @Test func countsAliasesAsWhatTheyStandFor() throws {
    let words = String(repeating: "a", count: 1_900)
    let aliases = [String](repeating: "*a", count: 10).joined(separator: ", ")
    #expect(try codes(balance("&a \(words), \(aliases)")) == ["figure-text-long"])
  }

  @Test func refusesFiguresWithMoreValuesThanABriefingCanShow() throws {
    let chart = "```chart\ndata: {A: 1, B: 2}\n```\n\n"
    #expect(try codes(String(repeating: chart, count: 100)).isEmpty)
    let found = try codes(String(repeating: chart, count: 4_000))
    #expect(Set(found) == ["figure-too-large"])
  }
}
