import LecternBuild
import LecternChecks
import LecternSource
import TestSupport
import Testing

/// Every diagnostic is catalogued, documented and seen in a test.
@Suite struct CatalogueTests {
  /// The codes that the sources declare.
  private func declared() throws -> [String] {
    var names: [String] = []
    for file in try FileStore.disk.files(below: "\(Repository.root)/Sources")
    where file.hasSuffix(".swift") {
      let text = try Repository.text("Sources/\(file)")
      var rest = text[...]
      while let found = rest.firstRange(of: "= Self(\n    \"") {
        names.append(String(rest[found.upperBound...].prefix { $0 != "\"" }))
        rest = rest[found.upperBound...]
      }
    }
    return names
  }

  @Test func holdsEveryCodeOnce() throws {
    let names = DiagnosticCatalogue.codes.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(try declared()) == Set(names))
  }

  @Test(arguments: DiagnosticCatalogue.codes)
  func namesEveryCodeInKebabCaseAndSaysWhatToDo(code: Diagnostic.Code) {
    #expect(code.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    #expect(code.summary.hasSuffix(".") && code.remedy.hasSuffix("."))
  }

  @Test func showsEveryCodeInATest() throws {
    var tests = ""
    for folder in [
      "Goldens", "LecternBuildTests", "LecternMarkdownTests", "LecternPreviewTests", "ProjectTests",
    ] {
      for file in try FileStore.disk.files(below: "\(Repository.root)/Tests/\(folder)") {
        tests += try Repository.text("Tests/\(folder)/\(file)")
      }
    }
    for code in DiagnosticCatalogue.codes {
      #expect(tests.contains(code.name), "no test shows \(code.name)")
    }
  }

  @Test func isThePageInTheDocumentation() throws {
    if Repository.updatesGoldens {
      try Repository.replace("docs/diagnostics.md", with: DiagnosticCatalogue.page)
    }
    #expect(
      try Repository.text("docs/diagnostics.md") == DiagnosticCatalogue.page,
      "docs/diagnostics.md is stale: run Scripts/update-goldens")
  }

  /// The rules come from the registry; what they leave to people is written by hand below them.
  @Test func listsEveryRuleInTheDocumentation() throws {
    let handwritten = "\n## Left to people\n"
    let text = try Repository.text("docs/checks.md")
    let start = try #require(("\n" + text).firstRange(of: handwritten)?.lowerBound)
    let rest = String(("\n" + text)[start...])
    let expected = RuleRegistry.standard.page + rest
    if Repository.updatesGoldens { try Repository.replace("docs/checks.md", with: expected) }
    #expect(text == expected, "docs/checks.md is stale: run Scripts/update-goldens")
  }

  @Test func namesTheSourceOfEveryRule() {
    for rule in RuleRegistry.standard.rules {
      #expect(!rule.source.isEmpty && !rule.codes.isEmpty, "\(rule)")
    }
  }
}
