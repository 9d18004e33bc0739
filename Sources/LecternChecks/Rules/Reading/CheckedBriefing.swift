public import LecternBriefing
public import LecternSource

/// What rules look at: a briefing, the text that its author wrote, and the parts that several rules ask for, found once.
public struct CheckedBriefing: Sendable {
  /// The model.
  public let briefing: Briefing
  /// The text as the author wrote it.
  public let file: SourceFile
  /// The quotations in the order of the text; those inside another one belong to it.
  let quotations: [CheckedQuotation]
  /// The texts in reading order, the summary first.
  let passages: [Passage]
  /// The lines of the front matter.
  let frontMatter: FrontMatterLines
  /// Where contacts may stand, in order.
  let contacts: SpanList
  /// The blocks of code, in order.
  let code: SpanList
  /// Whether the text is the register of participants and not the briefing.
  let isRegister: Bool
  /// The numbers that are long enough to identify somebody.
  let longNumbers: [LongNumber]

  /// Looks at a briefing and its text.
  public init(_ briefing: Briefing, in file: SourceFile) {
    self.briefing = briefing
    self.file = file
    let lines = FrontMatterLines(file, in: briefing.frontMatter)
    frontMatter = lines
    var collector = PassageCollector(file: file)
    if let summary = lines.block(of: "summary") { collector.add(summary, .text) }
    if let register = lines.block(of: "participants") { collector.add(register, .register) }
    if let study = lines.block(of: "study") { collector.add(study, .aside) }
    for section in briefing.sections { collector.add(section) }
    collector.add(briefing.footnotes.flatMap(\.blocks))
    passages = collector.passages
    let register = briefing.metadata.participants.flatMap { [$0.id, $0.name] }
    let nouns = CommonNouns.among(
      Set(collector.quotations.flatMap(\.people)).subtracting(register.compactMap(\.self)),
      in: collector.passages)
    quotations = collector.quotations.map { quotation in
      var quotation = quotation
      quotation.commonNouns = nouns
      return quotation
    }.sorted { $0.block.span < $1.block.span }
    code = SpanList(collector.code)
    longNumbers = LongNumber.all(in: file)
    let keys = [
      "contact", "authors", "author", "email", "organisation", "organization", "references", "doi",
      "licence", "license",
    ]
    contacts = SpanList(keys.compactMap { lines.block(of: $0) } + collector.contacts)
    isRegister = false
  }

  /// Looks at the file in which a briefing's participants are registered.
  public init(_ briefing: Briefing, register file: SourceFile) {
    self.briefing = briefing
    self.file = file
    frontMatter = FrontMatterLines(file, in: .at(0))
    var collector = PassageCollector(file: file)
    collector.add(file.span, .register)
    quotations = []
    passages = collector.passages
    code = SpanList([])
    contacts = SpanList([])
    longNumbers = LongNumber.all(in: file)
    isRegister = true
  }

  /// Whether the front matter tells of a study; rules on reporting speak only then.
  var hasStudy: Bool { !briefing.metadata.study.isEmpty }

  /// What the front matter says of one fact of the study.
  func fact(_ key: String) -> String? {
    briefing.metadata.study.first { $0.key == key }?.value
  }

  /// Where a fact of the study is written, or where `study:` is.
  func place(ofFact key: String) -> Span {
    frontMatter.value(of: key, in: "study") ?? frontMatter.key("study") ?? .at(0)
  }

  /// The quotation in which a place lies.
  func quotation(at span: Span) -> CheckedQuotation? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].block.span.upper < span.upper {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard quotations.indices.contains(low), quotations[low].block.span.contains(span) else {
      return nil
    }
    return quotations[low]
  }

  /// The words of a place.
  func text(in span: Span) -> String { file.text(in: span) }
}
