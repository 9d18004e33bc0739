import LecternSource

/// Exact ages of ninety and more, which few people have.
struct GreatAges: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "Practice of de-identification, ages over 89"
  static let codes: [Diagnostic.Code] = [.ageOverEightyNine]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.kind != .aside {
      let words = passage.words
      for index in words.indices {
        // No digits of ages are more than three, and most words are no numbers.
        guard words[index].span.length <= 3, words[index].lower.utf8.first?.isDigit == true,
          let age = words[index].number, (90...115).contains(age),
          isExactAge(words, index)
        else { continue }
        found.append(.ageOverEightyNine(age, at: words[index].span))
      }
    }
    return found
  }

  private static func isExactAge(_ words: [Word], _ index: Int) -> Bool {
    let next = index + 1 < words.count ? words[index + 1] : nil
    let isAged =
      index > 0 && ["aged", "age"].contains(words[index - 1].lower)
      && words[index].gap.isDisjoint(with: [.sentenceEnd, .hyphen])
    if isAged {
      // `Aged 90 and over`, `aged 90–99` and `aged 90+` are groups.
      guard let next else { return true }
      return
        !(["and", "or", "to", "plus", "years"].contains(next.lower) && next.gap.isEmpty
        && isGroup(words, index + 1)) && !(next.number != nil && !next.gap.contains(.sentenceEnd))
    }
    guard index + 2 < words.count, ["year", "years"].contains(words[index + 1].lower),
      words[index + 2].lower == "old"
    else { return false }
    if words[index + 1].lower == "years" { return true }
    // Trees and buildings are old, too.
    return index + 3 < words.count && people.contains(words[index + 3].lower)
  }

  private static func isGroup(_ words: [Word], _ index: Int) -> Bool {
    words[index...].prefix(3).contains {
      ["over", "older", "above", "to", "plus", "more"].contains($0.lower)
    }
  }

  private static let people: Set<String> = [
    "man", "woman", "lady", "gentleman", "resident", "patient", "client", "participant", "mother",
    "father", "grandmother", "grandfather", "widow", "widower", "neighbour", "person", "carer",
  ]
}

extension Diagnostic.Code {
  static let ageOverEightyNine = Self(
    "age-over-eighty-nine", .warning,
    summary: "An exact age of ninety or more is given, which few people have.",
    remedy: "Write “over 89” or “in her nineties”.")
}

extension Diagnostic {
  fileprivate static func ageOverEightyNine(_ age: Int, at span: Span) -> Self {
    Self(
      .ageOverEightyNine, "few people are \(age)", at: span,
      help: "write `over 89`, or `in her nineties`")
  }
}
