import LecternSource

/// NHS numbers, told by their check digit.
///
/// Ten digits, together or as 3-3-4, of which the last follows from the others by modulus 11. The check digit of an ISBN
/// of ten digits follows in the same way, so what is called an ISBN, a grant, a telephone or a reference is left alone.
struct NHSNumbers: Rule {
  static let topic = RuleTopic.identifiers
  static let source =
    "NHS Data Dictionary, NHS number; UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.nhsNumber, .nhsNumberDoubtful]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.longNumbers.compactMap { number in
      guard number.digits.count == 10, number.groups == [10] || number.groups == [3, 3, 4],
        !number.isDialled, !number.isPart, Set(number.digits).count > 1,
        !briefing.isInAddress(number.span)
      else { return nil }
      let lead = briefing.lead(before: number.span)
      let isNamed = lead.holds("nhs n") || lead.holds("hospital n")
      guard isNamed || !otherNumbers.contains(where: { lead.holds($0) }) else { return nil }
      guard hasCheckDigit(number.digits) else {
        return isNamed ? .nhsNumberDoubtful(at: number.span) : nil
      }
      // Without spaces, the first digit tells numbers that are given out from most others.
      guard isNamed || number.groups.count == 3 || "4679".utf8.contains(number.digits[0]) else {
        return nil
      }
      return .nhsNumber(at: number.span)
    }
  }

  private static let otherNumbers: [StaticString] = [
    "isbn", "issn", "doi", "pmid", "grant", "award", "fund", "ref", "tel", "phone", "call ",
    "fax", "mobile", "contract", "charity", "company", "regist", "account", "order", "invoice",
    "project", "trial", "protocol", "licen", "version", "£", "$", "€",
  ]

  /// Whether the last digit is the one that follows from the first nine.
  static func hasCheckDigit(_ digits: [UInt8]) -> Bool {
    let sum = digits.enumerated().reduce(0) { sum, digit in
      sum + digit.element.digit * (10 - digit.offset)
    }
    return sum % 11 == 0
  }
}

extension Diagnostic.Code {
  static let nhsNumber = Self(
    "nhs-number", .error,
    summary: "A number with the check digit of an NHS number stands in the briefing.",
    remedy: "Take it out; name people by their pseudonym or their id in the study.")
  static let nhsNumberDoubtful = Self(
    "nhs-number-doubtful", .warning,
    summary:
      "A number that is called an NHS or hospital number has ten digits, but not the check digit of one.",
    remedy: "Take it out, even with a slip in it; say in words what kind of number stood there.")
}

extension Diagnostic {
  fileprivate static func nhsNumber(at span: Span) -> Self {
    Self(
      .nhsNumber, "this is an NHS number by its check digit", at: span,
      help: "take it out, or write the person's pseudonym in its place")
  }

  fileprivate static func nhsNumberDoubtful(at span: Span) -> Self {
    Self(
      .nhsNumberDoubtful, "this may be an NHS or hospital number with a slip in it", at: span,
      help: "take it out, or write the person's pseudonym in its place")
  }
}
