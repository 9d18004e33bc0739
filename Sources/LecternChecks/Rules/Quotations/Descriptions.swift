import LecternBriefing
import LecternSource

/// One person described in two ways.
struct Descriptions: Rule {
  static let topic = RuleTopic.quotations
  static let source = "UK Data Service, the same replacement throughout"
  static let codes: [Diagnostic.Code] = [.describedTwoWays]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var descriptions: [String: String] = [:]
    for participant in briefing.briefing.metadata.participants {
      guard let role = participant.role?.collapsed.lowercased() else { continue }
      descriptions[participant.id] = role
      if let name = participant.name { descriptions[name] = role }
    }
    return briefing.quotations.compactMap { quotation in
      guard let person = quotation.people.first, quotation.people.count == 1,
        let description = description(quotation)
      else { return nil }
      guard let other = descriptions[person] else {
        descriptions[person] = description
        return nil
      }
      guard !other.contains(description), !description.contains(other) else { return nil }
      let place = briefing.file.firstPlace(of: description, in: quotation.attributionSpan)
      return .describedTwoWays(
        person, description, other, at: place ?? quotation.attributionSpan)
    }
  }

  /// What an attribution says of a person in small letters, such as `link worker`; places begin with capitals.
  private static func description(_ quotation: CheckedQuotation) -> String? {
    guard let place = quotation.quotation.attribution?.place,
      let first = place.split(separator: ",").first?.trimmed, let word = first.words.first,
      first == first.lowercased(), first.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" }),
      !prepositions.contains(String(word))
    else { return nil }
    return first
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
