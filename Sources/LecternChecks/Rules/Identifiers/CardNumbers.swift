import LecternSource

/// Numbers of payment cards: sixteen digits in fours that end in Luhn's check digit.
struct CardNumbers: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "ISO/IEC 7812-1, check digit; UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.cardNumber]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.longNumbers.compactMap { number in
      // Numbers of cards begin with 4 or 5; an ORCID iD, also four by four, begins with 0.
      guard number.digits.count == 16, "45".utf8.contains(number.digits[0]), !number.isPart,
        hasCheckDigit(number.digits), !briefing.isInAddress(number.span)
      else { return nil }
      let isNamed = briefing.lead(before: number.span).holds("card")
      guard number.groups == [4, 4, 4, 4] || (isNamed && number.groups == [16]) else { return nil }
      return .cardNumber(at: number.span)
    }
  }

  /// Whether the digits, each second one doubled from the right, add to a multiple of ten.
  static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.element.digit * (digit.offset % 2 == 1 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }
}

extension Diagnostic.Code {
  static let cardNumber = Self(
    "card-number", .error,
    summary: "The number of a payment card stands in the briefing.",
    remedy: "Take it out; say in words what kind of number stood there.")
}

extension Diagnostic {
  fileprivate static func cardNumber(at span: Span) -> Self {
    Self(
      .cardNumber, "this is the number of a payment card by its check digit", at: span,
      help: "take it out, or write `[card number]`")
  }
}
