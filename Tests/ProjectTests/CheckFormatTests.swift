import Foundation
import LecternBuild
import TestSupport
import Testing

/// `lectern check` as other programs read it.
@Suite struct CheckFormatTests {
  private func project() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(
      "# T\n\n\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} [é](#y \"a \\\"b\\\"\")\n\n> Nobody’s\n",
      to: "content/a talk.md")
    try folder.write("# U\n\n## One\n\n[x](#y)\n\n## One\n", to: "content/u.md")
    return folder
  }

  private func check(_ folder: ScratchFolder, _ arguments: String...) throws -> Program.Result {
    try Program.lectern.run(["check"] + arguments, folder: folder.path)
  }

  @Test func writesSARIFThatHasTheShapeOfItsSchema() throws {
    let folder = try project()
    let result = try check(folder, "--format", "sarif")
    #expect(result.status == 1)
    #expect(SARIFShape().problems(in: result.output).isEmpty)
    #expect(result.errors.isEmpty)
    for place in [
      "\"uri\":\"content/a%20talk.md\"", "\"columnKind\":\"unicodeCodePoints\"",
      "\"startLine\":3,\"startColumn\":7,\"endLine\":3", "\"ruleId\":\"unknown-fragment\"",
      "\"help\":{\"text\":",
    ] {
      #expect(result.text.contains(place), "\(place) is not in \(result.text)")
    }
    try folder.remove()
  }

  @Test func listsEachRuleOnceAndPointsToIt() throws {
    let folder = try project()
    let output = try check(folder, "--format", "sarif").output
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let tool = try #require(run["tool"] as? [String: [String: Any]])
    let rules = try #require(tool["driver"]?["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == Set(ids).sorted())
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count >= 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
    try folder.remove()
  }

  @Test func writesASARIFLogOfNothing() throws {
    let folder = try ScratchFolder()
    try folder.write("# T\n\n## One\n\nText\n", to: "content/t.md")
    let result = try check(folder, "--format", "sarif")
    #expect(result.status == 0)
    #expect(SARIFShape().problems(in: result.output).isEmpty)
    #expect(result.text.contains("\"results\":[]"))
    try folder.remove()
  }

  @Test func knowsWhenALogHasAnotherShape() {
    for log in [
      "", "[]", "{\"version\":\"2.1.0\"}", "{\"version\":\"2.0\",\"runs\":[]}",
      "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"a\",\"x\":1}}}]}",
    ] {
      #expect(!SARIFShape().problems(in: Array(log.utf8)).isEmpty)
    }
  }

  @Test func saysTheSameInEveryRunAndWritesNothing() throws {
    let folder = try project()
    for number in 0..<9 { try folder.write("# N\n\n[x](#y)\n", to: "content/n\(number).md") }
    for format in ["text", "json", "sarif"] {
      let first = try check(folder, "--format", format)
      let second = try check(folder, "--format", format)
      #expect(first.output == second.output && first.errors == second.errors)
    }
    #expect(try FileStore.disk.names(folder.path) == ["content"])
    try folder.remove()
  }

  @Test func takesWarningsForErrorsWhenStrict() throws {
    let folder = try ScratchFolder()
    try folder.write("# T\n\n> Nobody’s\n", to: "content/t.md")
    for format in ["text", "json", "sarif"] {
      #expect(try check(folder, "--format", format).status == 0)
      #expect(try check(folder, "--format", format, "--strict").status == 1)
    }
    #expect(try check(folder, "--format", "xml").status == 64)
    try folder.remove()
  }

  @Test func takesTheListFromTheEnvironmentAndHidesItsStringsInEveryFormat() throws {
    let folder = try ScratchFolder()
    try folder.write("Kestrel House\n", to: "private.txt")
    try folder.write("# T\n\n> At Kestrel House\n", to: "content/kestrel-house.md")
    for format in ["text", "json", "sarif"] {
      for way in [["--private", "private.txt"], []] {
        let result = try Program.lectern.run(
          ["check", "--format", format] + way, folder: folder.path,
          environment: way.isEmpty ? ["LECTERN_PRIVATE": "private.txt"] : [:])
        #expect(result.status == 1)
        let said = (result.text + result.errors).lowercased()
        #expect(said.contains("private-string") && !said.contains("kestrel"), "\(said)")
      }
    }
    #expect(try check(folder).status == 0)
    #expect(try check(folder, "--private", "nowhere.txt").status == 2)
    try folder.remove()
  }

  /// Whoever looks over a shoulder or reads a log sees what the program says, whatever it was asked to do.
  @Test func hidesTheStringsInPathsAndFailures() throws {
    let folder = try ScratchFolder()
    try folder.write("Kestrel House\n", to: "private.txt")
    try folder.write("# T\n\nWords.\n", to: "content/talk.md")
    let calls: [(arguments: [String], status: Int32)] = [
      (["build", "--output", "Kestrel House"], 0),
      (["build", "--content", "kestrel-house"], 2),
      (["check", "kestrel-house.md"], 2),
      (["render", "Kestrel House.md"], 2),
      (["serve", "--content", "Kestrel House/none"], 2),
      (["export", "content/talk.md", "--to", "report.html", "-o", "KestrelHouse.htm"], 0),
      (["export", "content/talk.md", "--to", "report.html", "-o", "kestrel_house/none.html"], 2),
      (["export", "kestrel-house.md", "--to", "report.html"], 2),
    ]
    for call in calls {
      let result = try Program.lectern.run(
        call.arguments + ["--private", "private.txt"], folder: folder.path)
      #expect(result.status == call.status, "\(call.arguments): \(result.errors)")
      let said = (result.text + result.errors).lowercased()
      #expect(said.contains("••") && !said.contains("kestrel"), "\(call.arguments): \(said)")
    }
    try folder.remove()
  }
}
