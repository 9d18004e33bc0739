public import LecternBriefing
public import LecternSource

/// A briefing as a deck: its slides in order, each with all that a page may show of it.
///
/// It holds no note, comment or report-only block; what is not here cannot leak from a page.
public struct DeckView: Sendable {
  /// The briefing that it is a view of.
  public var briefing: BriefingFacts
  /// The slides in order.
  public var slides: [DeckSlide]
  /// The ids that a link in the deck can lead to, each with the id of its slide.
  public var places: Set<String>
}

/// What every page says of its briefing.
public struct BriefingFacts: Sendable {
  /// The name of its pages.
  public var slug: String
  /// The front matter.
  public var metadata: Metadata
  /// The title.
  public var title: Heading
  /// The summary in plain words; empty when there is none.
  public var summary: String
  /// The words that Lectern adds.
  public var labels: Labels
  /// The works that may be cited.
  public var bibliography: Bibliography
  /// The files that stand beside its report for those who want them.
  public var downloads: [Download] = []

  /// What a briefing's pages say of it.
  public init(_ briefing: Briefing) {
    slug = briefing.slug
    metadata = briefing.metadata
    title = briefing.title
    summary = briefing.plainSummary
    labels = briefing.labels
    bibliography = briefing.bibliography
  }
}

/// One slide as it is shown.
public struct DeckSlide: Sendable {
  /// Its id.
  public var id: String
  /// How it is composed.
  public var layout: DeckLayout
  /// The section's name above the title.
  public var kicker: String?
  /// The name of the section that it belongs to, whether it is shown or not.
  public var section: String?
  /// The title.
  public var title: [Inline]
  /// The level of the title's heading: 1 to 3.
  public var level: Int
  /// Whether the title is there for assistive technology alone.
  public var hidesTitle = false
  /// Whether this goes on from the slide before because that was full.
  public var isContinued = false
  /// The blocks.
  public var blocks: [Block]
  /// Where the tables stand of which words are cut, since columns are narrower than they.
  public var cutTables: [Span] = []
  /// The footnotes that the blocks refer to.
  public var footnotes: [Footnote] = []
  /// The sources of what is shown, each once.
  public var sources: [[Inline]] = []
  /// The entries of an agenda.
  public var agenda: [AgendaEntry] = []
  /// The lines below the title of a cover.
  public var cover: [CoverLine] = []
  /// The size of the title, as a percentage of the theme's for its place.
  public var titleScale = 100
  /// The size of the content, as a percentage of the theme's body.
  public var scale = 100
  /// Whether a quotation is so large that it is set as display type.
  public var isLarge = false
  /// Whether an agenda's entries stand close together.
  public var isTight = false
  /// How high the content of its body is, in pixels of a slide 720 high.
  public var height = 0.0
  /// How high it may be.
  public var room = 0.0
  /// How blocks stand that need more than the style sheet, by where they begin in the source.
  public var placements: [Int: Placement] = [:]
  /// Where its heading, or else its first block, stands.
  public var span = Span.at(0)
  /// Its number, from 1.
  public var number = 0
}

/// How a slide is composed.
public enum DeckLayout: String, Sendable {
  case title
  case agenda
  case section
  case content
  case statement
  case quote
  case figure
  case twoColumns = "two-columns"
}

/// One section in an agenda.
public struct AgendaEntry: Sendable {
  /// Its number, from 1.
  public var number: Int
  /// Its name, short if the author gave a short one.
  public var name: String
  /// Its full title where that stands nowhere else on a slide.
  public var detail: String?
  /// The id of the slide that it begins with.
  public var target: String
  /// Whether the deck has come to it.
  public var isCurrent: Bool
}
