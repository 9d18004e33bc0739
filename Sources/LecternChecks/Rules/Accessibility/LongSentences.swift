import LecternSource

/// Sentences of more than twenty-five words, the longest of which is shown.
///
/// What somebody said is never too long, and items of a list are no sentences.
struct LongSentences: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "GOV.UK, sentence length; NHS digital service manual, how to write"
  static let codes: [Diagnostic.Code] = [.sentencesLong]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var count = 0
    var longest: (span: Span, words: Int)?
    for passage in briefing.passages where passage.kind == .text {
      for sentence in passage.sentences where sentence.count > mostWords {
        guard let first = sentence.first, let last = sentence.last else { continue }
        count += 1
        if sentence.count > longest?.words ?? 0 {
          longest = (first.span.union(last.span), sentence.count)
        }
      }
    }
    guard let longest else { return [] }
    return [.sentencesLong(count, longest: longest.words, at: longest.span)]
  }

  /// How many words a sentence should have at most.
  private static let mostWords = 25
}

extension Diagnostic.Code {
  static let sentencesLong = Self(
    "sentences-long", .information,
    summary: "Some sentences have more than 25 words; the longest is shown.",
    remedy: "Make two sentences of it, or a list.")
}

extension Diagnostic {
  fileprivate static func sentencesLong(_ count: Int, longest: Int, at span: Span) -> Self {
    let others =
      count == 1 ? "" : "; \(count) sentences have more than 25"
    return Self(
      .sentencesLong, "a sentence of \(longest) words is hard to follow\(others)", at: span,
      help: "make two sentences of it, or a list")
  }
}
