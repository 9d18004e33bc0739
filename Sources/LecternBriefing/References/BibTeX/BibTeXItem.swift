import LecternSource

/// Makes a reference of one entry of BibTeX or BibLaTeX.
struct BibTeXItem {
  private let entry: BibTeXEntry
  private let parent: Reference?
  private let letters: LatinLetters
  /// The problems found so far.
  private(set) var problems: [Diagnostic] = []
  /// What unknown names of the file were meant to be.
  private(set) var nearest: NearestFields

  init(
    _ entry: BibTeXEntry, parent: Reference?, letters: LatinLetters, nearest: NearestFields
  ) {
    self.nearest = nearest
    self.entry = entry
    self.parent = parent
    self.letters = letters
  }

  /// The work.
  mutating func reference() -> Reference {
    var reference = Reference(key: entry.key, kind: kind(), span: entry.span)
    for field in entry.fields {
      if let variable = BibTeXField.variables[field.name] {
        reference[variable] = reference[variable] ?? text(field.value, as: variable)
      } else if let role = BibTeXField.roles[field.name] {
        reference[role] += BibTeXNames(letters: letters).names(field.value)
      } else if !BibTeXField.isKnown(field.name) {
        problems.append(
          .referenceFieldUnknown(
            field.name, nearest: nearest.of(field.name, among: BibTeXField.all), at: field.span))
      }
    }
    addTitles(&reference)
    addPublisher(&reference)
    reference[.issued] = issued(entry)
    reference[.accessed] = (entry.value("urldate", "lastchecked")).flatMap {
      PartialDate(written: plain($0))
    }
    if let parent { inherit(from: parent, &reference) }
    addMedium(&reference)
    addKind(&reference)
    addEprint(&reference)
    problems += reference.tidy()
    return reference
  }

  // MARK: Kinds

  private mutating func kind() -> WorkKind {
    if entry.type == "article" {
      switch entry.value("entrysubtype").map({ plain($0).lowercased() }) {
      case "newspaper": return .newspaperArticle
      case "magazine": return .magazineArticle
      default: return .journalArticle
      }
    }
    if let kind = BibTeXField.kinds[entry.type] { return kind }
    let type = "@\(entry.type)"
    let known = BibTeXField.kinds.keys.sorted().map { "@\($0)" }
    problems.append(
      .referenceKindUnknown(type, nearest: nearest.of(type, among: known), at: entry.span))
    return .document
  }

  /// What the type of the entry says besides the sort of work.
  private func addKind(_ reference: inout Reference) {
    switch (entry.type, reference[.genre]?.lowercased()) {
    case ("phdthesis", nil), ("thesis", "phdthesis"): reference[.genre] = "PhD thesis"
    case ("mastersthesis", nil), ("thesis", "mathesis"): reference[.genre] = "Master’s thesis"
    case ("thesis", "bathesis"): reference[.genre] = "Bachelor’s thesis"
    case ("techreport", nil), ("report", "techreport"): reference[.genre] = "Technical report"
    case ("report", "resreport"): reference[.genre] = "Research report"
    default: break
    }
    // An entry that is nothing but a page on the web is one, whatever BibTeX had to call it.
    if entry.type == "misc", reference[.url] != nil, reference[.publisher] == nil,
      reference[.doi] == nil
    {
      reference.kind = .webpage
    }
  }

  /// Articles have no number beside their issue, and what is published at an address has no medium but that.
  private func addMedium(_ reference: inout Reference) {
    if [.journalArticle, .magazineArticle, .newspaperArticle].contains(reference.kind) {
      reference[.issue] = reference[.issue] ?? reference[.number]
      reference[.number] = nil
    }
    guard let medium = entry.value("howpublished").map({ text($0, as: .url) }),
      medium.hasPrefix("http")
    else { return }
    reference[.medium] = nil
    reference[.url] = reference[.url] ?? medium
  }

  // MARK: Fields

  private func plain(_ latex: String) -> String { LaTeXText.plain(latex, letters) }

