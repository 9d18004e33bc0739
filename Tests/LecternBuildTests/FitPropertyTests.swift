import LecternBriefing
import LecternBuild
import LecternSource
import LecternViews
import TestSupport
import Testing

/// What holds for the fit of every text.
@Suite struct FitPropertyTests {
  private func deck(_ text: String) throws -> (briefing: Briefing, deck: DeckView) {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(text, to: "talk.md")
    let compiler = try ProjectLoader(Project(folder: folder.path)).compiler()
    let outcome = try compiler.compile(BriefingFile(path: "\(folder.path)/talk.md"))
    return (outcome.briefing, outcome.deck)
  }

  /// The slides that come of a section's one heading.
  private func slides(_ text: String) throws -> [DeckSlide] {
    try deck("# T\n\n## S\n\n### One\n\n\(text)\n").deck.slides.filter {
      $0.id.hasPrefix("one")
    }
  }

  private static let words = [
    "a", "link", "worker", "well-being", "conversations", "don’t", "“quite”", "and/or", "(see)",
    "organisation", "it", "the", "https://example.org/a/long/path", "*slowly*", "**at last**",
    "`code`", "e.g.", "1,000", "Donaudampfschifffahrt", "…",
  ]

  private func prose(_ random: inout RandomMarkdown, words count: Int) -> [String] {
    (0..<count).map { _ in Self.words[random.number(below: Self.words.count)] }
  }

