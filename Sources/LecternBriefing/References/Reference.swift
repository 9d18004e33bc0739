public import LecternSource

/// A work that can be cited.
public struct Reference: Sendable, Equatable {
  /// The key by which it is cited.
  public var key: String
  /// The kind of work, as CSL names it, such as `article-journal`.
  public var type: String
  /// Who wrote it.
  public var authors: [Name]
  /// The title.
  public var title: String
  /// The journal, book or site that it is in.
  public var container: String?
  /// The year, or nil when there is none.
  public var year: Int?
  /// The volume.
  public var volume: String?
  /// The issue.
  public var issue: String?
  /// The pages.
  public var pages: String?
  /// The digital object identifier, without an address around it.
  public var doi: String?
  /// Where it is on the web.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// Where it was published.
  public var place: String?
  /// When its page was visited.
  public var accessed: PartialDate?
  /// Where it stands in its file.
  public var span: Span

  /// A person or a body.
  public struct Name: Sendable, Equatable {
    /// The family name, or the whole name of a body.
    public var family: String
    /// The given names; nil for a body.
    public var given: String?
  }

  /// A date of which only the year may be known.
  public struct PartialDate: Sendable, Equatable {
    /// The year.
    public var year: Int
    /// The month, from 1.
    public var month: Int?
    /// The day.
    public var day: Int?
  }
}

/// The works that a briefing may cite.
public struct Bibliography: Sendable {
  /// The works in the order of their file.
  public var references: [Reference]
  private var places: [String: Int]

  /// Makes a bibliography; of two works with one key the first counts.
  public init(_ references: [Reference] = []) {
    self.references = references
    places = Dictionary(
      references.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The work of a key.
  public subscript(_ key: String) -> Reference? { places[key].map { references[$0] } }

  /// Every key, sorted.
  public var keys: [String] { places.keys.sorted() }

  /// This bibliography, and another's works behind it.
  public func adding(_ other: Bibliography) -> Bibliography {
    other.references.isEmpty ? self : Bibliography(references + other.references)
  }
}
