import LecternSource

/// A text of a briefing in one piece: a paragraph, a heading, a table, or what was said in a quotation.
struct Passage: Sendable {
  /// What it is.
  let kind: Kind
  /// Where it stands.
  let span: Span
  /// Its words in order.
  let words: [Word]

  /// What a text can be.
  enum Kind: Sendable, Equatable {
    case text
    case item
    case heading
    case table
    case quotation
    /// The attribution of a quotation.
    case attribution
    /// What the presenter alone is told.
    case note
    /// What stands beside the text: figures, words for pictures, facts of the study.
    case aside
    /// The lines of the register of participants.
    case register
  }

  /// Whether it is what the author tells readers, other than in a quotation or a figure.
  var isProse: Bool { [.text, .item, .heading, .table].contains(kind) }

  /// Whether it is what somebody said, or what is said of somebody.
  var isAboutSomebody: Bool { [.quotation, .attribution, .note, .register].contains(kind) }
}

/// One word of a text, with its place.
struct Word: Sendable {
  /// The word in lower case.
  let lower: String
  /// Where it stands.
  let span: Span
  /// Whether it begins with a capital letter of ASCII.
  let isCapitalised: Bool
  /// What stands between the word before and this one.
  let gap: Gap

  /// The marks between two words, as far as anybody asks.
  struct Gap: OptionSet, Sendable {
    let rawValue: UInt8
    /// A full stop, question mark, exclamation mark or ellipsis.
    static let sentenceEnd = Gap(rawValue: 1)
    /// A comma, colon, semicolon, bracket, dash or pipe.
    static let pause = Gap(rawValue: 2)
    /// A percent sign.
    static let percent = Gap(rawValue: 4)
    /// A hyphen and nothing else.
    static let hyphen = Gap(rawValue: 8)
    /// An equals sign.
    static let equals = Gap(rawValue: 16)
    /// A citation, address or code that is left out.
    static let leftOut = Gap(rawValue: 32)
  }

  /// The number that it is, in digits or as a word up to twenty.
  var number: Int? {
    if let first = lower.utf8.first, first.isDigit {
      return Int(lower.contains(",") ? lower.replacing(",", with: "") : lower)
    }
    return Self.numberWords[lower]
  }

  private static let numberWords: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50,
  ]
}
