import LecternBriefing
import LecternBuild
import LecternChecks
import LecternSource
import TestSupport
import Testing

/// Both documents hold the same, or one of them is caught.
@Suite struct ParityTests {
  private let text = """
    # Talk

    ## Findings of 2019

    <!-- short: 7 findings -->

    ### First

    We met 20 people, 1,250 times.[^1]

    > We came **often**, 3 times a week.
    >
    > — Interview_Ada

    ```chart
    title: Visits
    data:
      Some: 35
      Others: 41.5
    ```

    ### Second

    > Others said little.
    >
    > — Interview_Ben

    <!-- report -->

    > Only for readers, all 99 of them.
    >
    > — Interview_Cy

    More in 2031.[^2]

    <!-- /report -->

    <!-- deck -->

    ```balance
    left:
      title: A
      items: [x]
    right:
      title: B
      items: [y]
    ```

    <!-- /deck -->

    ### Key messages

    - The *first* message, of 3
    - The second message

    [^1]: In 88 places.

    [^2]: Not before 2077.
    """

  /// The two pages of a text.
  private func pages(
    _ text: String, path: String = "talk.md"
  ) throws -> (file: SourceFile, briefing: Briefing, deck: [UInt8], report: [UInt8]) {
    let file = SourceFile(path: path, text: text)
    let compiler = try ProjectLoader(Project(folder: Repository.root)).compiler()
    let briefing = BriefingFile(path: path)
    return (
      file, try compiler.compile(file, briefing).briefing,
      try compiler.render(file, briefing, to: .deck).bytes,
      try compiler.render(file, briefing, to: .report).bytes
    )
  }

  private func account(
    _ text: String, path: String = "talk.md", deck change: (String) -> String = { $0 },
    report otherChange: (String) -> String = { $0 }
  ) throws -> Parity.Account {
    let pages = try pages(text, path: path)
    let deck = change(String(decoding: pages.deck, as: UTF8.self))
    let report = otherChange(String(decoding: pages.report, as: UTF8.self))
    return Parity.account(
      deck: Array(deck.utf8), report: Array(report.utf8), of: pages.briefing, in: pages.file)
  }

  @Test func takesAQuotationOfHiddenWordsForOneOfOneDocument() throws {
    let account = try account(
      """
      # T

      > <!-- deck -->
      >
      > Only said aloud.
      >
      > <!-- /deck -->
      >
      > — Workshop

      - <!-- report -->

        Only read.

        <!-- /report -->
      - both
      """)
    #expect(account.problems.isEmpty, "\(account.problems.map(\.diagnostic.message))")
    #expect(account.quotations == 0)
  }

