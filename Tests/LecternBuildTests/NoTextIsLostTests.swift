import LecternBuild
import LecternSource
import TestSupport
import Testing

/// The words of a briefing are in both documents.
@Suite struct NoTextIsLostTests {
  @Test(arguments: [
    "content/link-worker-ethnography.md", "content/writing-a-briefing.md",
    "Tests/Verbatim/link-worker-verbatim.md", "Tests/Verbatim/marp-talk.md",
  ])
  func keepsEveryWordOfABriefing(path: String) throws {
    try expectNoLoss(of: try Repository.text(path), path, path: "\(Repository.root)/\(path)")
  }

  @Test func keepsEveryWordOfRandomTexts() throws {
    var random = RandomMarkdown(seed: 3)
    for _ in 0..<150 {
      let text = "# Title\n\n" + random.text(pieces: 30)
      try expectNoLoss(of: text, text.debugDescription, path: "random.md")
    }
  }

  private func expectNoLoss(of text: String, _ name: String, path: String) throws {
    let file = SourceFile(path: path, text: text)
    let briefing = BriefingFile(path: path)
    let compiler = try ProjectLoader(Project(folder: Repository.root)).compiler()
    let deck = try compiler.render(file, briefing, to: .deck).bytes
    let report = try compiler.render(file, briefing, to: .report).bytes
    let loss = SourceWord.list(in: file)
    for (document, page, audience) in [("deck", deck, "report"), ("report", report, "deck")] {
      // Words that touch across a tag may be read as one or as two.
      let present = Set(Words.list(in: Words.visible(in: page, tagsPart: true)))
        .union(Words.list(in: Words.visible(in: page, tagsPart: false)))
      for word in loss where word.audience != audience {
        #expect(present.contains(word.word), "\(name): the \(document) lacks `\(word.word)`")
      }
    }
  }
}
