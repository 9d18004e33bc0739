import LecternBuild
import TestSupport
import Testing

/// What authors see, stage by stage.
@Suite struct GoldenTests {
  @Test(arguments: try GoldenCase.all())
  func agreesAtEveryStageItNames(golden: GoldenCase) throws {
    let compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    for (stage, expected) in golden.sections {
      let actual = try golden.result(of: stage, compiler)
      #expect(
        actual == expected,
        "\(golden.file), \(golden.name), stage \(stage): judge the difference, then Scripts/update-goldens"
      )
    }
  }

  /// Rewriting is no test: it fails, so that nobody takes a recording for a proof.
  @Test(.enabled(if: Repository.updatesGoldens))
  func rewritesGoldensWhenAsked() throws {
    let compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    for (file, cases) in Dictionary(grouping: try GoldenCase.all(), by: \.file) {
      var text = try Repository.text("Tests/Goldens/\(file)")
      for golden in cases { text = try golden.rewritten(in: text, compiler) }
      try Repository.replace("Tests/Goldens/\(file)", with: text)
    }
    Issue.record(
      "goldens were rewritten; look at the difference and test again without LECTERN_UPDATE_GOLDENS"
    )
  }
}