  @Test(arguments: 1...40)
  func neverMakesAScaleSmallerWhenATextGetsShorter(seed: Int) throws {
    var random = RandomMarkdown(seed: UInt64(seed))
    var words = prose(&random, words: 40 + random.number(below: 140))
    let isQuotation = seed.isMultiple(of: 2)
    func fitted() throws -> DeckSlide? {
      let text = words.joined(separator: " ")
      let slides = try slides(isQuotation ? "> \(text)\n>\n> — Hilary, interview" : text)
      return slides.count == 1 ? slides[0] : nil
    }
    var before = try fitted()
    for _ in 0..<6 where words.count > 10 {
      words.remove(at: random.number(below: words.count))
      words.removeLast(random.number(below: 8))
      let after = try fitted()
      if let before, let after { #expect(after.scale >= before.scale, "\(words)") }
      before = after ?? before
    }
  }

  // MARK: Sources

  /// The front matter for so many works, and a paragraph that cites all of them.
  private func citing(_ count: Int) -> String {
    let works = (1...count).map {
      "  - {id: w\($0), type: book, title: Work \($0), author: [{family: Longsurname\($0), given: A}], "
        + "issued: {date-parts: [[2021]]}}"
    }
    let cited = (1...count).map { "[@w\($0)]" }.joined(separator: " ")
    return
      "---\nreferences:\n\(works.joined(separator: "\n"))\n---\n\n# T\n\n## S\n\n### One\n\n\(cited)\n\n"
  }

  private static let figure = "```chart\ntitle: C\nsource: %\ndata: {a: 1, b: 2}\n```\n\n"

  @Test(arguments: [1, 12, 60, 130, 400]) func leavesRoomOnASlideOfManySources(count: Int) throws {
    let chart = Self.figure.replacing("%", with: "Survey")
    for text in [citing(count), citing(count) + chart] {
      let made = try deck(text)
      #expect(made.briefing.bibliography.references.count == count)
      for slide in made.deck.slides {
        #expect(slide.room > 0 && slide.height <= slide.room, "\(slide.height) of \(slide.room)")
      }
      let shown = made.deck.slides.map { $0.sources.map(\.plainText) + $0.blocks.map(\.plainText) }
      for work in 1...count {
        #expect(shown.joined().contains { $0.contains("Longsurname\(work)") }, "\(work)")
      }
    }
  }

  /// Words enough for more than one slide, each different from the others.
  private static func numbered(_ count: Int) -> String {
    (1...count).map { "word\($0)" }.joined(separator: " ")
  }

  @Test(arguments: [
    "<sup></sup> % end", "before <q></q> % end", "#### <span></span> %",
    "| a |\n| - |\n| <u></u> % |",
    "before ![%](https://example.org/x.png) behind", "![%](https://example.org/x.png)",
    "![%](https://example.org/x.png \"A caption\")", "Table: %\n\n| a |\n| - |\n| b |",
  ])
  func cutsEveryWordOnceAndInItsRoom(text: String) throws {
    let slides = try deck(
      "# T\n\n## S\n\n### One\n\n\(text.replacing("%", with: Self.numbered(400)))\n"
    ).deck.slides
    #expect(slides.count > 3)
    for slide in slides { #expect(slide.height <= slide.room, "\(slide.height) of \(slide.room)") }
    let shown = slides.flatMap(\.blocks).flatMap { block in
      let words =
        switch block.content {
        case .heading(let heading): heading.content.plainText
        case .table(let table): (table.caption ?? []).plainText + " " + block.plainText
        default: block.plainText
        }
      return words.words.map(String.init)
    }
    #expect(shown.filter { $0.hasPrefix("word") } == Self.numbered(400).words.map(String.init))
  }

  @Test(arguments: [3, 40, 300]) func cutsFactsOfLongNames(words: Int) throws {
    let name = (1...words).map { "n\($0)" }.joined(separator: "-")
    let text =
      "---\nstudy: { aim: Short, \(name): \(Self.numbered(30)) }\n---\n# T\n\n## S\n\n<!-- study -->\n"
    for slide in try deck(text).deck.slides {
      #expect(slide.height <= slide.room, "\(slide.height) of \(slide.room)")
    }
  }

  @Test(arguments: [20, 200, 700]) func leavesRoomBelowLongTitles(words: Int) throws {
    let long = Array(repeating: "quiet", count: words).joined(separator: " ")
    let text =
      "---\nagenda: \(long) \n---\n# \(long)\n\n## A\n\nText.\n\n## B\n\nText.\n\n## C\n\nText.\n"
    for slide in try deck(text).deck.slides {
      #expect(slide.room >= 0 && slide.height <= slide.room, "\(slide.height) of \(slide.room)")
      if slide.layout == .agenda {
        let title = slide.title.plainText
        #expect(slide.room > 0 && (title == long || title.hasSuffix("quiet …")), "\(title)")
      }
    }
  }

  @Test func leavesRoomOnASlideOfLongSources() throws {
    let source = String(repeating: "Some survey ", count: 160)
    let charts =
      Self.figure.replacing("%", with: "A \(source)")
      + Self.figure.replacing("%", with: "B \(source)")
    for slide in try slides(charts) {
      #expect(slide.room > 0 && slide.height <= slide.room, "\(slide.height) of \(slide.room)")
    }
  }

  /// The words of blocks, without what slides repeat: the headers of tables.
  private func words(_ blocks: [Block]) -> [String] {
    var words: [String] = []
    blocks.forEachBlock { block in
      switch block.content {
      case .paragraph(let inlines): words += inlines.plainText.words.map(String.init)
      case .heading(let heading): words += heading.content.plainText.words.map(String.init)
      case .code(let code): words += code.text.words.map(String.init)
      case .table(let table):
        words += table.rows.flatMap { $0 }.flatMap { $0.plainText.words.map(String.init) }
      default: break
      }
    }
    return words
  }

  @Test(arguments: 1...30)
  func losesAndDoublesNothingWhenASlideGoesOn(seed: Int) throws {
    var random = RandomMarkdown(seed: UInt64(seed) &+ 100)
    func sentence(_ random: inout RandomMarkdown) -> String {
      prose(&random, words: 3 + random.number(below: 25)).joined(separator: " ") + "."
    }
    var blocks: [String] = []
    for _ in 0..<(3 + random.number(below: 8)) {
      switch random.number(below: 7) {
      case 0: blocks.append("#### \(sentence(&random))")
      case 1:
        blocks.append(
          (0..<(1 + random.number(below: 14))).map { _ in "- \(sentence(&random))" }
            .joined(separator: "\n"))
      case 2:
        blocks.append(
          "> "
            + (0..<(1 + random.number(below: 12))).map { _ in sentence(&random) }
            .joined(separator: " ") + "\n>\n> — Hilary, interview")
      case 3:
        blocks.append(
          "```text\n"
            + (0..<(1 + random.number(below: 20))).map { _ in sentence(&random) }
            .joined(separator: "\n") + "\n```")
      case 4:
        blocks.append(
          "| A | B |\n| --- | --- |\n"
            + (0..<(1 + random.number(below: 12))).map { "| \($0) | \(sentence(&random)) |" }
            .joined(separator: "\n"))
      case 5:
        blocks.append(
          "> Ann: \(sentence(&random))\n>\n> Ben: \(sentence(&random))\n>\n> — Focus group")
      default:
        blocks.append(
          (0..<(1 + random.number(below: 9))).map { _ in sentence(&random) }
            .joined(separator: " "))
      }
    }
    let text = blocks.joined(separator: "\n\n")
    let made = try deck("# T\n\n## S\n\n### One\n\n\(text)\n")
    let written = words(made.briefing.sections.flatMap { $0.slides.flatMap(\.blocks) })
    let shown = words(made.deck.slides.flatMap(\.blocks))
    // A long word that is cut between two slides is one word of the text.
    #expect(shown.joined() == written.joined(), "seed \(seed)")
    for slide in made.deck.slides {
      #expect(slide.height <= slide.room + 0.01, "\(slide.id), seed \(seed)")
    }
  }

  @Test func makesTheSameSlidesOfTheSameTextAgain() throws {
    let text = try Repository.text("content/link-worker-ethnography.md")
    #expect(try deck(text).deck.dump == deck(text).deck.dump)
  }

  @Test func countsStepsFromOneOnEverySlide() throws {
    let items = (1...40).map { "- Item \($0), which is a little longer than its number." }
    let slides = try slides("<!-- steps -->\n\n" + items.joined(separator: "\n"))
    #expect(slides.count > 1)
    for slide in slides {
      var steps: [Int] = []
      slide.blocks.forEachBlock { block in
        if case .list(let list) = block.content { steps += list.items.compactMap(\.step) }
      }
      #expect(steps == Array(1...max(1, steps.count)), "\(slide.id)")
    }
  }

  @Test func saysOnEveryPartWhoseWordsTheyAre() throws {
    let words = String(repeating: "Somebody said a good deal about it. ", count: 80)
    let slides = try slides("> \(words)\n>\n> — Hilary, interview")
    #expect(slides.count > 1)
    let quotations = slides.flatMap(\.blocks).compactMap { block -> Quotation? in
      if case .quotation(let quotation) = block.content { quotation } else { nil }
    }
    #expect(quotations.allSatisfy { $0.attribution?.who == "Hilary" })
    #expect(quotations.map(\.goesOn) == quotations.indices.map { $0 < quotations.count - 1 })
    #expect(slides.map(\.isContinued) == slides.indices.map { $0 > 0 })
  }
}
