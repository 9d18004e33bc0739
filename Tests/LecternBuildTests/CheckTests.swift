import LecternBuild
import LecternSource
import TestSupport
import Testing

/// Checks in a project: where they stay silent, and how they are silenced.
@Suite struct CheckTests {
  private func check(_ files: [String: String]) async throws -> SiteBuilder.Result {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    for (name, text) in files { try folder.write(text, to: name) }
    return try await SiteBuilder(
      ProjectLoader(Project(folder: folder.path)), options: .init(jobs: 2)
    ).check()
  }

  /// Ordinary briefings of many kinds, with dates, sums, grants, places and laws.
  @Test(
    arguments: try FileStore.disk.files(below: "\(Repository.root)/Tests/Clean")
      .compactMap { $0.hasSuffix(".md") ? String($0.dropLast(3)) : nil })
  func saysNothingOfWhatNobodyWouldCallWrong(name: String) async throws {
    let text = try Repository.text("Tests/Clean/\(name).md")
    let result = try await check(["content/\(name).md": text])
    let wrong = result.diagnostics.filter { $0.diagnostic.severity > .information }
    #expect(wrong.isEmpty, "\(wrong.map { "\($0.line): \($0.diagnostic.code.name)" })")
  }

  @Test func silencesAnErrorOfACheckInOnePlace() async throws {
    let number = "Part 943 476 5919 fits.\n\n"
    let allowed = "<!-- allow nhs-number: a part number -->\n\n"
    let result = try await check(["content/talk.md": "# Talk\n\n\(allowed)\(number)\(number)"])
    #expect(result.diagnostics.map(\.line) == [7])
    #expect(result.allowances.count == 1)
    #expect(result.allowances.allSatisfy { $0.hasSuffix("nhs-number: a part number") })
  }

  @Test func changesSeveritiesByCode() async throws {
    let result = try await check([
      "lectern.yaml": "severities:\n  nhs-number: information\n  ethics-missing: error\n",
      "content/talk.md":
        "---\ntitle: Talk\nstudy:\n  aim: To listen\n---\n\nPart 943 476 5919 fits.\n",
    ])
    let severities = Dictionary(
      result.diagnostics.map { ($0.diagnostic.code.name, $0.diagnostic.severity) },
      uniquingKeysWith: { first, _ in first })
    #expect(severities["nhs-number"] == .information)
    #expect(severities["ethics-missing"] == .error)
  }

  @Test func looksIntoARegisterInAFileOfItsOwn() async throws {
    let result = try await check([
      "content/people.yaml":
        "- id: P01\n  name: Hilary\n- id: P02\n  name: Hilary\n# P02: 943 476 5919, DOB 3 April 1961\n",
      "content/talk.md":
        "---\ntitle: Talk\nparticipants: people.yaml\n---\n\n> Words.\n>\n> — Hilry\n",
    ])
    let found = result.diagnostics.map {
      "\($0.path.split(separator: "/").last ?? ""):\($0.line):\($0.column) \($0.diagnostic.code.name)"
    }
    #expect(
      found == [
        "people.yaml:4:9 pseudonym-of-two-people", "people.yaml:5:8 nhs-number",
        "people.yaml:5:26 date-of-birth", "talk.md:8:5 participant-unregistered",
      ])
  }

  @Test func stopsABuildForAnIdentifier() async throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(
      "# Talk\n\n<!-- Ask about 943 476 5919. -->\n\nWords.\n", to: "content/talk.md")
    let result = try await SiteBuilder(
      ProjectLoader(Project(folder: folder.path)), options: .init(jobs: 1)
    ).build()
    #expect(result.changedFiles == nil)
    #expect(result.diagnostics.map { $0.diagnostic.code.name } == ["nhs-number"])
  }
}
