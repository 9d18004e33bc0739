import LecternSource

/// Telephone numbers of the United Kingdom outside contacts.
///
/// Helplines and other numbers that are not somebody's own (03, 08, 111) are left alone, and so are those that Ofcom keeps
/// for drama.
struct PhoneNumbers: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, direct identifiers; Ofcom, numbers for drama"
  static let codes: [Diagnostic.Code] = [.phoneNumber, .phoneNumberQuoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.longNumbers.compactMap { number in
      guard let national = national(number), !number.isPart, !briefing.isInAddress(number.span),
        !briefing.code.holds(number.span), !isForDrama(national)
      else { return nil }
      if briefing.quotation(at: number.span) != nil { return .phoneNumberQuoted(at: number.span) }
      let lead = briefing.lead(before: number.span)
      guard !briefing.isContact(number.span),
        !otherNumbers.contains(where: { lead.holds($0) })
      else { return nil }
      return .phoneNumber(at: number.span)
    }
  }

  private static let otherNumbers: [StaticString] = [
    "grant", "award", "ref", "isbn", "issn", "number:", "fund",
  ]

  /// The digits as they are dialled in the country; nil when they are no person's number.
  private static func national(_ number: LongNumber) -> [UInt8]? {
    var digits = number.digits[...]
    if number.isDialled, digits.starts(with: "44".utf8) {
      digits = digits.dropFirst(2)
      if digits.first == UInt8(ascii: "0") { digits = digits.dropFirst() }
      guard digits.count == 10 else { return nil }
      return Array("0".utf8) + digits
    }
    guard digits.count == 11, digits.first == UInt8(ascii: "0"),
      "127".utf8.contains(digits[digits.startIndex + 1])
    else { return nil }
    // Years and days that happen to follow each other are no number.
    guard number.groups.count <= 4, (number.groups.first ?? 0) >= 3 else { return nil }
    return Array(digits)
  }

  private static func isForDrama(_ digits: [UInt8]) -> Bool {
    digits.starts(with: "01632".utf8) || digits.starts(with: "07700900".utf8)
  }
}

extension Diagnostic.Code {
  static let phoneNumber = Self(
    "phone-number", .warning,
    summary: "A telephone number stands outside a contact.",
    remedy:
      "Take it out; if it is there for readers to ring, write `contact:` in the front matter or a section called Contact."
  )
  static let phoneNumberQuoted = Self(
    "phone-number-quoted", .error,
    summary: "A telephone number stands in a quotation.",
    remedy: "Write what it is in brackets instead: `[telephone number]`.")
}

extension Diagnostic {
  fileprivate static func phoneNumber(at span: Span) -> Self {
    Self(
      .phoneNumber, "a telephone number stands outside a contact", at: span,
      help: "take it out, or write it below `contact:` if readers should ring")
  }

  fileprivate static func phoneNumberQuoted(at span: Span) -> Self {
    Self(
      .phoneNumberQuoted, "a telephone number stands in a quotation", at: span,
      help: "write `[telephone number]` in its place")
  }
}
