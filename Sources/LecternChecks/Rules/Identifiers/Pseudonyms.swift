import LecternBriefing
import LecternSource

/// The register of participants: one pseudonym for each id, and none that is an author's name.
struct Pseudonyms: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, the same replacement throughout"
  static let codes: [Diagnostic.Code] = [
    .pseudonymOfTwoPeople, .personWithTwoPseudonyms, .pseudonymOfAuthor,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let metadata = briefing.briefing.metadata
    // The register stands either in the front matter or in a file of its own.
    guard briefing.isRegister == (metadata.participantsPath != nil) else { return [] }
    let authors = metadata.authors.map { Set($0.name.lowercased().words.map(String.init)) }
    var ids: [String: Participant] = [:]
    var names: [String: Participant] = [:]
    var found: [Diagnostic] = []
    for participant in metadata.participants {
      guard let name = participant.name, let span = participant.nameSpan else { continue }
      // `Bethan` and `Bethan Griffith` are both Dr Bethan Griffith.
      let words = name.lowercased().words.map(String.init)
      if name.count >= 3, authors.contains(where: { $0.isSuperset(of: words) }) {
        found.append(.pseudonymOfAuthor(name, at: span))
      }
      if let other = names[name], other.id != participant.id {
        found.append(.pseudonymOfTwoPeople(name, other, at: span))
      } else if let other = ids[participant.id], let otherName = other.name, otherName != name {
        found.append(.personWithTwoPseudonyms(participant.id, otherName, at: span))
      }
      if names[name] == nil { names[name] = participant }
      if ids[participant.id] == nil { ids[participant.id] = participant }
    }
    return found
  }
}

extension Diagnostic.Code {
  static let pseudonymOfTwoPeople = Self(
    "pseudonym-of-two-people", .error,
    summary: "Two participants of the register have the same pseudonym.",
    remedy: "Give one of them another pseudonym.")
  static let personWithTwoPseudonyms = Self(
    "person-with-two-pseudonyms", .error,
    summary: "One participant of the register has two pseudonyms.",
    remedy: "Correct the id of one of them, or take one pseudonym out.")
  static let pseudonymOfAuthor = Self(
    "pseudonym-of-author", .warning,
    summary: "A pseudonym is the name of an author, so that readers may take one for the other.",
    remedy: "Choose another pseudonym.")
}

extension Diagnostic {
  fileprivate static func pseudonymOfTwoPeople(
    _ name: String, _ other: Participant, at span: Span
  ) -> Self {
    Self(
      .pseudonymOfTwoPeople, "`\(name)` is the pseudonym of `\(other.id)` already", at: span,
      help: "choose another pseudonym")
  }

  fileprivate static func personWithTwoPseudonyms(
    _ id: String, _ other: String, at span: Span
  ) -> Self {
    Self(
      .personWithTwoPseudonyms, "`\(id)` is called `\(other)` already", at: span,
      help: "correct the id, or take one pseudonym out")
  }

  fileprivate static func pseudonymOfAuthor(_ name: String, at span: Span) -> Self {
    Self(
      .pseudonymOfAuthor, "`\(name)` is the name of an author, too", at: span,
      help: "choose another pseudonym")
  }
}
