import LecternBriefing
import LecternSource

/// A quotation with its place in the briefing.
struct CheckedQuotation: Sendable {
  /// The block that it is.
  let block: Block
  /// What is quoted, and whose words it is.
  let quotation: Quotation
  /// The words of its attribution without the dash; without an attribution its end.
  let attributionSpan: Span
  /// The texts of what was said, without the attribution; indices of the briefing's passages.
  var passages: Range<Int>
  /// Names that are words for many people: the text has them in small letters, too, as in “three leavers”.
  var commonNouns: Set<String> = []

  /// Whose words they are, if they come from somebody who took part.
  var people: [String] {
    if quotation.attribution?.isLiterature == true { return [] }
    let speakers = quotation.turns.compactMap(\.speaker)
    let names =
      speakers.isEmpty && isPerson ? [quotation.attribution?.who].compactMap(\.self) : speakers
    // `Team Meeting` and `Tenant` have the form of a name and are none.
    return names.filter { name in
      !commonNouns.contains(name)
        && !name.lowercased().words.contains { Self.words.contains(String($0)) }
    }
  }

  private var isPerson: Bool {
    guard let attribution = quotation.attribution else { return false }
    return attribution.isPerson || attribution.who.map(ParticipantID.isSpeltOut) == true
  }

  /// Words of events and sources, in capitals at times, which no name holds.
  private static let words: Set<String> = [
    "meeting", "team", "group", "council", "document", "report", "workshop", "survey", "notes",
    "panel", "board", "policy", "service", "services", "trust", "centre", "session", "anonymous",
    "staff", "strategy", "letter", "email", "poster", "leaflet", "website", "form", "minutes",
    "observation", "interview", "diary", "participants", "facilitator", "interviewer", "researcher",
    "event", "conversation", "comment", "response", "guidance", "act", "committee", "hospital",
  ]

  /// Whether the words come from the literature.
  var isLiterature: Bool { quotation.attribution?.isLiterature == true }

  /// Where a person of it is named.
  func place(of person: String, in file: SourceFile) -> Span {
    for turn in quotation.turns where turn.speaker == person {
      guard let first = turn.blocks.first?.span else { continue }
      let line = Span(first.lower, min(first.upper, first.lower + person.utf8.count + 8))
      if let found = file.firstPlace(of: person, in: line) { return found }
    }
    return file.firstPlace(of: person, in: attributionSpan) ?? attributionSpan
  }

  /// Where the attribution of a quotation stands: its last line without marks and the dash.
  static func attributionSpan(of block: Block, _ quotation: Quotation, in file: SourceFile) -> Span
  {
    guard let attribution = quotation.attribution else { return .at(block.span.upper) }
    var upper = block.span.upper
    let bytes = file.bytes
    while upper > block.span.lower,
      bytes[upper - 1].isSpace || bytes[upper - 1] == UInt8(ascii: ">")
    { upper -= 1 }
    let line = file.lineSpan(file.lineIndex(of: max(block.span.lower, upper - 1)))
    let whole = Span(max(line.lower, block.span.lower), upper)
    if let found = file.firstPlace(of: attribution.source, in: whole) { return found }
    var lower = whole.lower
    while lower < upper, bytes[lower].isSpace || ">-*_".utf8.contains(bytes[lower]) { lower += 1 }
    return Span(lower, upper)
  }
}
