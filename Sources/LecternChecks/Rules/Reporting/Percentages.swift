import LecternSource

/// Percentages of so few people that each of them is five per cent or more.
struct Percentages: Rule {
  static let topic = RuleTopic.reporting
  static let source =
    "UK Statistics Authority, ethical considerations in qualitative research"
  static let codes: [Diagnostic.Code] = [.percentageOfFew]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy, let sample = SampleSize(briefing), sample.number < fewest else {
      return []
    }
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.kind == .text || passage.kind == .item {
      let words = passage.words
      for index in words.indices.dropLast(2) where words[index].number != nil {
        let next = words[index + 1]
        let isPercent =
          next.gap.contains(.percent) || next.lower == "percent"
          || (next.lower == "per" && words[index + 2].lower == "cent")
        guard isPercent, next.gap.isDisjoint(with: [.pause, .sentenceEnd]) else { continue }
        let after = words[(index + 1)...].drop {
          ["percent", "per", "cent"].contains($0.lower)
        }
        guard after.first?.lower == "of",
          let noun = after.dropFirst().first(where: { !isArticle($0, sample) }),
          sample.isPerson(noun.lower)
        else { continue }
        found.append(
          .percentageOfFew(sample.number, at: words[index].span.union(noun.span), sample.span))
      }
    }
    return found
  }

  /// Whether a word stands before what people are called: `the`, or the first word of `link workers`.
  private static func isArticle(_ word: Word, _ sample: SampleSize) -> Bool {
    ["the", "our", "these", "all"].contains(word.lower)
      || sample.people.dropLast().contains(word.lower)
  }

  /// From how many people on percentages say something.
  private static let fewest = 20
}

extension Diagnostic.Code {
  static let percentageOfFew = Self(
    "percentage-of-few", .warning,
    summary: "A percentage is given of fewer than 20 participants, as if it were precise.",
    remedy: "Write the number of people: “9 of 12”.")
}

extension Diagnostic {
  fileprivate static func percentageOfFew(_ number: Int, at span: Span, _ place: Span) -> Self {
    Self(
      .percentageOfFew, "a percentage of \(number) people looks more precise than it is", at: span,
      help: "write the number of people, as in `9 of 12`",
      notes: [Note("the study's participants", at: place)])
  }
}
