public import LecternSource

/// What the front matter says of a briefing.
public struct Metadata: Sendable {
  /// The title, if it is given there.
  public var title: String?
  /// A second line below the title.
  public var subtitle: String?
  /// Who wrote it.
  public var authors: [Author] = []
  /// On whose behalf.
  public var organisation: String?
  /// When, as written.
  public var date: String?
  /// The language as a BCP 47 tag.
  public var language = "en-GB"
  /// The plain-language summary.
  public var summary: [Block] = []
  /// Words to find it by.
  public var keywords: [String] = []
  /// Its digital object identifier.
  public var doi: String?
  /// Under which terms it may be used.
  public var licence: String?
  /// Whom to ask for other formats.
  public var contact: String?
  /// Which version it is.
  public var version: String?
  /// Whether it is left out of a build without `--drafts`.
  public var isDraft = false
  /// How citations are written.
  public var citationStyle = CitationStyleName.harvard
  /// The title of the agenda slides; nil for the language's own word.
  public var agenda: String?
  /// Whether there is an agenda at all.
  public var hasAgenda = true
  /// The heading of the key messages.
  public var keyMessages: String?
  /// The shape of the slides.
  public var size = SlideSize.wide
  /// The name of the theme.
  public var theme: String?
  /// Who took part.
  public var participants: [Participant] = []
  /// A file of participants, relative to the briefing, and where it is named.
  public var participantsPath: (path: String, span: Span)?
  /// The study's facts in the order in which they are shown.
  public var study: [StudyFact] = []
  /// Whether `marp: true` stands there.
  public var isMarp = false
  /// The heading levels at which Marp cuts slides.
  public var headingDivider: Set<Int> = []
  /// A file of references, relative to the briefing, and where it is named.
  public var referencesPath: (path: String, span: Span)?
}

/// Someone who wrote a briefing.
public struct Author: Sendable, Equatable {
  /// The name as it is shown.
  public var name: String
  /// Where they work.
  public var affiliation: String?
  /// Where to write to them.
  public var email: String?
  /// Their ORCID iD.
  public var orcid: ORCID?
}

/// Someone who took part in a study.
public struct Participant: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The pseudonym.
  public var name: String?
  /// What they do.
  public var role: String?
  /// Where the id is written; where the name is, if there is no id.
  public var idSpan: Span
  /// Where the pseudonym is written.
  public var nameSpan: Span?
}

/// A style in which works are cited and listed.
public enum CitationStyleName: String, Sendable, CaseIterable {
  case harvard
  case vancouver
}

/// The shape of a slide.
public enum SlideSize: String, Sendable, CaseIterable {
  case wide = "16:9"
  case standard = "4:3"
}

/// One fact of a study.
public struct StudyFact: Sendable, Equatable {
  /// The key in `study:`; `dates` for `from` and `to` together.
  public var key: String
  /// What it says.
  public var value: String
}
