public import LecternBriefing
import LecternSource

/// What the list of briefings and the feeds say of one.
///
/// A build keeps this of every briefing until the last is made, thousands of them, hence nothing that no list says.
public struct ListedBriefing: Sendable {
  /// The name of its pages.
  public let slug: String
  /// The title in plain words.
  public let title: String
  /// What stands below the title.
  public let subtitle: String?
  /// The authors' names as the briefing has them.
  public let authors: [String]
  /// On whose behalf it was written.
  public let organisation: String?
  /// The date as the author writes it.
  public let date: String?
  /// The language as a BCP 47 tag.
  public let language: String
  /// The summary in plain words; empty when there is none.
  public let summary: String
  /// Words to find it by.
  public let keywords: [String]
  /// The words that Lectern adds.
  public let labels: Labels
  /// The files that stand beside its report for those who want them.
  public var downloads: [Download] = []

  /// What a list says of a briefing.
  public init(_ briefing: Briefing) {
    let metadata = briefing.metadata
    slug = briefing.slug
    title = briefing.title.text
    subtitle = metadata.subtitle
    authors = metadata.authors.map(\.name)
    organisation = metadata.organisation
    date = metadata.date
    language = metadata.language
    summary = briefing.plainSummary
    keywords = metadata.keywords
    labels = briefing.labels
  }
}