  private func text(_ latex: String, as variable: Reference.Variable) -> String {
    switch variable {
    case .url, .doi:
      // An address is no prose: dashes and tildes are what they are.
      var address = latex.trimmed
      if address.hasPrefix("\\url{"), address.hasSuffix("}") {
        address = address.dropFirst(5).dropLast().trimmed
      }
      return address.replacing("\\", with: "").filter { $0 != "{" && $0 != "}" }
    case .pages: return plain(latex).replacing("–", with: "-").filter { !$0.isWhitespace }
    case .edition: return Self.edition(plain(latex))
    default: return plain(latex)
    }
  }

  /// `Second` as `2`, so that it is written as other editions are.
  private static func edition(_ words: String) -> String {
    let names = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    return names.firstIndex(of: words.lowercased()).map { String($0 + 1) } ?? words
  }

  private func addTitles(_ reference: inout Reference) {
    if let subtitle = entry.value("subtitle").map(plain), !subtitle.isEmpty {
      reference[.title] = reference[.title].map { "\($0): \(subtitle)" } ?? subtitle
    }
    let container = entry.value("journaltitle", "journal", "booktitle", "maintitle").map(plain)
    let subtitle = entry.value("journalsubtitle", "booksubtitle").map(plain)
    if let container {
      reference[.container] = subtitle.map { "\(container): \($0)" } ?? container
    } else if reference.kind == .webpage {
      reference[.container] = entry.value("organization").map(plain)
    }
  }

  private func addPublisher(_ reference: inout Reference) {
    reference[.publisher] =
      entry.value("publisher", "institution", "school", "organization").map(plain)
    reference[.place] = entry.value("location", "address").map(plain)
    if reference.kind == .webpage { reference[.publisher] = entry.value("publisher").map(plain) }
    // Who only published it on the web is its author.
    if reference.kind == .webpage, reference[.author].isEmpty, let body = reference[.container] {
      reference[.author] = [PersonName(body: body)]
      reference[.container] = nil
    }
  }

  private func issued(_ entry: BibTeXEntry) -> PartialDate? {
    if let date = entry.value("date").map(plain) { return PartialDate(written: date) }
    guard let year = entry.value("year").map(plain), !year.isEmpty else { return nil }
    var date = PartialDate(written: year.replacing("–", with: "/")) ?? PartialDate(words: year)
    guard date.year != nil, let month = entry.value("month").map(plain) else { return date }
    date.month = Self.month(month)
    if let day = entry.value("day").map(plain).flatMap({ Int($0) }), date.month != nil {
      date.day = (1...31).contains(day) ? day : nil
    }
    return date
  }

  /// A month by its number or English name; of `1 may` and `may--jun` the first month that there is.
  private static func month(_ written: String) -> Int? {
    for word in written.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let number = Int(word), (1...12).contains(number) { return number }
      if let number = EnglishMonth.number(of: String(word.prefix(3))) { return number }
    }
    return nil
  }

  /// What a part of a book or of proceedings takes from the whole.
  private func inherit(from whole: Reference, _ reference: inout Reference) {
    let isPart = reference.kind == .chapter || reference.kind == .conferencePaper
    if reference[.container] == nil {
      reference[.container] = isPart ? whole[.title] : whole[.container]
    }
    for variable in [
      Reference.Variable.publisher, .place, .collection, .volume, .edition, .event, .isbn,
    ] where reference[variable] == nil { reference[variable] = whole[variable] }
    if reference[.editor].isEmpty { reference[.editor] = whole[.editor] }
    if reference[.issued] == nil { reference[.issued] = whole[.issued] }
  }

  private func addEprint(_ reference: inout Reference) {
    guard let eprint = entry.value("eprint").map(plain), !eprint.isEmpty else { return }
    switch entry.value("eprinttype", "archiveprefix").map({ plain($0).lowercased() }) {
    case "pubmed", "pmid": reference[.pmid] = eprint
    case "arxiv":
      if reference[.url] == nil { reference[.url] = "https://arxiv.org/abs/\(eprint)" }
    default: break
    }
  }
}
