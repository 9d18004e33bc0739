import LecternSource

/// Several words in a row in capitals, which are read more slowly, and by some screen readers letter by letter.
struct Capitals: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "GOV.UK style guide, capitalisation; accessible formats guidance"
  static let codes: [Diagnostic.Code] = [.wordsInCapitals]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.isProse && passage.kind != .table {
      var run: (span: Span, count: Int, letters: Int)?
      func close() {
        if let run, run.count >= 4, run.letters >= 16 {
          found.append(.wordsInCapitals(at: run.span))
        }
        run = nil
      }
      for word in passage.words {
        // A list of abbreviations has commas.
        if !word.gap.isEmpty { close() }
        guard word.isCapitalised,
          briefing.file.bytes[word.span.lower..<word.span.upper].allSatisfy(\.isUpper)
        else {
          close()
          continue
        }
        run = (
          run?.span.union(word.span) ?? word.span, (run?.count ?? 0) + 1,
          (run?.letters ?? 0) + word.span.length
        )
      }
      close()
    }
    return found
  }
}

extension Diagnostic.Code {
  static let wordsInCapitals = Self(
    "words-in-capitals", .information,
    summary: "Four words or more in a row are written in capitals.",
    remedy: "Write them in small letters, and make them bold if they matter most.")
}

extension Diagnostic {
  fileprivate static func wordsInCapitals(at span: Span) -> Self {
    Self(
      .wordsInCapitals, "several words in capitals are hard to read", at: span,
      help: "write them in small letters, in bold if they matter most")
  }
}
