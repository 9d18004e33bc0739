import LecternHTML

/// What a PDF says of itself to programs: the same facts as its page's `head`.
struct PDFProperties: Equatable {
  /// The title.
  var title: String
  /// The names of the authors.
  var authors: [String]
  /// What it is about.
  var summary: String
  /// Its keywords.
  var keywords: [String]
  /// Its language, as `en-GB`.
  var language: String
  /// When it was made, if it is to be said: from `SOURCE_DATE_EPOCH` alone, since the same briefing gives the same bytes.
  var date: CalendarTime?

  /// What made it, besides the engine.
  static let creator = "Lectern"

  /// Puts them into a document in the place of what the engine says.
  func write(to document: inout PDFDocument, digest: ([UInt8]) -> [UInt8]) {
    guard let root = document.number(of: "Root"), var catalog = document.object(root)?.entries
    else { return }
    let old = document.number(of: "Info")
    var producer = ""
    if case .string(let bytes)? = old.flatMap(document.object)?.entries?["Producer"] {
      producer = String(decoding: bytes, as: UTF8.self)
    }
    var information: [String: PDFValue] = [
      "Title": .text(title), "Creator": .text(Self.creator), "Producer": .text(producer),
    ]
    if !authors.isEmpty { information["Author"] = .text(authors.joined(separator: ", ")) }
    if !summary.isEmpty { information["Subject"] = .text(summary) }
    if !keywords.isEmpty { information["Keywords"] = .text(keywords.joined(separator: ", ")) }
    if let date {
      information["CreationDate"] = .text(date.forPDF)
      information["ModDate"] = .text(date.forPDF)
    }
    if let old {
      document.set(old, .dictionary(information))
    } else {
      document.setTrailer("Info", .reference(document.add(.dictionary(information))))
    }
    let packet = XMPPacket(
      title: title, authors: authors, summary: summary, keywords: keywords, language: language,
      creator: Self.creator, producer: producer, date: date?.forXMP
    ).bytes
    let metadata = document.add(
      ["Type": .name("Metadata"), "Subtype": .name("XML")], stream: packet)
    catalog["Metadata"] = .reference(metadata)
    catalog["Lang"] = .text(language)
    catalog["ViewerPreferences"] = .dictionary(["DisplayDocTitle": .word("true")])
    document.set(root, .dictionary(catalog))
    let identifier = PDFValue.string(Array(digest(document.written()).prefix(16)))
    document.setTrailer("ID", .array([identifier, identifier]))
  }
}
