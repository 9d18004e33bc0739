/// The facts about a document as XMP, the form in which PDFs and pictures carry them.
public struct XMPPacket: Sendable {
  private let title: String
  private let authors: [String]
  private let summary: String
  private let keywords: [String]
  private let language: String
  private let creator: String
  private let producer: String
  private let date: String?

  /// Takes the facts; a date is written as `2026-11-25T12:00:00Z`.
  public init(
    title: String, authors: [String], summary: String, keywords: [String], language: String,
    creator: String, producer: String, date: String?
  ) {
    self.title = title
    self.authors = authors
    self.summary = summary
    self.keywords = keywords
    self.language = language
    self.creator = creator
    self.producer = producer
    self.date = date
  }

  /// The packet as UTF-8.
  ///
  /// It never claims a standard such as PDF/UA, which only a full check could show.
  public var bytes: [UInt8] {
    var xml = HTMLWriter()
    xml.raw(Array("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n".utf8))
    xml.element("x:xmpmeta", [("xmlns:x", "adobe:ns:meta/")]) { xml in
      xml.element("rdf:RDF", [("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")]) {
        xml in
        xml.element(
          "rdf:Description",
          [
            ("rdf:about", ""), ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"),
            ("xmlns:xmp", "http://ns.adobe.com/xap/1.0/"),
          ]
        ) { xml in writeFacts(to: &xml) }
      }
    }
    xml.raw(Array("\n<?xpacket end=\"r\"?>".utf8))
    return xml.bytes
  }

  private func writeFacts(to xml: inout HTMLWriter) {
    xml.element("dc:format", text: "application/pdf")
    write("dc:title", "rdf:Alt", [title], language: "x-default", to: &xml)
    write("dc:creator", "rdf:Seq", authors, to: &xml)
    write("dc:description", "rdf:Alt", [summary], language: "x-default", to: &xml)
    write("dc:subject", "rdf:Bag", keywords, to: &xml)
    write("dc:language", "rdf:Bag", [language], to: &xml)
    if !keywords.isEmpty { xml.element("pdf:Keywords", text: keywords.joined(separator: ", ")) }
    xml.element("pdf:Producer", text: producer)
    xml.element("xmp:CreatorTool", text: creator)
    guard let date else { return }
    xml.element("xmp:CreateDate", text: date)
    xml.element("xmp:ModifyDate", text: date)
  }

  private func write(
    _ name: String, _ container: String, _ texts: [String], language: String? = nil,
    to xml: inout HTMLWriter
  ) {
    let texts = texts.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return }
    xml.element(name) { xml in
      xml.element(container) { xml in
        for text in texts { xml.element("rdf:li", [("xml:lang", language)], text: text) }
      }
    }
  }
}
