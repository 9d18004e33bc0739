import LecternBriefing
import LecternSource

/// The same words quoted twice: in two wordings, or as those of two people.
///
/// Two quotations are the same when most runs of six words of the shorter one are in the other, too. A part of a longer
/// quotation is the same wording, and so is one with editorial marks.
struct RepeatedQuotations: Rule {
  static let topic = RuleTopic.quotations
  static let source = "COREQ 29; integrity of evidence"
  static let codes: [Diagnostic.Code] = [.quotationInTwoWordings, .quotationOfTwoPeople]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var firsts: [Int: Int] = [:]
    var lengths: [Int] = []
    var found: [Diagnostic] = []
    for (index, quotation) in briefing.quotations.enumerated() {
      let runs = runs(of: quotation, in: briefing)
      lengths.append(runs.count)
      var shared: [Int: Int] = [:]
      for run in runs { if let first = firsts[run] { shared[first, default: 0] += 1 } }
      if let (other, count) = shared.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        let problem = problem(
          quotation, briefing.quotations[other], shared: count,
          of: min(runs.count, lengths[other]), in: briefing)
      {
        found.append(problem)
      }
      for run in runs where firsts[run] == nil { firsts[run] = index }
    }
    return found
  }

  /// How many words a run has.
  private static let runLength = 6
  /// How many runs two quotations share at least, so that a common phrase is none.
  private static let leastShared = 3

  /// A number for each run of words, the same for the same words.
  private static func runs(of quotation: CheckedQuotation, in briefing: CheckedBriefing) -> Set<Int>
  {
    let words = briefing.passages[quotation.passages].flatMap {
      $0.words.map { number(of: $0.lower) }
    }
    guard words.count >= runLength else { return [] }
    return Set(
      (runLength...words.count).map { end in
        // The words' own numbers are spread already.
        words[(end - runLength)..<end].reduce(0) { $0 &* 31 &+ $1 }
      })
  }

  /// A number for a word, the same in every process (FNV-1a).
  private static func number(of word: String) -> Int {
    let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }

  private static func problem(
    _ quotation: CheckedQuotation, _ other: CheckedQuotation, shared: Int, of all: Int,
    in briefing: CheckedBriefing
  ) -> Diagnostic? {
    let people = Set(quotation.people)
    let others = Set(other.people)
    guard shared >= leastShared else { return nil }
    if shared >= all, !people.isEmpty, !others.isEmpty, people.isDisjoint(with: others) {
      return .quotationOfTwoPeople(
        other.quotation.attribution?.source ?? "", at: quotation.attributionSpan,
        other.attributionSpan)
    }
    guard shared < all, shared * 2 >= all, !isEdited(quotation, briefing),
      !isEdited(other, briefing)
    else { return nil }
    return .quotationInTwoWordings(at: quotation.block.span, other.block.span)
  }

  private static func isEdited(_ quotation: CheckedQuotation, _ briefing: CheckedBriefing) -> Bool {
    let text = briefing.text(in: quotation.block.span)
    return text.contains("[") || text.contains("…") || text.contains("...")
  }
}

extension Diagnostic.Code {
  static let quotationInTwoWordings = Self(
    "quotation-in-two-wordings", .warning,
    summary: "The same quotation stands in the briefing twice, in different words.",
    remedy: "Give both the words of the transcript, and mark what is left out with `[…]`.")
  static let quotationOfTwoPeople = Self(
    "quotation-of-two-people", .error,
    summary: "The same words are quoted twice, as those of different people.",
    remedy: "Correct the attribution of one of them.")
}

extension Diagnostic {
  fileprivate static func quotationInTwoWordings(at span: Span, _ other: Span) -> Self {
    Self(
      .quotationInTwoWordings, "this quotation stands above in other words", at: span,
      help: "give both the words of the transcript, and mark what is left out with `[…]`",
      notes: [Note("the other wording", at: other)])
  }

  fileprivate static func quotationOfTwoPeople(
    _ source: String, at span: Span, _ other: Span
  ) -> Self {
    Self(
      .quotationOfTwoPeople, "the same words are quoted above as those of `\(source)`", at: span,
      help: "correct the attribution of one of them", notes: [Note("the other one", at: other)])
  }
}
