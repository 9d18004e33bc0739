/// A list of what a report of qualitative research should say.
public struct ReportingStandard: Sendable {
  /// The short name by which it is known.
  public let name: String
  /// Who published it, where and when.
  public let source: String
  /// Its items in order.
  public let items: [Item]

  /// One thing that a report should say, in our own words.
  public struct Item: Sendable {
    /// Its number in the standard.
    public let number: Int
    /// What it asks for.
    public let topic: String
    /// Where a briefing says it.
    let evidence: SignOfReporting
  }
}

/// By what one can tell that a briefing reports something.
struct SignOfReporting: Sendable {
  /// Facts of the study of which one is enough.
  var facts: [String] = []
  /// Facts of the study that may hold it, which a person has to read.
  var related: [String] = []
  /// Words of which one in a heading is enough.
  var headings: [String] = []
  /// A part of the report that is enough.
  var part: Part?
  /// Whether nothing but a person can tell.
  var needsPerson = false

  /// Parts of a report that Lectern itself knows.
  enum Part: Sendable {
    /// The title names the approach or the kind of data.
    case title
    case summary
    case findings
    /// Every quotation says whose or what it is.
    case quotations
    case keyMessages
  }
}
