public import LecternBriefing
public import LecternSource

/// Whether the two documents of a briefing say the same, as their built pages have it.
///
/// The pages are read from their bytes. The model says no more than where something stands and what its author has marked
/// for one document alone, so that a mistake of a view or a writer is seen.
public struct Parity: Sendable {
  /// What is in both documents, and what is in one alone because its author said so.
  public struct Account: Sendable {
    /// How many quotations both documents hold.
    public var quotations = 0
    /// How many different numbers both documents hold.
    public var numbers = 0
    /// How many figures and pictures both documents hold.
    public var figures = 0
    /// How many key messages both documents hold.
    public var messages = 0
    /// What one document holds alone, marked so, by place.
    public var oneSided: [OneSided] = []
    /// What one document holds although nothing marks it.
    public var problems: [LocatedDiagnostic] = []
  }

  /// Something that one document holds alone.
  public struct OneSided: Sendable, Hashable {
    /// What it is, as `quotation`.
    public var kind: String
    /// The document that holds it.
    public var document: Audience
    /// The line where it stands, counted from 1.
    public var line: Int
  }

  private let briefing: Briefing
  private let file: SourceFile
  private let marks: OneSidedParts
  private let deck: PageAccount
  private let report: PageAccount
  private var account = Account()
  private var problems: [Diagnostic] = []
  /// The numbers in quotations and figures that are in one document alone.
  private var oneSidedNumbers: [Audience: Set<String>] = [:]

  /// Compares the two pages of a briefing.
  public static func account(
    deck: [UInt8], report: [UInt8], of briefing: Briefing, in file: SourceFile
  ) -> Account {
    var parity = Parity(
      briefing: briefing, file: file, marks: OneSidedParts(of: briefing, in: file),
      deck: PageAccountReader.account(of: deck), report: PageAccountReader.account(of: report))
    parity.compareQuotations()
    parity.compareFigures()
    parity.compareMessages()
    parity.compareNumbers()
    parity.account.problems = LocatedDiagnostic.inOrder(
      LocatedDiagnostic.all(parity.problems, in: file))
    var seen: Set<OneSided> = []
    parity.account.oneSided = parity.account.oneSided.filter { seen.insert($0).inserted }
      .sorted { $0.line < $1.line }
    return parity.account
  }

  private init(
    briefing: Briefing, file: SourceFile, marks: OneSidedParts, deck: PageAccount,
    report: PageAccount
  ) {
    self.briefing = briefing
    self.file = file
    self.marks = marks
    self.deck = deck
    self.report = report
  }

  // MARK: Quotations and figures

  private mutating func compareQuotations() {
    let compared = withoutMarkedInside(
      Self.compare(
        Self.joined(deck.quotations, like: report.quotations), report.quotations))
    account.quotations = compared.both
    note(compared.inDeck, "quotation", .deck)
    note(compared.inReport, "quotation", .report)
    expect(compared.both + compared.inReport.count, "quotation") {
      if case .quotation = $0 { true } else { false }
    }
  }

  private mutating func compareFigures() {
    let compared = Self.compare(
      Self.gathered(deck.figures, like: report.figures), report.figures)
    account.figures = compared.both
    note(compared.inDeck, "figure", .deck)
    note(compared.inReport, "figure", .report)
    expect(compared.both + compared.inReport.count, "figure") { content in
      switch content {
      case .figure, .picture: true
      default: false
      }
    }
  }

  /// Parts that go on on a next slide as one, where the other document has them as one.
  private static func joined(
    _ parts: [PageAccount.Part], like whole: [PageAccount.Part]
  ) -> [PageAccount.Part] {
    let known = Set(whole.map(\.words))
    var result: [PageAccount.Part] = []
    var open: PageAccount.Part?
    for part in parts {
      if known.contains(part.words) {
        if let open { result.append(open) }
        open = nil
        result.append(part)
      } else if var begun = open, part.id == nil || part.id == begun.id {
        begun.words += " \(part.words)"
        open = begun
        if known.contains(begun.words) {
          result.append(begun)
          open = nil
        }
      } else {
        if let open { result.append(open) }
        open = part
      }
    }
    return result + (open.map { [$0] } ?? [])
  }