  @Test func countsWhatBothHoldAndListsWhatOneHoldsAlone() throws {
    let account = try account(text)
    #expect(account.problems.isEmpty, "\(account.problems.map(\.diagnostic.message))")
    #expect(account.quotations == 2)
    #expect(account.figures == 1)
    #expect(account.messages == 2)
    #expect(account.numbers == 7)
    let told = account.oneSided.map { "\($0.line) \($0.kind) \($0.document.rawValue)" }
    #expect(
      Set(told) == [
        "30 quotation report", "30 number report", "34 number report", "40 figure deck",
        "58 number report",
      ], "\(told)")
  }

  /// What a broken page would lack, in one document or in both, and what is said of it.
  static let breaks: [(lost: String, other: String, told: String)] = [
    ("We came <strong>often</strong>", "We came", "this quotation is in the"),
    ("Others said little.", "", "this quotation is in the"),
    ("3 times a week", "4 times a week", "this quotation is in the"),
    ("20 people", "21 people", "this number `20` is in the"),
    ("1,250 times", "1,520 times", "this number `1,250` is in the"),
    ("Findings of 2019", "Findings", "this number `2019` is in the"),
    ("In 88 places", "In places", "this number `88` is in the"),
    (">41.5<", ">41<", "this figure is in the"), (">Others<", "><", "this figure is in the"),
    ("class=\"diagram diagram-chart\"", "class=\"other\"", "this figure is in the"),
    ("second message", "second", "this key message is in the"),
  ]

  @Test(arguments: breaks.indices) func seesWhenOneDocumentIsBroken(index: Int) throws {
    let (lost, other, told) = Self.breaks[index]
    let change = { (page: String) in page.replacing(lost, with: other) }
    for account in [try account(text, deck: change), try account(text, report: change)] {
      let messages = account.problems.map(\.diagnostic.message)
      #expect(messages.contains { $0.hasPrefix(told) }, "\(lost): \(messages)")
      #expect(account.problems.allSatisfy { $0.diagnostic.code.name == "documents-disagree" })
      #expect(account.problems.allSatisfy { $0.diagnostic.severity == .error })
    }
  }

  @Test func seesWhenANumberIsShownLessOftenThanItIsWritten() throws {
    let text = "# T\n\n## One\n\nWe met 20 people; 20 stayed.\n\n- 20 came again\n"
    #expect(try account(text).problems.isEmpty)
    let change = { (page: String) in page.replacing("20 stayed", with: "all stayed") }
    for (name, account) in [
      ("deck", try account(text, deck: change)), ("report", try account(text, report: change)),
    ] {
      let told = "the number `20` is written 3 times, and in the \(name) 2 times"
      #expect(account.problems.map(\.diagnostic.message) == [told])
      #expect(account.problems.map(\.line) == [5])
    }
  }

  @Test func seesWhenBothLoseAPart() throws {
    func without(_ start: String, _ end: String) -> (String) -> String {
      { page in
        var rest = page[...]
        var kept = ""
        while let from = rest.firstRange(of: start) {
          kept += rest[..<from.lowerBound]
          rest = rest[from.upperBound...]
          if let to = rest.firstRange(of: end) { rest = rest[to.upperBound...] }
        }
        return kept + rest
      }
    }
    let figure = without("<figure class=\"diagram", "</figure>")
    let quotation = without("<blockquote", "</blockquote>")
    for (change, told) in [(figure, "1 figure is"), (quotation, "3 quotations are")] {
      let account = try account(text, deck: change, report: change)
      #expect(account.problems.contains { $0.diagnostic.message == "\(told) in neither document" })
    }
  }

  @Test func namesThePlaceOfWhatIsLost() throws {
    let account = try account(text, deck: { $0.replacing("Others said little.", with: "") })
    #expect(account.problems.map(\.line).contains(24))
  }

  @Test(
    arguments: [
      "content/link-worker-ethnography.md", "content/writing-a-briefing.md", "content/figures.md",
      "Tests/Verbatim/link-worker-verbatim.md", "Tests/Verbatim/marp-talk.md",
    ]
      + (try FileStore.disk.files(below: "\(Repository.root)/Tests/Clean").map {
        "Tests/Clean/\($0)"
      }))
  func findsNothingInRealBriefings(path: String) throws {
    let account = try account(try Repository.text(path), path: "\(Repository.root)/\(path)")
    #expect(account.problems.isEmpty, "\(account.problems.map(\.diagnostic.message))")
  }

  @Test func findsNothingInRandomTexts() throws {
    var random = RandomMarkdown(seed: 11)
    for _ in 0..<150 {
      let text = "# Title\n\n" + random.text(pieces: 40)
      let account = try account(text, path: "random.md")
      #expect(
        account.problems.isEmpty,
        "\(text.debugDescription): \(account.problems.map(\.diagnostic.message))")
    }
  }

  @Test func takesAFigureOverSeveralSlidesForOne() throws {
    let items = (1...9).map {
      "      - People say what they came for in minute \($0), and never before"
    }
    let text =
      "# T\n\n## One\n\n```balance\nleft:\n  title: Holds\n  items:\n"
      + items.joined(separator: "\n") + "\nright:\n  title: Lets go\n  items: [Lists]\n```\n"
    let whole = try account(text)
    #expect(whole.problems.isEmpty, "\(whole.problems.map(\.diagnostic.message))")
    #expect(whole.figures == 1)
    let broken = try account(text, deck: { $0.replacing("in minute 7,", with: "in it,") })
    #expect(broken.problems.contains { $0.diagnostic.message.hasPrefix("this figure is in the") })
  }

  @Test func takesAQuotationOverSeveralSlidesForOne() throws {
    let long = (1...90).map { "They said that sentence \($0) was one of many more to come." }
    let text =
      "# T\n\n## One\n\n> \(long.joined(separator: " "))\n>\n> — Interview_Ada\n\n> Short.\n"
    let account = try account(text)
    #expect(account.problems.isEmpty, "\(account.problems.map(\.diagnostic.message))")
    #expect(account.quotations == 2)
  }
}
