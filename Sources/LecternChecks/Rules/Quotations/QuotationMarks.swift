import LecternBriefing
import LecternSource

/// Quotation marks around what is set as a quotation already, and two kinds of them in one text.
struct QuotationMarks: Rule {
  static let topic = RuleTopic.quotations
  static let source = "Typography; agreement within the text"
  static let codes: [Diagnostic.Code] = [.quotationMarksDoubled, .quotationMarksMixed]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    doubled(briefing) + (mixed(briefing).map { [$0] } ?? [])
  }

  private static func doubled(_ briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.quotations.compactMap { quotation in
      // In notes and documents the marks may be those of what somebody said there.
      guard !quotation.people.isEmpty, !quotation.quotation.isConversation,
        let first = briefing.passages[quotation.passages].first,
        let last = briefing.passages[quotation.passages].last
      else { return nil }
      let text = briefing.text(in: Span(first.span.lower, last.span.upper)).trimmed
      // Most quotations neither begin nor end with a mark, and need no second look.
      guard let begins = text.first, let ends = text.last, marks.contains(begins),
        marks.contains(ends), text.lazy.filter(marks.contains).count == 2
      else { return nil }
      let end = first.span.lower + String(begins).utf8.count
      return .quotationMarksDoubled(at: Span(first.span.lower, end))
    }
  }

  private static let marks: Set<Character> = ["“", "”", "\"", "„"]

  /// The first mark of the kind that is used less often.
  private static func mixed(_ briefing: CheckedBriefing) -> Diagnostic? {
    // Most texts have one kind alone, and need no second look.
    let file = briefing.file
    guard file.firstPlace(of: "\"", in: file.span) != nil,
      file.firstPlace(of: "“", in: file.span) != nil
    else { return nil }
    var straight: [Span] = []
    var curly: [Span] = []
    for passage in briefing.passages where passage.isProse || passage.kind == .quotation {
      DoubleMarks.read(briefing.file.bytes, in: passage.span, straight: &straight, curly: &curly)
    }
    // One alone may be a sign for inches, or a slip of the keyboard.
    guard straight.count >= 2, curly.count >= 2 else { return nil }
    let isStraightRare = straight.count <= curly.count
    return .quotationMarksMixed(
      isStraightRare ? "straight" : "curly", at: isStraightRare ? straight[0] : curly[0])
  }
}

/// Finds double quotation marks in Markdown.
private enum DoubleMarks {
  /// Adds the marks of a span that stand in its text, not in code, tags and addresses.
  static func read(_ bytes: [UInt8], in span: Span, straight: inout [Span], curly: inout [Span]) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = span.lower
      while at < span.upper {
        switch bytes[at] {
        case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "["),
          UInt8(ascii: "]"):
          at = WordReader.endOfForeign(bytes, at, span.upper) ?? at + 1
        case UInt8(ascii: "\""):
          // A digit before it makes it a sign for inches or seconds.
          if at == 0 || !bytes[at - 1].isDigit { straight.append(Span(at, at + 1)) }
          at += 1
        case 0xE2
        where at + 2 < span.upper && bytes[at + 1] == 0x80
          && (0x9C...0x9E).contains(bytes[at + 2]):
          curly.append(Span(at, at + 3))
          at += 3
        default: at += 1
        }
      }
    }
  }
}

extension Diagnostic.Code {
  static let quotationMarksDoubled = Self(
    "quotation-marks-doubled", .information,
    summary: "Somebody's words stand in quotation marks inside a quotation.",
    remedy: "Take the marks out: the page shows already that it is a quotation.")
  static let quotationMarksMixed = Self(
    "quotation-marks-mixed", .information,
    summary: "Straight and curly quotation marks stand in one briefing.",
    remedy: "Use one kind throughout.")
}

extension Diagnostic {
  fileprivate static func quotationMarksDoubled(at span: Span) -> Self {
    Self(
      .quotationMarksDoubled, "these words are in quotation marks inside a quotation", at: span,
      help: "take the marks out: the page shows already that it is a quotation")
  }

  fileprivate static func quotationMarksMixed(_ kind: String, at span: Span) -> Self {
    Self(
      .quotationMarksMixed, "this quotation mark is \(kind), and others are not", at: span,
      help: "use one kind throughout")
  }
}