  /// Figures that go on on a next slide as one: each part repeats the title, so together they hold no word less often than
  /// the other document does.
  private static func gathered(
    _ parts: [PageAccount.Part], like whole: [PageAccount.Part]
  ) -> [PageAccount.Part] {
    let wholes = Dictionary(
      whole.compactMap { part in part.id.map { ($0, part.words) } },
      uniquingKeysWith: { first, _ in first })
    var result: [PageAccount.Part] = []
    var next = parts.startIndex
    while next < parts.endIndex {
      let first = parts[next]
      next += 1
      guard let id = first.id, let other = wholes[id], other != first.words else {
        result.append(first)
        continue
      }
      var end = next
      var words = counts(first.words)
      let wanted = counts(other)
      // What goes on has no id of its own.
      while !holds(words, wanted), end < parts.endIndex, parts[end].id == nil {
        words.merge(counts(parts[end].words), uniquingKeysWith: +)
        end += 1
      }
      if end > next, holds(words, wanted) {
        result.append(PageAccount.Part(id: id, words: other))
        next = end
      } else {
        result.append(first)
      }
    }
    return result
  }

  private static func holds(_ words: [Substring: Int], _ wanted: [Substring: Int]) -> Bool {
    wanted.allSatisfy { words[$0.key, default: 0] >= $0.value }
  }

