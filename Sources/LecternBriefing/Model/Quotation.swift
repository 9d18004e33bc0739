/// Somebody's words, and whose they are.
public struct Quotation: Sendable {
  /// The words as turns; a quotation that is no conversation has one without a speaker.
  public var turns: [Turn]
  /// Whose words they are, where and when.
  public var attribution: Attribution?
  /// Whether its words go on on a next slide.
  public var goesOn = false

  /// What one person says before another does.
  public struct Turn: Sendable {
    /// The speaker's name, without its colon.
    public var speaker: String?
    /// Which document names the speaker.
    public var audience: Audience
    /// What is said.
    public var blocks: [Block]

    /// Makes a turn.
    public init(speaker: String?, audience: Audience = .both, blocks: [Block]) {
      self.speaker = speaker
      self.audience = audience
      self.blocks = blocks
    }
  }

  /// Whether somebody is named as speaking in it.
  public var isConversation: Bool { turns.contains { $0.speaker != nil } }
}

/// Whose words a quotation holds.
public struct Attribution: Sendable, Equatable {
  /// The author's own words, without the dash.
  public var source: String
  /// A person, an event or a source.
  public var who: String?
  /// Whether `who` is a person.
  public var isPerson: Bool
  /// How the words were gathered.
  public var kind: SourceKind?
  /// Where.
  public var place: String?
  /// When.
  public var date: String?
  /// The reference that the words are quoted from, if they come from the literature.
  public var citation: Citation?
  /// Whether the words come from the literature.
  public var isLiterature: Bool
  /// Which document it is in.
  public var audience = Audience.both
  /// The references to footnotes that stand in it.
  public var footnotes: [Inline] = []
  /// The links that stand in it.
  public var links: [Link] = []

  /// Whether two attributions were written alike.
  public static func == (left: Attribution, right: Attribution) -> Bool {
    left.source == right.source
  }
}

/// How words were gathered.
public enum SourceKind: String, Sendable, CaseIterable {
  case focusGroup = "focus-group"
  case interview
  case fieldNotes = "field-notes"
  case observation
  case survey
  case document
  case workshop
  case diary
}
