import LecternBriefing
import LecternSource
public import LecternViews

/// Writes what programs read of a site whose address is known: a map of its pages, and a feed of its briefings.
public struct SiteFeeds {
  private let site: String
  private let records: [(record: PublicationRecord, title: String)]

  /// The feeds of a site with briefings in the order of its list.
  public init(site: String, briefings: [BriefingFacts]) {
    self.site = site
    records = briefings.map { (PublicationRecord($0, site: site), $0.title.text) }
  }

  /// `sitemap.xml`, by the protocol of sitemaps.org: the list, and of each briefing the report and the deck.
  public var map: [UInt8] {
    var xml = Self.document()
    xml.element("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
      xml.line()
      write("\(site)/", nil, to: &xml)
      for (record, _) in records {
        let report = record.address ?? site
        write(report, record.date, to: &xml)
        write(report + "deck.html", record.date, to: &xml)
      }
    }
    xml.line()
    return xml.bytes
  }

  private func write(_ address: String, _ date: PublicationDate?, to xml: inout HTMLWriter) {
    xml.element("url") { xml in
      xml.element("loc", text: address)
      if let date { xml.element("lastmod", text: date.text()) }
    }
    xml.line()
  }

  /// `feed.xml`, in Atom (RFC 4287), the newest first.
  ///
  /// An entry needs a time, which must not depend on when the site is built: a briefing without a date is as old as can be.
  public func feed(title: String, language: String) -> [UInt8] {
    let dated = records.enumerated().map { index, entry in
      (time: Self.time(entry.record.date), index: index, entry: entry)
    }.sorted { $0.time == $1.time ? $0.index < $1.index : $0.time > $1.time }
    var xml = Self.document()
    xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)]) { xml in
      xml.line()
      xml.element("id", text: "\(site)/")
      xml.element("title", text: title)
      xml.element("updated", text: dated.first?.time ?? Self.time(nil))
      link("self", "\(site)/feed.xml", to: &xml)
      link("alternate", "\(site)/", to: &xml)
      xml.line()
      for (time, _, entry) in dated { write(entry.record, entry.title, time, title, to: &xml) }
    }
    xml.line()
    return xml.bytes
  }

  private func write(
    _ record: PublicationRecord, _ title: String, _ time: String, _ siteTitle: String,
    to xml: inout HTMLWriter
  ) {
    let address = record.address ?? site
    xml.element("entry", [("xml:lang", record.language)]) { xml in
      xml.element("id", text: address)
      xml.element("title", text: title)
      xml.element("updated", text: time)
      // An entry without an author is none.
      let names =
        record.authorNames.isEmpty
        ? [record.organisation ?? siteTitle] : record.authorNames
      for name in names {
        xml.element("author") { $0.element("name", text: name) }
      }
      link("alternate", address, to: &xml)
      if !record.summary.isEmpty { xml.element("summary", text: record.summary) }
      for keyword in record.keywords {
        xml.element("category", [("term", keyword)]) { _ in }
      }
    }
    xml.line()
  }

  private func link(_ relation: String, _ address: String, to xml: inout HTMLWriter) {
    xml.element("link", [("rel", relation), ("href", address)]) { _ in }
  }

  /// The first instant of a day, month or year.
  private static func time(_ date: PublicationDate?) -> String {
    guard var date else { return "1970-01-01T00:00:00Z" }
    date.month = date.month ?? 1
    date.day = date.day ?? 1
    return "\(date.text())T00:00:00Z"
  }

  private static func document() -> HTMLWriter {
    var xml = HTMLWriter()
    xml.raw(Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8))
    return xml
  }
}
