public import LecternSource

/// The rules that a briefing is held against.
public struct RuleRegistry: Sendable {
  /// The rules in the order of the documentation.
  public let rules: [any Rule.Type]

  /// Makes a registry.
  public init(_ rules: [any Rule.Type]) {
    self.rules = rules
  }

  /// What the rules find in a briefing, or those on identifiers in a register of participants.
  public func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    rules.filter { !briefing.isRegister || $0.topic == .identifiers }
      .flatMap { $0.problems(in: briefing) }
  }

  /// Every kind of problem that the rules can find.
  public var codes: [Diagnostic.Code] { rules.flatMap { $0.codes } }

  /// Every rule that Lectern knows.
  public static let standard = RuleRegistry([
    StudyDates.self,
    SampleSizes.self,
    SampleTables.self,
    Percentages.self,
    PromisedThemes.self,
    MessagesWithoutEvidence.self,
    MissingFacts.self,
    Summaries.self,
    RegisteredPeople.self,
    NumberOfPeople.self,
    Descriptions.self,
    OneVoice.self,
    UnquotedParticipants.self,
    FindingsWithoutQuotation.self,
    RepeatedQuotations.self,
    Brackets.self,
    BlankedWords.self,
    AttributionInside.self,
    QuotationMarks.self,
    NHSNumbers.self,
    NationalInsuranceNumbers.self,
    CardNumbers.self,
    BankAccounts.self,
    NumberPlates.self,
    PhoneNumbers.self,
    EmailAddresses.self,
    Postcodes.self,
    StreetAddresses.self,
    DatesOfBirth.self,
    GreatAges.self,
    CombinedTraits.self,
    SmallCells.self,
    Pseudonyms.self,
    NamesInQuotations.self,
    HeadingLevels.self,
    BoldHeadings.self,
    AlternativeTexts.self,
    LinkTexts.self,
    TableHeaders.self,
    TableCaptions.self,
    LongSentences.self,
    Abbreviations.self,
    Capitals.self,
    Italics.self,
    PositionWords.self,
  ])
}
