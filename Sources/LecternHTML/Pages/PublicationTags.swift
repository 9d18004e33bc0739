import LecternBriefing
import LecternSource
import LecternViews

/// Tags in a page's head from which catalogues, reference managers and previews of links learn what the report is.
///
/// Highwire's `citation_*` come first: with `citation_technical_report_institution` Zotero files a report as a report and not
/// as an article. Dublin Core and OpenGraph follow, then one `Report` in the vocabulary of schema.org.
struct PublicationTags {
  let record: PublicationRecord
  /// The name of the report as a PDF, if there is one.
  var report: String?

  func write(to html: inout HTMLWriter) {
    if let address = record.address {
      html.empty("link", [("rel", "canonical"), ("href", address)])
      html.line()
    }
    for (name, content) in citation + dublinCore { meta("name", name, content, to: &html) }
    for (property, content) in openGraph { meta("property", property, content, to: &html) }
    html.element("script", [("type", "application/ld+json")]) { html in
      html.raw(Self.inScript(linkedData))
    }
    html.line()
  }

  private typealias Tag = (name: String, content: String?)

  private func meta(_ kind: String, _ name: String, _ content: String?, to html: inout HTMLWriter) {
    guard let content, !content.isEmpty else { return }
    html.empty("meta", [(kind, name), ("content", content)])
    html.line()
  }

  /// Whoever answers for the report: the organisation, or else its first author.
  private var institution: String? { record.organisation ?? record.authorNames.first }

  private var citation: [Tag] {
    var tags: [Tag] = [("citation_title", record.title)]
    for (name, orcid) in zip(record.authors, record.authorORCIDs) {
      tags.append(("citation_author", name.given.map { "\(name.short), \($0)" } ?? name.short))
      tags.append(("citation_author_orcid", orcid))
    }
    tags += [
      ("citation_publication_date", record.date?.text(separator: "/")),
      ("citation_technical_report_institution", institution),
      ("citation_technical_report_number", record.version),
      ("citation_doi", record.doi),
      ("citation_language", record.language),
      ("citation_keywords", record.keywords.joined(separator: "; ")),
      ("citation_public_url", record.address),
      ("citation_pdf_url", report.flatMap { file in record.address.map { $0 + file } }),
    ]
    return tags
  }

  private var dublinCore: [Tag] {
    var tags: [Tag] = [("dcterms.title", record.title)]
    tags += record.authorNames.map { ("dcterms.creator", $0) }
    tags += [
      ("dcterms.publisher", record.organisation),
      ("dcterms.issued", record.date?.text()),
      ("dcterms.language", record.language),
      ("dcterms.rights", record.licence),
      ("dcterms.type", "Text"),
    ]
    return tags
  }

  private var openGraph: [Tag] {
    [
      ("og:type", "article"), ("og:title", record.title), ("og:description", record.summary),
      ("og:locale", record.language.replacing("-", with: "_")), ("og:url", record.address),
      ("article:published_time", record.date?.text()),
    ]
  }

  private var linkedData: String {
    func text(_ words: String?) -> JSONValue? {
      words.flatMap { $0.isEmpty ? nil : .text($0) }
    }
    let people = zip(record.authorNames, record.authorORCIDs).map { name, orcid in
      JSONValue.object([
        ("@type", .text("Person")), ("name", text(name)), ("sameAs", text(orcid)),
      ])
    }
    let publisher = record.organisation.map {
      JSONValue.object([("@type", .text("Organization")), ("name", text($0))])
    }
    let features = ["structuralNavigation", "tableOfContents", "alternativeText"]
    return JSONValue.object([
      ("@context", .text("https://schema.org")), ("@type", .text("Report")),
      ("name", text(record.title)),
      ("author", people.isEmpty ? publisher : .list(people)),
      ("publisher", publisher),
      ("datePublished", text(record.date?.text())),
      ("inLanguage", text(record.language)),
      ("abstract", text(record.summary)),
      ("keywords", text(record.keywords.joined(separator: ", "))),
      ("license", text(record.licence)), ("version", text(record.version)),
      ("identifier", text(record.doi.map { "https://doi.org/\($0)" })),
      ("url", text(record.address)),
      ("accessibilityFeature", .list(features.map(JSONValue.text))),
    ]).written
  }

  /// JSON without the characters that could end the element that it stands in.
  private static func inScript(_ json: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in json.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
