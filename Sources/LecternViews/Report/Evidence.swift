/// Who is heard in a report, how often and where: every quotation that is not from the literature.
public struct Evidence: Sendable {
  /// The places that hold quotations, in reading order.
  public var places: [Place] = []
  /// Whoever is heard, those with most quotations first.
  public var voices: [Voice] = []

  /// How many quotations there are; one in which several speak counts once.
  public var count: Int { places.reduce(0) { $0 + $1.quotations.count } }

  /// A quotation, as it is linked to.
  public struct Heard: Sendable, Equatable {
    /// Its id; nil for one inside a footnote or another quotation, which has none.
    public var id: String?
    /// Whose it is, each name once.
    public var names: [String]
    /// Whether anything says whose or what it is.
    public var isIdentified = true
    /// How its words were gathered, as a label; nil when that is not said or is the only name.
    public var kind: String?
    /// The numbers of the key messages that rest on it or on its place.
    public var supports: [Int]
  }

  /// A chapter's opening or a section.
  public struct Place: Sendable {
    /// The id of its heading; nil for the introduction.
    public var id: String?
    /// Its number, such as `3.1`; empty for the introduction.
    public var number: String
    /// Its name.
    public var name: String
    /// Whether it is a finding.
    public var isFinding: Bool
    /// Its quotations in order.
    public var quotations: [Heard]

    /// Everybody who is heard in it, each once, in order.
    public var names: [String] { quotations.flatMap(\.names).withoutRepetition }
    /// The numbers of the key messages that rest on it or its quotations, in order.
    public var supports: [Int] { Set(quotations.flatMap(\.supports)).sorted() }
  }

  /// A participant, an event or a source.
  public struct Voice: Sendable {
    /// The name as it is shown.
    public var name: String
    /// Each quotation with the number of the place where it stands.
    public var quotations: [(heard: Heard, place: Place)]
  }
}

extension [String] {
  /// Each string once, where it stands first.
  var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
