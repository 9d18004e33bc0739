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

  /// How private strings are looked for in it; nil for our own styles, scripts and fonts, in which no author writes.
  var form: PrivateSearch.Form? {
    switch ending {
    case "html", "svg", "xml": .markup
    case "csv", "tsv": .table
    case "txt", "json", "bib", "ris": .text
    case "css", "js", "woff2": nil
    case "png", "jpg", "gif", "webp": nil
    default: .bytes
    }
  }

  /// Whether its content is packed, so that its words cannot be read.
  var isPacked: Bool {
    ["pdf", "zip", "xlsx", "ods", "docx", "odt", "pptx", "odp"].contains(ending)
  }
}
