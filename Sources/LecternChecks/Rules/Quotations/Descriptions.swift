import LecternBriefing
import LecternSource

/// One person described in two ways.
struct Descriptions: Rule {
  static let topic = RuleTopic.quotations
  static let source = "UK Data Service, the same replacement throughout"
  static let codes: [Diagnostic.Code] = [.describedTwoWays]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var descriptions: [String: [String]] = [:]
    for participant in briefing.briefing.metadata.participants {
      guard let role = participant.role?.collapsed.lowercased() else { continue }
      descriptions[participant.id] = [role]
      if let name = participant.name { descriptions[name] = [role] }
    }
    return briefing.quotations.compactMap { quotation in
      let people = quotation.people
      guard let person = people.first, people.count == 1 else { return nil }
      let here = parts(quotation)
      guard let first = here.first else { return nil }
      guard let others = descriptions[person], let other = others.first else {
        descriptions[person] = here
        return nil
      }
      let agrees = here.contains { part in
        others.contains { $0.contains(part) || part.contains($0) }
      }
      guard !agrees else { return nil }
      let place = briefing.file.firstPlace(of: first, in: quotation.attributionSpan)
      return .describedTwoWays(person, first, other, at: place ?? quotation.attributionSpan)
    }
  }

  /// What an attribution says of a person in small letters, such as `link worker`; places begin with capitals.
  private static func parts(_ quotation: CheckedQuotation) -> [String] {
    guard let place = quotation.quotation.attribution?.place else { return [] }
    return place.split(separator: ",").map(\.trimmed).filter { part in
      part == part.lowercased()
        && part.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
        && part.words.first.map { !prepositions.contains(String($0)) } == true
    }
  }

  private static let prepositions: Set<String> = [
    "at", "in", "on", "by", "near", "from", "after", "before", "during", "via", "over", "first",
    "second", "third", "to", "with", "online", "follow-up", "baseline", "home", "telephone",
    "phone",
  ]
}

extension Diagnostic.Code {
  static let describedTwoWays = Self(
    "described-two-ways", .warning,
    summary: "One person is described in two ways.",
    remedy: "Describe everybody in one way throughout, as the register has it.")
}

extension Diagnostic {
  fileprivate static func describedTwoWays(
    _ person: String, _ description: String, _ other: String, at span: Span
  ) -> Self {
    Self(
      .describedTwoWays, "`\(person)` is `\(description)` here and `\(other)` elsewhere", at: span,
      help: "write one of them throughout")
  }
}
