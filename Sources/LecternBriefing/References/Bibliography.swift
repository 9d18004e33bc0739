package import LecternSource

/// The works that a briefing may cite.
public struct Bibliography: Sendable {
  /// The works in the order of their file.
  public let references: [Reference]
  private let places: [String: Int]
  /// The works by author and year as they are commonly written.
  let authorYears: AuthorYearIndex

  /// Makes a bibliography; of two works with one key the first counts.
  public init(_ references: [Reference] = []) {
    self.references = references
    places = Dictionary(
      references.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    authorYears = AuthorYearIndex(references)
  }

  /// The work of a key.
  public subscript(_ key: String) -> Reference? { places[key].map { references[$0] } }

  /// Every key, sorted.
  public var keys: [String] { places.keys.sorted() }

  /// This bibliography, and another's works behind it.
  public func adding(_ other: Bibliography) -> Bibliography {
    if other.references.isEmpty { return self }
    if references.isEmpty { return other }
    return Bibliography(references + other.references)
  }

  /// The works that have a key which another file's work, that comes before them, has as well.
  package func repeated(after other: Bibliography) -> [Diagnostic] {
    references.filter { other[$0.key] != nil }.map { .duplicateReference($0.key, at: $0.span) }
  }
}

extension Diagnostic.Code {
  static let duplicateReference = Self(
    "duplicate-reference", .warning,
    summary: "Two references have the same key; the first counts.",
    remedy: "Give one of them another key.")
}

extension Diagnostic {
  static func duplicateReference(_ key: String, at span: Span) -> Self {
    Self(
      .duplicateReference, "the key `\(key)` stands here a second time", at: span,
      help: "give this reference another key; the first one counts")
  }
}
