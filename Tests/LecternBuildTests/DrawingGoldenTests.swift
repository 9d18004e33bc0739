import LecternBuild
import LecternSource
import TestSupport
import Testing

/// Every kind of figure as it is drawn on a slide, shape by shape.
@Suite struct DrawingGoldenTests {
  /// What stands in the golden file of a kind.
  private func drawn(_ kind: String) throws -> String {
    let compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    var text = ""
    for figure in FigureCase.all where figure.kind == kind {
      let file = SourceFile(path: "figure.md", text: figure.briefing)
      let page = try compiler.render(file, BriefingFile(path: "figure.md"), to: .deck)
      text += "=== \(figure)\n\(Self.drawing(in: String(decoding: page.bytes, as: UTF8.self)))\n"
    }
    return text
  }

  /// The SVG on a page, an element a line.
  private static func drawing(in page: String) -> String {
    guard let start = page.firstRange(of: "<svg class=\"drawing"),
      let end = page[start.lowerBound...].firstRange(of: "</svg>")
    else { return "listed\n" }
    return page[start.lowerBound..<end.upperBound].replacing("><", with: ">\n<") + "\n"
  }

  @Test(arguments: FigureCase.kinds)
  func drawsWhatTheGoldenShows(kind: String) throws {
    #expect(
      try drawn(kind) == Repository.text("Tests/Drawings/\(kind).txt"),
      "\(kind): judge the difference, then Scripts/update-goldens")
  }

  @Test(.enabled(if: Repository.updatesGoldens))
  func rewritesDrawingsWhenAsked() throws {
    for kind in FigureCase.kinds {
      try Repository.replace("Tests/Drawings/\(kind).txt", with: drawn(kind))
    }
    Issue.record(
      "drawings were rewritten; look at the difference and test again without LECTERN_UPDATE_GOLDENS"
    )
  }

  @Test func hasAGoldenForEveryKindAndNoOther() throws {
    let files = try FileStore.disk.files(below: "\(Repository.root)/Tests/Drawings")
    #expect(files.sorted() == FigureCase.kinds.map { "\($0).txt" }.sorted())
  }
}
