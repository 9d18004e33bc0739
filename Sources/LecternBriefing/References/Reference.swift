public import LecternSource

/// A work that can be cited.
public struct Reference: Sendable, Equatable {
  /// The key by which it is cited.
  public var key: String
  /// What sort of work it is.
  public var kind: WorkKind
  /// Where it stands in its file.
  public var span: Span
  private var texts: [Variable: String] = [:]
  private var people: [Role: [PersonName]] = [:]
  private var dates: [DateVariable: PartialDate] = [:]

  /// Makes a work of which nothing is known yet.
  public init(key: String, kind: WorkKind, span: Span) {
    self.key = key
    self.kind = kind
    self.span = span
  }

  /// One thing that is known of a work in words; nil, never empty, when it is not.
  public subscript(_ variable: Variable) -> String? {
    get { texts[variable] }
    set { texts[variable] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The people who had a part in it, in order.
  public subscript(_ role: Role) -> [PersonName] {
    get { people[role] ?? [] }
    set { people[role] = newValue.isEmpty ? nil : newValue }
  }

  /// A date of the work.
  public subscript(_ variable: DateVariable) -> PartialDate? {
    get { dates[variable] }
    set { dates[variable] = newValue }
  }

  /// The title; empty when there is none.
  public var title: String { self[.title] ?? "" }

  /// Those who stand in the author's place: the authors, else the editors, else the translators.
  public var creators: (role: Role, names: [PersonName])? {
    for role in [Role.author, .editor, .translator] where !self[role].isEmpty {
      return (role, self[role])
    }
    return nil
  }

  /// The part that somebody had in a work, as CSL names it.
  public enum Role: String, Sendable, CaseIterable {
    case author
    case editor
    case translator
    case containerAuthor = "container-author"
    case collectionEditor = "collection-editor"
  }

  /// A date in the life of a work, as CSL names it.
  public enum DateVariable: String, Sendable, CaseIterable {
    case issued
    case accessed
  }

  /// What can be known of a work in words, as CSL names it.
  public enum Variable: String, Sendable, CaseIterable {
    case title
    case container = "container-title"
    case shortContainer = "container-title-short"
    case collection = "collection-title"
    case collectionNumber = "collection-number"
    case volume
    case numberOfVolumes = "number-of-volumes"
    case issue
    case supplement = "supplement-number"
    case pages = "page"
    case numberOfPages = "number-of-pages"
    case edition
    case genre
    case number
    case medium
    case publisher
    case place = "publisher-place"
    case event = "event-title"
    case eventPlace = "event-place"
    case section
    case status
    case version
    case doi = "DOI"
    case url = "URL"
    case isbn = "ISBN"
    case pmid = "PMID"
    case pmcid = "PMCID"
    case archive
    case archiveLocation = "archive_location"
    case archivePlace = "archive-place"
  }
}
