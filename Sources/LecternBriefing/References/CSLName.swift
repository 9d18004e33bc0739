/// The names of CSL-JSON's fields.
enum CSLName {
  /// The variable of a field, by its own name or by one of those that programs write beside it.
  static func variable(_ name: String) -> Reference.Variable? {
    Reference.Variable(rawValue: name) ?? otherNames[name]
  }

  /// Whether a field is one of CSL's or Zotero's, shown or not.
  static func isKnown(_ name: String) -> Bool { silent.contains(name) || variable(name) != nil }

  /// Every name, for the nearest one.
  static let all =
    (Reference.Variable.allCases.map(\.rawValue) + Reference.Role.allCases.map(\.rawValue)
    + Reference.DateVariable.allCases.map(\.rawValue) + Array(otherNames.keys) + Array(silent)
    + ["id", "type", "citation-key"]).sorted()

  private static let otherNames: [String: Reference.Variable] = [
    "journalAbbreviation": .shortContainer, "event": .event, "supplement": .supplement,
    "doi": .doi, "url": .url, "isbn": .isbn,
  ]

  /// What CSL has besides and what Zotero writes; none of it is shown by the two styles.
  private static let silent: Set<String> = [
    "abstract", "annote", "archive_collection", "author-authority", "authority", "available-date",
    "call-number", "categories", "chair", "chapter-number", "citation-label", "citation-number",
    "compiler", "composer", "contributor", "curator", "custom", "dimensions", "director",
    "division", "editor-translator", "editorial-director", "event-date",
    "executive-producer", "first-reference-note-number", "guest", "host", "illustrator",
    "interviewer", "ISSN", "jurisdiction", "keyword", "language", "license", "locator", "narrator",
    "note", "organizer", "original-author", "original-date", "original-publisher",
    "original-publisher-place", "original-title", "page-first", "part-number", "part-title",
    "performer", "printing-number", "producer", "recipient", "references", "reviewed-author",
    "reviewed-genre", "reviewed-title", "scale", "script-writer", "series-creator", "shortTitle",
    "source", "submitted", "title-short", "volume-title", "volume-title-short", "year-suffix",
    "system_id", "collection-title-short", "genre-short", "event-short",
  ]
}

extension Reference.Variable {
  /// Whether it holds words that may have marks and quotation marks.
  var isProse: Bool {
    switch self {
    case .title, .container, .shortContainer, .collection, .event, .publisher, .genre, .medium:
      true
    default: false
    }
  }
}
