import LecternBriefing
import LecternSource

/// Given names in quotations that are no pseudonym of the register.
///
/// Only where there is a register, and only names that are no other words; `[Abby]` has been replaced already.
struct NamesInQuotations: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, names as direct identifiers"
  static let codes: [Diagnostic.Code] = [.nameQuoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let metadata = briefing.briefing.metadata
    guard !briefing.isRegister, !metadata.participants.isEmpty else { return [] }
    let known = Set(
      metadata.participants.flatMap { [$0.name, $0.id].compactMap(\.self) }
        // Both parts of a name with a hyphen are read as words.
        .flatMap { $0.lowercased().split { $0.isWhitespace || $0 == "-" }.map(String.init) })
    let bytes = briefing.file.bytes
    var found: [Diagnostic] = []
    for quotation in briefing.quotations where !quotation.isLiterature {
      for passage in briefing.passages[quotation.passages] {
        for word in passage.words where word.isCapitalised {
          let name = word.lower.hasSuffix("'s") ? String(word.lower.dropLast(2)) : word.lower
          let before = word.span.lower > 0 ? bytes[word.span.lower - 1] : 0x20
          guard names.contains(name), !known.contains(name), before != UInt8(ascii: "[") else {
            continue
          }
          let span = Span(word.span.lower, word.span.lower + name.utf8.count)
          found.append(.nameQuoted(briefing.text(in: span), at: span))
        }
      }
    }
    return found
  }

  /// Given names that are frequent in Britain and mean nothing else.
  private static let names: Set<String> = [
    "aaron", "abigail", "adam", "aisha", "alan", "alexander", "alice", "alison", "amanda", "amelia",
    "andrea", "andrew", "angela", "anna", "anne", "anthony", "barbara", "beth", "brenda", "brian",
    "callum", "carol", "caroline", "catherine", "charlotte", "chloe", "christine", "christopher",
    "claire", "colin", "craig", "daniel", "darren", "david", "dawid", "deborah", "denise", "derek",
    "diane", "donna", "dorothy", "edward", "eileen", "elaine", "eleanor", "elizabeth", "emily",
    "emma", "eric", "fatima", "fiona", "gareth", "gary", "geoffrey", "george", "gillian", "gordon",
    "graham", "hannah", "harold", "hazel", "heather", "helen", "ian", "irene", "isabella", "jacob",
    "jacqueline", "jake", "james", "jane", "janet", "jason", "jennifer", "jessica", "joan",
    "joanne", "john", "jonathan", "joseph", "joshua", "joyce", "judith", "julie", "karen",
    "katherine", "kathleen", "keith", "kelly", "kenneth", "kevin", "kimberley", "laura", "lauren",
    "leanne", "lesley", "linda", "lisa", "lorraine", "louise", "lynn", "malcolm", "margaret",
    "maria", "marie", "martin", "mary", "matthew", "maureen", "megan", "melissa", "michael",
    "michelle", "mohammed", "muhammad", "nathan", "neil", "nicholas", "nicola", "nigel", "norman",
    "olivia", "oliver", "pamela", "patricia", "paul", "pauline", "peter", "philip", "rachel",
    "raymond", "rebecca", "richard", "robert", "roger", "ronald", "rosemary", "ruth", "samantha",
    "sandra", "sarah", "sharon", "sheila", "shirley", "simon", "sophie", "stephen", "steven",
    "susan", "sylvia", "teresa", "thomas", "timothy", "tracey", "trevor", "valerie", "victoria",
    "vincent", "wendy", "william", "yasmin", "yvonne", "zoe",
  ]
}

extension Diagnostic.Code {
  static let nameQuoted = Self(
    "name-quoted", .warning,
    summary: "A given name stands in a quotation that is no pseudonym of the register.",
    remedy:
      "Write a pseudonym or who it is in brackets: `[her daughter]`; add the name to `participants` if it is a pseudonym."
  )
}

extension Diagnostic {
  fileprivate static func nameQuoted(_ name: String, at span: Span) -> Self {
    Self(
      .nameQuoted, "`\(name)` is no pseudonym of the register", at: span,
      help: "write who it is in brackets, as in `[her daughter]`, or add it to `participants`")
  }
}
