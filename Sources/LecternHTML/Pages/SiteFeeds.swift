import LecternBriefing
import LecternSource
public import LecternViews

/// Writes what programs read of a site whose address is known: a map of its pages, and a feed of its briefings.
public struct SiteFeeds {
  private let site: String
  private let briefings: [ListedBriefing]

  /// The feeds of a site with briefings in the order of its list.
  public init(site: String, briefings: [ListedBriefing]) {
    self.site = site
    self.briefings = briefings
  }

  /// `sitemap.xml`, by the protocol of sitemaps.org: the list, and of each briefing the report and the deck.
  public var map: [UInt8] {
    var xml = Self.document()
    xml.element("urlset", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
      xml.line()
      write("\(site)/", nil, to: &xml)
      for briefing in briefings {
        let report = PublicationRecord.address(of: briefing.slug, on: site)
        let date = Self.date(of: briefing)
        write(report, date, to: &xml)
        write(report + "deck.html", date, to: &xml)
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
    let dated = briefings.enumerated().map { index, briefing in
      (time: Self.time(Self.date(of: briefing)), index: index)
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
      for (time, index) in dated { write(briefings[index], time, title, to: &xml) }
    }
    xml.line()
    return xml.bytes
  }

  private func write(
    _ briefing: ListedBriefing, _ time: String, _ siteTitle: String, to xml: inout HTMLWriter
  ) {
    let address = PublicationRecord.address(of: briefing.slug, on: site)
    xml.element("entry", [("xml:lang", briefing.language)]) { xml in
      xml.element("id", text: address)
      xml.element("title", text: briefing.title)
      xml.element("updated", text: time)
      // An entry without an author is none.
      let names =
        briefing.authors.isEmpty ? [briefing.organisation ?? siteTitle] : briefing.authors
      for name in names {
        xml.element("author") { $0.element("name", text: name) }
      }
      link("alternate", address, to: &xml)
      if !briefing.summary.isEmpty { xml.element("summary", text: briefing.summary) }
      for keyword in briefing.keywords {
        xml.element("category", [("term", keyword)]) { _ in }
      }
    }
    xml.line()
  }

  private func link(_ relation: String, _ address: String, to xml: inout HTMLWriter) {
    xml.element("link", [("rel", relation), ("href", address)]) { _ in }
  }

  private static func date(of briefing: ListedBriefing) -> PublicationDate? {
    briefing.date.flatMap { PublicationDate($0, labels: briefing.labels) }
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
