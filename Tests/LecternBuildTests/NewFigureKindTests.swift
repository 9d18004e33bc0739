import LecternBriefing
import LecternBuild
import LecternSource
import LecternViews
import Testing

/// A kind of figure that only this test knows: so many strokes.
private struct Tally: FigureKind {
  static let name = "tally"
  static let codes: [Diagnostic.Code] = []

  let what: String
  let count: Int

  static func read(_ body: inout FigureBody) -> Tally? {
    let what = body.requiredText("what", in: name)
    let count = body.requiredText("count", in: name).flatMap(Int.init)
    guard let what, let count, count > 0 else { return nil }
    return Tally(what: what, count: count)
  }

  var itemCount: Int { count }
  var dump: [String] { ["\(what) \(count)"] }
}

extension Tally: DrawableFigure {
  func summary(_ labels: Labels) -> String { "\(what): \(count)." }

  func content(_ labels: Labels) -> FigureContent { .table(data(labels)) }

  func data(_ labels: Labels) -> FigureTable {
    FigureTable(header: [labels[.category], labels[.value]], rows: [[what, String(count)]])
  }

  func drawing(on canvas: Canvas) -> Drawing? {
    let label = canvas.label(what, width: canvas.width)
    guard label.isWhole else { return nil }
    let strokes = (0..<count).map { index -> Drawing.Shape in
      let x = canvas.size * Double(index + 1)
      let from = Drawing.Point(x, label.height)
      let to = Drawing.Point(x, label.height + canvas.size)
      return .group(.init([.line(from: from, to: to, stroke: .init(.ink, 4))], item: index))
    }
    return Drawing(
      width: canvas.width, height: label.height + canvas.size,
      shapes: [label.text(x: 0, top: 0)] + strokes)
  }
}

/// A new kind takes its type and a line in the registry.
@Suite struct NewFigureKindTests {
  private func page(_ document: RenderedDocument) throws -> String {
    var compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    compiler.figures = FigureRegistry(FigureRegistry.standard.kinds + [Tally.self])
    let text = "# Talk\n\n<!-- steps -->\n\n```tally\nwhat: Visits\ncount: 3\n```\n"
    let rendered = try compiler.render(
      SourceFile(path: "talk.md", text: text), BriefingFile(path: "talk.md"), to: document)
    #expect(rendered.diagnostics.isEmpty)
    return String(decoding: rendered.bytes, as: UTF8.self)
  }

  @Test func appearsInTheDeckWithItsSteps() throws {
    let deck = try page(.deck)
    #expect(deck.contains("<figure class=\"diagram diagram-tally\""))
    #expect(deck.contains("class=\"text-ink weight-regular\">Visits</text>"))
    #expect(deck.contains("data-step=\"3\""))
  }

  @Test func appearsInTheReportWithItsTableAndFile() throws {
    let report = try page(.report)
    #expect(report.contains("class=\"text-ink weight-regular\">Visits</text>"))
    #expect(report.contains("<p class=\"summary\">Visits: 3.</p>"))
    #expect(report.contains("<th scope=\"row\">Visits</th>"))
    #expect(report.contains("href=\"figure-1.csv\""))
    #expect(!report.contains("data-step"))
  }

  @Test func isCodeToThoseWhoDoNotKnowIt() throws {
    let compiler = try ProjectLoader(Project(folder: "/nonexistent")).compiler()
    let rendered = try compiler.render(
      SourceFile(path: "talk.md", text: "# Talk\n\n```tally\nwhat: Visits\n```\n"),
      BriefingFile(path: "talk.md"), to: .fragment)
    #expect(
      String(decoding: rendered.bytes, as: UTF8.self).contains("<code class=\"language-tally\">"))
  }
}
