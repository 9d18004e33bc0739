public import LecternBriefing
import LecternSource

/// What a library notes of a briefing: the record that its citation files and the tags of its pages are made from.
public struct PublicationRecord: Sendable {
  /// The name of the briefing's pages.
  public let slug: String
  /// The title with the subtitle behind a colon.
  public let title: String
  /// Who wrote it.
  public let authors: [PersonName]
  /// The authors' names as the briefing has them.
  public let authorNames: [String]
  /// The address of each author's ORCID iD; nil for those without.
  public let authorORCIDs: [String?]
  /// On whose behalf.
  public let organisation: String?
  /// When, if a year can be read from it.
  public let date: PublicationDate?
  /// The language as a BCP 47 tag.
  public let language: String
  /// Words to find it by.
  public let keywords: [String]
  /// The summary in plain words; empty when there is none.
  public let summary: String
  /// The bare identifier, such as `10.5555/example`.
  public let doi: String?
  /// Which version it is.
  public let version: String?
  /// Under which terms it may be used.
  public let licence: String?
  /// The address of the report, when the site's is known.
  public let address: String?

  /// The record of a briefing whose site has an address, or none.
  public init(_ facts: BriefingFacts, site: String?) {
    let metadata = facts.metadata
    slug = facts.slug
    title = [facts.title.text, metadata.subtitle].compactMap(\.self).joined(separator: ": ")
    authors = metadata.authors.map { PersonName(written: $0.name) }
    authorNames = metadata.authors.map(\.name)
    authorORCIDs = metadata.authors.map { $0.orcid?.address }
    organisation = metadata.organisation
    date = metadata.date.flatMap { PublicationDate($0, labels: facts.labels) }
    language = metadata.language
    keywords = metadata.keywords
    summary = facts.summary
    doi = metadata.doi.flatMap { written in
      written.firstRange(of: "10.").map { String(written[$0.lowerBound...]) }
    }
    version = metadata.version
    licence = metadata.licence
    address = site.map { Self.address(of: facts.slug, on: $0) }
  }

  /// The address of the report with a slug, on a site whose address has no slash at its end.
  public static func address(of slug: String, on site: String) -> String {
    "\(site)/\(slug.percentEncoded())/"
  }
}
