import LecternBriefing
import LecternSource

/// Whose words it is, written at the end of the words themselves.
struct AttributionInside: Rule {
  static let topic = RuleTopic.quotations
  static let source = "HTML, the blockquote element; COREQ 29"
  static let codes: [Diagnostic.Code] = [.attributionInside]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.quotations.compactMap { quotation in
      guard quotation.quotation.attribution == nil, !quotation.quotation.isConversation,
        let last = briefing.passages[quotation.passages].last
      else { return nil }
      let end = briefing.text(in: Span(max(last.span.lower, last.span.upper - 80), last.span.upper))
      guard let words = inBrackets(end) ?? behindDash(end), isAttribution(words) else { return nil }
      let upper = last.span.upper - end.utf8.count + end.trimmed.utf8.count
      return .attributionInside(words, at: Span(upper - words.utf8.count, upper))
    }
  }

  /// `(Carol, interview)` at the end of a text, with its brackets.
  private static func inBrackets(_ text: String) -> String? {
    let text = text.trimmed
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
    return String(text[open...])
  }

  /// `— Carol` or `-- Carol` at the end of a text, with its dash.
  private static func behindDash(_ text: String) -> String? {
    let text = text.trimmed
    let dashes = [
      text.lastIndex { "—–―".contains($0) },
      text.ranges(of: " -- ").last.map { text.index(after: $0.lowerBound) },
    ]
    guard let dash = dashes.compactMap(\.self).max(), dash > text.startIndex else { return nil }
    return String(text[dash...])
  }

  /// Whether words name a kind of source, or a person and nothing else.
  private static func isAttribution(_ words: String) -> Bool {
    let parts = words.replacing("-- ", with: "").split { "()—–―,_;".contains($0) }
      .map(\.trimmed).filter { !$0.isEmpty }
    let kinds = SourceKind.allCases.map { $0.rawValue.replacing("-", with: " ") }
    let hasKind = parts.contains { kinds.contains($0.lowercased()) }
    let hasID =
      parts.first.map { ParticipantID($0) != nil && $0.first?.isUppercase == true } ?? false
    return (1...4).contains(parts.count) && (hasKind || hasID)
  }
}

extension Diagnostic.Code {
  static let attributionInside = Self(
    "attribution-inside-quotation", .warning,
    summary: "Whose words a quotation holds is written among the words themselves.",
    remedy: "Write it on a line of its own below them: `> — Carol, interview`.")
}

extension Diagnostic {
  fileprivate static func attributionInside(_ words: String, at span: Span) -> Self {
    Self(
      .attributionInside, "`\(words)` stands among the words that are quoted", at: span,
      help: "write it on a line of its own below them, after `> —`")
  }
}
