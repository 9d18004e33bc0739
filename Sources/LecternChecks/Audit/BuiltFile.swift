/// What a file of the site is, by the ending of its name.
struct BuiltFile {
  private let ending: Substring

  init(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let dot = name.lastIndex(of: ".")
    ending = dot.map { name[name.index(after: $0)...] } ?? ""
  }

  /// The kinds of files of a site.
  enum Kind {
    case markup
    case styles
    case text
    case other
  }

  /// What is in the file.
  var kind: Kind {
    switch ending {
    case "html", "svg", "xml": .markup
    case "css": .styles
    case "js", "csv", "tsv", "txt", "json", "bib", "ris": .text
    default: .other
    }
  }

  /// How private strings are looked for in the bytes of the file; nil for our own styles, scripts and fonts, in which no author
  /// writes, and for pictures, which have been freed of their words.
  func form(of bytes: [UInt8]) -> PrivateSearch.Form? {
    switch ending {
    case "html", "svg", "xml": .markup
    case "csv", "tsv": .table
    case "txt", "json", "bib", "ris": .text
    case "css", "js", "woff2": nil
    default: Self.isPicture(bytes) ? nil : .bytes
    }
  }

  /// Whether a file begins as pictures do, whatever it is called.
  private static func isPicture(_ bytes: [UInt8]) -> Bool {
    let starts: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8),
    ]
    return starts.contains { bytes.starts(with: $0) }
      || (bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8))
  }

  /// Whether its content is packed, so that its words cannot be read.
  var isPacked: Bool {
    ["pdf", "zip", "xlsx", "ods", "docx", "odt", "pptx", "odp"].contains(ending)
  }
}
