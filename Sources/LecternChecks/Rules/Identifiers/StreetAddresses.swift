import LecternSource

/// Numbers of houses with the names of their streets.
struct StreetAddresses: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.streetAddress, .streetAddressQuoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.kind != .aside {
      let words = passage.words
      for index in words.indices where words[index].lower.utf8.first?.isDigit == true {
        guard let end = endOfStreet(words, index) else { continue }
        let span = words[index].span.union(words[end].span)
        if passage.isAboutSomebody {
          found.append(.streetAddressQuoted(at: span))
        } else if !briefing.isContact(span), !briefing.lead(before: span).holds("address") {
          found.append(.streetAddress(at: span))
        }
      }
    }
    return found
  }

  /// The index of the last word of `14 Mill Bank Road`.
  private static func endOfStreet(_ words: [Word], _ index: Int) -> Int? {
    let number = words[index].lower
    let letters = number.drop { $0.isNumber }
    guard number.utf8.count <= 4, letters.isEmpty || letters.count == 1,
      (1...999).contains(Int(number.prefix { $0.isNumber }) ?? 0)
    else { return nil }
    for end in (index + 1)..<min(words.count, index + 4) {
      guard words[end].isCapitalised, words[end].gap.isEmpty else { return nil }
      if end > index + 1, kinds.contains(words[end].lower) { return end }
      if rulesOutAHouse(words[end].lower) { return nil }
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "street", "road", "avenue", "close", "lane", "drive", "terrace", "crescent", "gardens", "grove",
    "mews",
  ]
  /// Months after a number make a date, `on 12 May Bridge Street was closed`, and a government is no private person.
  private static func rulesOutAHouse(_ word: String) -> Bool {
    EnglishMonth.isName(word) || word == "downing"
  }
}

extension Diagnostic.Code {
  static let streetAddress = Self(
    "street-address", .information,
    summary: "The number of a house and its street stand outside a contact.",
    remedy: "Leave out the number if somebody lives there.")
  static let streetAddressQuoted = Self(
    "street-address-quoted", .warning,
    summary: "The number of a house and its street stand in a quotation, a note or the register.",
    remedy: "Write what it is in brackets instead: `[her street]`.")
}

extension Diagnostic {
  fileprivate static func streetAddress(at span: Span) -> Self {
    Self(
      .streetAddress, "this is the address of a house", at: span,
      help: "leave out the number if somebody lives there")
  }

  fileprivate static func streetAddressQuoted(at span: Span) -> Self {
    Self(
      .streetAddressQuoted, "this may be where somebody lives", at: span,
      help: "write `[her street]` or the like in its place")
  }
}
