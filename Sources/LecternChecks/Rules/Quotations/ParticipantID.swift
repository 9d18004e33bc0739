import LecternBriefing

/// An id such as `P04` without what tells spellings apart, so that `P4` and `Participant 4` are the same.
struct ParticipantID: Hashable {
  private let prefix: String
  private let number: Int

  /// The id that a name is; nil when it has no number at its end.
  init?(_ name: String) {
    let lower = name.lowercased()
    let digits = lower.reversed().prefix { $0.isASCII && $0.isNumber }
    let letters = lower.dropLast(digits.count).filter { $0 != " " && $0 != "-" && $0 != "." }
    guard (1...4).contains(digits.count), let number = Int(String(digits.reversed())),
      letters.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    prefix = Self.short[letters] ?? letters
    self.number = number
  }

  /// Whether a name is a word for participants and a number, such as `Participant 4`.
  static func isSpeltOut(_ name: String) -> Bool {
    let word = name.prefix { $0.isLetter }
    return word.first?.isUppercase == true && short[word.lowercased()] != nil
      && ParticipantID(name) != nil
  }

  private static let short = [
    "participant": "p", "part": "p", "interviewee": "i", "int": "i", "respondent": "r", "resp": "r",
  ]
}
