import LecternSource

/// How many people took part, as the front matter says.
struct SampleSize {
  /// The number.
  let number: Int
  /// What the people are called there, in small letters: `link workers`; empty for a number alone.
  let people: [String]
  /// Where it is written.
  let span: Span

  /// The number of a briefing's study; nil when it is not one number.
  init?(_ briefing: CheckedBriefing) {
    guard let fact = briefing.fact("participants") else { return nil }
    let words = WordReader(bytes: Array(fact.utf8)).words(in: Span(0, fact.utf8.count))
    let numbers = words.compactMap(\.number)
    // `20 link workers, 4 GPs` are two groups, of which nobody knows how they overlap.
    guard numbers.count == 1, let number = words.first?.number, number > 0 else { return nil }
    self.number = number
    people = words.dropFirst().map(\.lower)
    span = briefing.place(ofFact: "participants")
  }

  /// Whether a word is what somebody who took part is called.
  func isPerson(_ word: String) -> Bool {
    people.last == word || Self.general.contains(word)
  }

  private static let general: Set<String> = [
    "participants", "interviewees", "respondents",
  ]
}
