import LecternBriefing
import LecternSource

/// Numbers of people in the text that contradict the number in the front matter.
///
/// Fewer may be a part of all, more may have been asked, and other studies have other numbers; so only `N=24` and words such
/// as “24 nurses took part” count, in a sentence that cites nothing.
struct SampleSizes: Rule {
  static let topic = RuleTopic.reporting
  static let source = "COREQ 12; SRQR 12; agreement within the text"
  static let codes: [Diagnostic.Code] = [.sampleSizeContradicted, .sampleSizeDoubtful]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy, let sample = SampleSize(briefing) else { return [] }
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.isProse && passage.kind != .table {
      for sentence in passage.sentences where !isAboutOthers(sentence) {
        for index in sentence.indices {
          if let problem = problem(sentence, index, sample, briefing) { found.append(problem) }
        }
      }
    }
    return found
  }

  private static func problem(
    _ sentence: ArraySlice<Word>, _ index: Int, _ sample: SampleSize, _ briefing: CheckedBriefing
  ) -> Diagnostic? {
    let word = sentence[index]
    guard let number = word.number, number != sample.number, number > 0 else { return nil }
    if index > sentence.startIndex, word.gap.contains(.equals) {
      let name = sentence[index - 1]
      // `n` is a part, `N` is all of them.
      guard name.lower == "n", name.isCapitalised else { return nil }
      return .sampleSizeDoubtful(number, sample.number, at: word.span, sample.span)
    }
    guard number > sample.number, !word.gap.contains(.leftOut) else { return nil }
    let after = sentence[(index + 1)...].prefix(3)
    guard let noun = after.firstIndex(where: { sample.isPerson($0.lower) }),
      sentence[(index + 1)...noun].allSatisfy({ $0.gap.isDisjoint(with: [.pause, .percent]) })
    else { return nil }
    let verbs = sentence[(noun + 1)...].prefix(3).map(\.lower)
    let tookPart =
      verbs.starts(with: ["took", "part"]) || verbs.starts(with: ["participated"])
      || verbs.starts(with: ["were", "interviewed"])
    return tookPart
      ? .sampleSizeContradicted(number, sample.number, at: word.span, sample.span) : nil
  }

  /// Whether a sentence may speak of another study, or of people who did not take part in the end.
  private static func isAboutOthers(_ sentence: ArraySlice<Word>) -> Bool {
    sentence.contains { others.contains($0.lower) || $0.gap.contains(.leftOut) }
  }

  private static let others: Set<String> = [
    "other", "another", "previous", "previously", "earlier", "trial", "review", "survey", "invited",
    "approached", "eligible", "withdrew", "declined", "al", "literature", "national", "elsewhere",
    "if", "would", "planned", "target", "pilot", "second", "future", "studies",
  ]
}

extension Diagnostic.Code {
  static let sampleSizeContradicted = Self(
    "sample-size-contradicted", .error,
    summary: "The text says that more people took part than the front matter does.",
    remedy: "Correct the number here, or `participants:` in `study:`.")
  static let sampleSizeDoubtful = Self(
    "sample-size-doubtful", .warning,
    summary: "An `N=` in the text is another number than the participants in the front matter.",
    remedy: "Correct one of them; write a small `n` for a part of the sample.")
}

extension Diagnostic {
  fileprivate static func sampleSizeContradicted(
    _ number: Int, _ declared: Int, at span: Span, _ place: Span
  ) -> Self {
    Self(
      .sampleSizeContradicted, "\(number) took part here, \(declared) in the front matter",
      at: span,
      help: "correct this number, or `participants:` in `study:`",
      notes: [Note("the study's participants", at: place)])
  }

  fileprivate static func sampleSizeDoubtful(
    _ number: Int, _ declared: Int, at span: Span, _ place: Span
  ) -> Self {
    Self(
      .sampleSizeDoubtful, "N is \(number) here, and the front matter has \(declared) participants",
      at: span, help: "correct one of them, or write a small `n` for a part of the sample",
      notes: [Note("the study's participants", at: place)])
  }
}
