import LecternBriefing
import LecternSource

/// Descriptions of a person that give an exact age, a role and a place together.
struct CombinedTraits: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, indirect identifiers; ICO, motivated intruder"
  static let codes: [Diagnostic.Code] = [.ageWithRoleAndPlace]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.quotations.compactMap { quotation in
      guard !quotation.isLiterature, let rest = quotation.quotation.attribution?.place,
        isAll(rest.split(separator: ",").map(\.trimmed))
      else { return nil }
      return .ageWithRoleAndPlace(at: quotation.attributionSpan)
    }
  }

  /// Whether parts of a description are an age, a role in small letters and a place with a capital.
  private static func isAll(_ parts: [String]) -> Bool {
    parts.contains(where: isAge)
      && parts.contains { part in
        part.first?.isLowercase == true && !isAge(part) && part.allSatisfy { !$0.isNumber }
      }
      && parts.contains { $0.first?.isUppercase == true && $0.words.count <= 3 }
  }

  private static func isAge(_ part: String) -> Bool {
    let words = part.split { $0 == " " || $0 == "-" }
    guard let number = words.first(where: { Int($0) != nil }).flatMap({ Int($0) }),
      (10...115).contains(number)
    else { return false }
    return words.count == 1
      || words.contains { ["aged", "age", "years", "year", "yrs"].contains($0.lowercased()) }
  }
}

extension Diagnostic.Code {
  static let ageWithRoleAndPlace = Self(
    "age-with-role-and-place", .warning,
    summary:
      "A description gives an exact age, a role and a place, which together may tell who it is.",
    remedy: "Leave one of them out, or write it less exactly: “in her forties”, “in the north”.")
}

extension Diagnostic {
  fileprivate static func ageWithRoleAndPlace(at span: Span) -> Self {
    Self(
      .ageWithRoleAndPlace, "age, role and place together may tell who this is", at: span,
      help: "leave one of them out, or write it less exactly")
  }
}
