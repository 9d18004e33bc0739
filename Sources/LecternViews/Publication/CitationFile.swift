import LecternBriefing
import LecternSource

/// A file beside the report from which programs learn how it is cited.
public enum CitationFile: String, Sendable, CaseIterable {
  case bibTeX = "citation.bib"
  case ris = "citation.ris"
  case cslJSON = "citation.json"

  /// What the format is called.
  public var name: String {
    switch self {
    case .bibTeX: "BibTeX"
    case .ris: "RIS"
    case .cslJSON: "CSL-JSON"
    }
  }

  /// The file of a record.
  public func text(of record: PublicationRecord) -> String {
    switch self {
    case .bibTeX: bibTeX(record)
    case .ris: ris(record)
    case .cslJSON: cslJSON(record)
    }
  }

  // MARK: BibTeX

  private func bibTeX(_ record: PublicationRecord) -> String {
    let names = record.authors.map { name in
      name.given.map { "\(Self.tex(name.short)), \(Self.tex($0))" } ?? "{\(Self.tex(name.short))}"
    }
    var fields: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { fields.append((name, value)) }
    }
    add(
      "author",
      names.isEmpty
        ? record.organisation.map { "{\(Self.tex($0))}" } : names.joined(separator: " and "))
    // In braces of its own, so that no style changes its capitals.
    add("title", "{\(Self.tex(record.title))}")
    add("institution", record.organisation.map(Self.tex))
    add("year", record.date.map { String($0.year) })
    add("month", record.date?.month.map(String.init))
    add("day", record.date?.day.map(String.init))
    add("version", record.version.map(Self.tex))
    add("doi", record.doi.map(Self.verbatim))
    add("url", record.address.map(Self.verbatim))
    add("language", Self.verbatim(record.language))
    add("keywords", record.keywords.map(Self.tex).joined(separator: ", "))
    let lines = fields.map { "  \($0.0) = {\($0.1)},\n" }
    return "@techreport{\(Self.key(record)),\n\(lines.joined())}\n"
  }

  /// A key that every program takes: letters, digits and hyphens.
  private static func key(_ record: PublicationRecord) -> String {
    let key = record.slug.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return key.isEmpty ? "briefing" : key
  }

  private static func tex(_ text: String) -> String {
    var result = ""
    // By scalars: a brace with an accent is one character, and closes a field all the same.
    for scalar in text.collapsed.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "{", "}", "&", "%", "$", "#", "_": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address or a code, in which nothing is set as text; only what would end or open a field is not let through.
  private static func verbatim(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !["{", "}", "\\"].contains(scalar) {
      result.append(scalar)
    }
    return String(result)
  }

  // MARK: RIS

  private func ris(_ record: PublicationRecord) -> String {
    var lines: [String] = []
    func add(_ tag: String, _ value: String?) {
      if let value = value?.collapsed, !value.isEmpty { lines.append("\(tag)  - \(value)") }
    }
    add("TY", "RPRT")
    for name in record.authors {
      add("AU", name.given.map { "\(name.short), \($0)" } ?? name.short)
    }
    if record.authors.isEmpty { add("AU", record.organisation) }
    add("TI", record.title)
    add("PY", record.date.map { String($0.year) })
    add("DA", record.date.map { $0.text(separator: "/") })
    add("PB", record.organisation)
    add("AB", record.summary)
    for keyword in record.keywords { add("KW", keyword) }
    add("LA", record.language)
    add("ET", record.version)
    add("DO", record.doi)
    add("UR", record.address)
    lines.append("ER  - ")
    return lines.map { "\($0)\r\n" }.joined()
  }

  // MARK: CSL-JSON

  private func cslJSON(_ record: PublicationRecord) -> String {
    func text(_ words: String?) -> JSONValue? { words.map(JSONValue.text) }
    func literal(_ name: String) -> JSONValue { .object([("literal", .text(name))]) }
    let people = record.authors.map { name in
      name.given == nil
        ? literal(name.short)
        : .object([("family", .text(name.short)), ("given", text(name.given))])
    }
    let authors = people.isEmpty ? record.organisation.map { [literal($0)] } ?? [] : people
    let issued = record.date.map { date in
      let parts = [date.year, date.month, date.day].compactMap(\.self).map(JSONValue.number)
      return JSONValue.object([("date-parts", .list([.list(parts)]))])
    }
    let keywords = record.keywords.joined(separator: ", ")
    let entry = JSONValue.object([
      ("id", .text(record.slug)), ("type", .text("report")),
      ("author", authors.isEmpty ? nil : .list(authors)), ("title", .text(record.title)),
      ("publisher", text(record.organisation)), ("issued", issued),
      ("version", text(record.version)), ("DOI", text(record.doi)), ("URL", text(record.address)),
      ("language", .text(record.language)),
      ("keyword", record.keywords.isEmpty ? nil : .text(keywords)),
      ("abstract", record.summary.isEmpty ? nil : .text(record.summary)),
    ])
    return JSONValue.list([entry]).written + "\n"
  }
}
