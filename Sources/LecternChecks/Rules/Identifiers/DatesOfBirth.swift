import LecternSource

/// Dates of birth, and full dates in what somebody said.
struct DatesOfBirth: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, direct and indirect identifiers"
  static let codes: [Diagnostic.Code] = [.dateOfBirth, .dateQuoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages {
      let words = passage.words
      var index = 0
      while index < words.count {
        if let end = endOfName(words, index, passage) {
          if let date = date(words, from: end) {
            found.append(.dateOfBirth(at: date))
            index = end
            while index < words.count, words[index].span.lower < date.upper { index += 1 }
            continue
          }
        } else if passage.kind == .quotation,
          words[index].isCapitalised || words[index].lower.utf8.first?.isDigit == true,
          let date = FullDate.span(words, at: index)
        {
          found.append(.dateQuoted(at: date))
          index += 2
        }
        index += 1
      }
    }
    return found
  }

  /// The date within the next three words of the same sentence.
  private static func date(_ words: [Word], from start: Int) -> Span? {
    for index in start..<min(words.count, start + 3) {
      // `D.O.B. 3/4/1961` goes on behind its last stop.
      let isStop = words[index].gap.contains(.sentenceEnd) && words[start - 1].lower != "b"
      if isStop { return nil }
      if let date = FullDate.span(words, at: index) { return date }
    }
    return nil
  }

  /// The index after words that announce a date of birth.
  private static func endOfName(_ words: [Word], _ index: Int, _ passage: Passage) -> Int? {
    // Most words begin otherwise, and every word is asked.
    guard let first = words[index].lower.utf8.first,
      first == UInt8(ascii: "d") || first == UInt8(ascii: "b")
    else { return nil }
    switch words[index].lower {
    case "dob": return index + 1
    case "d":
      guard index + 2 < words.count, words[index + 1].lower == "o", words[index + 2].lower == "b"
      else { return nil }
      return index + 3
    case "date", "dates":
      guard index + 2 < words.count, words[index + 1].lower == "of",
        words[index + 2].lower.hasPrefix("birth")
      else { return nil }
      return index + 3
    case "born":
      // Services are born, too; people are when somebody speaks of them.
      let before = words[..<index].suffix(2).map(\.lower)
      let isPerson = before.contains {
        ["i", "he", "she", "they", "who", "im", "i'm"].contains($0)
      }
      return isPerson || [.attribution, .register].contains(passage.kind) ? index + 1 : nil
    default: return nil
    }
  }
}

extension Diagnostic.Code {
  static let dateOfBirth = Self(
    "date-of-birth", .error,
    summary: "A date of birth stands in the briefing.",
    remedy: "Write an age in years, or better a range such as “in her forties”.")
  static let dateQuoted = Self(
    "date-quoted", .information,
    summary: "A full date stands in a quotation, by which somebody may be recognised.",
    remedy: "Write the month and the year, or `[date]`.")
}

extension Diagnostic {
  fileprivate static func dateOfBirth(at span: Span) -> Self {
    Self(
      .dateOfBirth, "this is somebody's date of birth", at: span,
      help: "write an age in years, or better a range such as `in her forties`")
  }

  fileprivate static func dateQuoted(at span: Span) -> Self {
    Self(
      .dateQuoted, "a full date may tell who speaks", at: span,
      help: "write the month and the year, or `[date]`")
  }
}