  private static func counts(_ words: String) -> [Substring: Int] {
    words.split(separator: " ").reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many parts both documents hold, and which one holds alone.
  private typealias Compared = (
    both: Int, inDeck: [PageAccount.Part], inReport: [PageAccount.Part]
  )

  private static func compare(
    _ deck: [PageAccount.Part], _ report: [PageAccount.Part]
  ) -> Compared {
    var counts: [String: Int] = [:]
    for part in report { counts[part.words, default: 0] += 1 }
    var inDeck: [PageAccount.Part] = []
    for part in deck {
      // A footnote stands on every slide that calls it, with all that is in it.
      guard let count = counts[part.words] else {
        inDeck.append(part)
        continue
      }
      counts[part.words] = max(0, count - 1)
    }
    // What is left over of equal ones are the last.
    let inReport = report.reversed().filter { part in
      guard let count = counts[part.words], count > 0 else { return false }
      counts[part.words] = count - 1
      return true
    }
    return (report.count - inReport.count, inDeck, inReport.reversed())
  }

  /// What each document has alone, without those that differ by a part that is marked for one of them.
  private func withoutMarkedInside(_ compared: Compared) -> Compared {
    var compared = compared
    for part in compared.inDeck {
      guard let id = part.id, let other = compared.inReport.firstIndex(where: { $0.id == id })
      else { continue }
      let span = place(ofID: id)
      guard marks.parts.contains(where: { $0.id != id && span.contains($0.span) }) else { continue }
      compared.inDeck.removeAll { $0.id == id }
      compared.inReport.remove(at: other)
      compared.both += 1
    }
    return compared
  }

  private mutating func note(_ parts: [PageAccount.Part], _ kind: String, _ document: Audience) {
    for part in parts {
      if let mark = marks.part(withID: part.id, orWords: part.words, for: document) {
        noteOneSided(kind, document, mark.span)
        // Lectern writes numbers of its own into figures, as the poles of a spectrum.
        oneSidedNumbers[document, default: []].formUnion(PageAccount.numbers(in: part.words))
      } else {
        problems.append(.documentsDisagree(kind, in: document, at: place(ofID: part.id)))
      }
    }
  }

  /// Reports when the report holds fewer of a kind than the author wrote for it.
  private mutating func expect(_ found: Int, _ kind: String, _ isOfKind: (Block.Content) -> Bool) {
    var expected = 0
    for slide in briefing.sections.visible(in: .report).flatMap(\.slides) {
      slide.blocks.forEachBlock { block in
        if isOfKind(block.content) { expected += 1 }
      }
    }
    if found < expected { problems.append(.lostInBoth(kind, expected - found)) }
  }

  private func place(ofID id: String?) -> Span {
    var found = Span.at(0)
    guard let id else { return found }
    briefing.allBlocks.forEachBlock { if $0.id == id { found = $0.span } }
    return found
  }

  // MARK: Key messages and numbers

  private mutating func compareMessages() {
    guard let keyMessages = briefing.keyMessages else { return }
    if report.messages.count < keyMessages.messages.count {
      let lost = keyMessages.messages.count - report.messages.count
      problems.append(.lostInBoth("key message", lost))
    }
    for (index, message) in report.messages.enumerated() {
      let blocks = index < keyMessages.messages.count ? keyMessages.messages[index].blocks : []
      let span = blocks.first?.span ?? keyMessages.heading.span
      if deck.passages.contains(message) {
        account.messages += 1
      } else if marks.parts.contains(where: { $0.audience == .report && $0.span.contains(span) }) {
        noteOneSided("key message", .report, span)
      } else {
        problems.append(.documentsDisagree("key message", in: .report, at: span))
      }
    }
  }

  private mutating func compareNumbers() {
    account.numbers = deck.numbers.intersection(report.numbers).count
    compare(deck.numbers.subtracting(report.numbers).subtracting(marks.shortNumbers), .deck)
    compare(report.numbers.subtracting(deck.numbers).subtracting(deck.hiddenNumbers), .report)
    for (page, document) in [(deck, Audience.deck), (report, .report)] {
      let written = WrittenNumbers(of: briefing, for: document).counts
      for (number, count) in written.sorted(by: { $0.key < $1.key }) {
        // One that is missing altogether is reported already.
        guard let shown = page.counts[number], shown < count else { continue }
        problems.append(
          .numberLost(number, shown, of: count, in: document, at: place(ofNumber: number)))
      }
    }
  }

  private mutating func compare(_ numbers: Set<String>, _ document: Audience) {
    for number in numbers.sorted() {
      if let mark = marks.part(withNumber: number, for: document) {
        noteOneSided("number", document, mark.span)
      } else if oneSidedNumbers[document]?.contains(number) != true {
        problems.append(
          .documentsDisagree("number `\(number)`", in: document, at: place(ofNumber: number)))
      }
    }
  }

  private func place(ofNumber number: String) -> Span {
    for block in briefing.allBlocks
    where PageAccount.numbers(in: file.text(in: block.span)).contains(number) {
      return block.span
    }
    return .at(0)
  }

  private mutating func noteOneSided(_ kind: String, _ document: Audience, _ span: Span) {
    let line = file.position(of: span.lower).line
    account.oneSided.append(OneSided(kind: kind, document: document, line: line))
  }
}

extension Diagnostic.Code {
  static let documentsDisagree = Self(
    "documents-disagree", .error,
    summary:
      "A quotation, number, figure or key message is in one of the built documents, and nothing marks it for that one alone.",
    remedy:
      "Mark it with `<!-- deck -->` or `<!-- report -->`, or take out of the templates what hides it; else it is a mistake of Lectern's own that is worth a report."
  )
}

extension Diagnostic {
  fileprivate static func documentsDisagree(_ what: String, in document: Audience, at span: Span)
    -> Self
  {
    let other = document == .deck ? "report" : "deck"
    return Self(
      .documentsDisagree, "this \(what) is in the \(document.rawValue) and not in the \(other)",
      at: span,
      help: "mark it with `<!-- \(document.rawValue) -->`, or look at the \(other)’s template")
  }

  fileprivate static func numberLost(
    _ number: String, _ shown: Int, of count: Int, in document: Audience, at span: Span
  ) -> Self {
    Self(
      .documentsDisagree,
      "the number `\(number)` is written \(count) times, and in the \(document.rawValue) \(shown) times",
      at: span, help: "look at the \(document.rawValue)’s template")
  }

  fileprivate static func lostInBoth(_ kind: String, _ count: Int) -> Self {
    let name = count == 1 ? "1 \(kind) is" : "\(count) \(kind)s are"
    return Self(
      .documentsDisagree, "\(name) in neither document", at: .at(0), help: "look at the templates")
  }
}
