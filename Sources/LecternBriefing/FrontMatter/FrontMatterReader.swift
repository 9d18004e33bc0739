import LecternMarkdown
import LecternSource
import LecternYAML

/// Reads the front matter of a briefing.
struct FrontMatterReader {
  let file: SourceFile
  let defaults: BriefingDefaults

  /// What the front matter says, the references written in it, and where it stands.
  struct Result {
    var metadata: Metadata
    var references: Bibliography
    var summary: (text: String, span: Span)?
    /// Its lines; nil when there is none.
    var block: FrontMatterBlock?
    /// Where the language is named; the start of the file when it is not.
    var languageSpan = Span.at(0)
  }

  /// Reads what stands at the top of the file.
  func read() -> Diagnosed<Result> {
    var metadata = Metadata()
    metadata.language = defaults.language
    metadata.citationStyle = defaults.citationStyle
    let none = Result(metadata: metadata, references: Bibliography())
    guard let block = FrontMatterBlock(file) else { return Diagnosed(none) }
    let size = block.yaml.upper - block.yaml.lower
    guard size <= Self.mostBytes else {
      return Diagnosed(
        with(none, block),
        [.frontMatterTooLarge(size, limit: Self.mostBytes, at: .at(block.yaml.lower))])
    }
    let yaml = YAMLValue.read(file, in: block.yaml)
    guard let value = yaml.value else {
      guard !yaml.diagnostics.isEmpty, block.looksLikeMapping(file) else {
        // An empty block, or text between two thematic breaks; what YAML takes for a comment may be a heading.
        let isEmpty = file.text(in: block.yaml).allSatisfy(\.isWhitespace)
        return Diagnosed(isEmpty ? with(none, block) : none)
      }
      return Diagnosed(with(none, block), yaml.diagnostics)
    }
    guard value.entries != nil else { return Diagnosed(none) }
    let read = read(value, metadata)
    return Diagnosed(with(read.value, block), yaml.diagnostics + read.diagnostics)
  }

  /// Each key costs many times what a word of text does.
  private static let mostBytes = 200_000

  private func with(_ result: Result, _ block: FrontMatterBlock) -> Result {
    var result = result
    result.block = block
    return result
  }

  /// What pandoc, Quarto and LaTeX call what is known here.
  private static let namesElsewhere = [
    "abstract": "summary", "affiliation": "organisation", "bibliography": "references",
    "csl": "citation-style", "institute": "organisation", "institution": "organisation",
    "language": "lang", "license": "licence", "locale": "lang", "rights": "licence",
    "tags": "keywords", "toc": "agenda",
  ]

  private static let foreignKeys = [
    "paginate", "header", "footer", "class", "style", "math", "backgroundColor", "backgroundImage",
    "backgroundPosition", "backgroundRepeat", "backgroundSize", "color", "url", "image",
    "transition",
    "description",
  ]

  private func read(_ value: YAMLValue, _ defaults: Metadata) -> Diagnosed<Result> {
    var reader = MappingReader(value, owner: "front matter")
    var metadata = defaults
    metadata.title = reader.text("title")?.collapsed
    metadata.subtitle = reader.text("subtitle")?.collapsed
    metadata.authors = authors(&reader)
    metadata.organisation = reader.text("organisation") ?? reader.text("organization")
    metadata.date = reader.text("date")
    let languageSpan = reader.value("lang")?.span ?? .at(0)
    if let language = reader.text("lang") { metadata.language = language }
    metadata.keywords = keywords(&reader)
    metadata.doi = reader.text("doi")
    metadata.licence = reader.text("licence") ?? reader.text("license")
    metadata.contact = reader.text("contact")
    metadata.version = reader.text("version")
    metadata.isDraft = reader.flag("draft") ?? false
    if let style = reader.choice("citation-style", of: CitationStyleName.self) {
      metadata.citationStyle = style
    }
    readAgenda(&reader, &metadata)
    metadata.keyMessages = reader.text("key-messages")?.collapsed
    if let size = reader.choice("size", of: SlideSize.self) { metadata.size = size }
    metadata.theme = reader.text("theme")
    participants(&reader, &metadata)
    metadata.study = study(&reader)
    metadata.isMarp = reader.flag("marp") ?? false
    metadata.headingDivider = headingDivider(&reader)
    let references = references(&reader, &metadata)
    var summary: (text: String, span: Span)?
    if let value = reader.value("summary") {
      if let text = value.string {
        summary = (text, value.span)
      } else {
        reader.wrongType("summary", "text", value, example: "summary: In plain words …")
      }
    }
    for key in ["header", "footer"] {
      if let value = reader.value(key), let text = value.string, !text.isEmpty {
        reader.report([.marpIgnored("\(key): \(text.collapsed)", at: value.span)])
      }
    }
    reader.finish(
      known: Self.foreignKeys + Self.foreignKeys.map { "_\($0)" }, meant: Self.namesElsewhere)
    return Diagnosed(
      Result(
        metadata: metadata, references: references, summary: summary, languageSpan: languageSpan),
      reader.diagnostics)
  }

  private func authors(_ reader: inout MappingReader) -> [Author] {
    let email = reader.text("email")
    guard let value = reader.value("authors") ?? reader.value("author") else { return [] }
    _ = reader.value("author")
    if value.string != nil {
      let name = reader.text(of: value, named: "author")?.collapsed ?? ""
      return name.isEmpty ? [] : [Author(name: name, email: email)]
    }
    let values = value.list ?? (value.entries == nil ? [] : [value])
    return values.enumerated().compactMap { index, value in
      if value.string != nil {
        let name = reader.text(of: value, named: "authors")?.collapsed ?? ""
        let isOnly = index == 0 && values.count == 1
        return name.isEmpty ? nil : Author(name: name, email: isOnly ? email : nil)
      }
      var inner = MappingReader(value, owner: "author")
      let name = inner.text("name")
      if name == nil, value.entries != nil {
        inner.report([.authorWithoutName(at: value.span)])
      }
      let author = Author(
        name: name?.collapsed ?? "", affiliation: inner.text("affiliation")?.collapsed,
        email: inner.text("email"), orcid: orcid(&inner))
      inner.finish(known: ["role"])
      reader.report(inner.diagnostics)
      return author.name.isEmpty ? nil : author
    }
  }

  private func orcid(_ reader: inout MappingReader) -> ORCID? {
    guard let value = reader.value("orcid"), let text = reader.text(of: value, named: "orcid")
    else { return nil }
    let orcid = ORCID(written: text)
    if orcid == nil { reader.report([.orcidInvalid(text, at: value.span)]) }
    return orcid
  }

  private func keywords(_ reader: inout MappingReader) -> [String] {
    let texts = reader.texts("keywords")
    // One line with commas is a common way to write a list.
    guard texts.count == 1, texts[0].contains(",") else { return texts }
    return texts[0].split(separator: ",").map(\.trimmed)
  }

  private func readAgenda(_ reader: inout MappingReader, _ metadata: inout Metadata) {
    guard let value = reader.value("agenda"), let text = reader.text(of: value, named: "agenda")
    else {
      return
    }
    switch text.lowercased() {
    case "false", "no", "off": metadata.hasAgenda = false
    case "true", "yes", "on": break
    default: metadata.agenda = text.collapsed
    }
  }

  private func participants(_ reader: inout MappingReader, _ metadata: inout Metadata) {
    guard let value = reader.value("participants") else { return }
    if let path = value.string {
      metadata.participantsPath = (path, value.span)
      return
    }
    let read = ParticipantReader.read(value)
    metadata.participants = read.value
    reader.report(read.diagnostics)
  }

  private static let studyKeys = [
    "aim", "approach", "setting", "dates", "participants", "methods", "sampling", "recruitment",
    "analysis", "ethics", "consent", "anonymisation", "limitations", "funding", "conflicts",
  ]

  private func study(_ reader: inout MappingReader) -> [StudyFact] {
    guard let value = reader.value("study") else { return [] }
    var inner = MappingReader(value, owner: "study")
    let from = inner.text("from")
    let to = inner.text("to")
    var facts: [StudyFact] = []
    for key in Self.studyKeys {
      if key == "dates", from != nil || to != nil {
        facts.append(
          StudyFact(key: key, value: [from, to].compactMap(\.self).joined(separator: "/")))
      } else {
        let texts = inner.texts(key)
        if !texts.isEmpty {
          facts.append(StudyFact(key: key, value: texts.joined(separator: "; ")))
        }
      }
    }
    for entry in inner.all
    where !Self.studyKeys.contains(entry.key) && !["from", "to"].contains(entry.key) {
      // A study has facts that no list foresees; they keep their names.
      let texts = inner.texts(entry.key)
      if !texts.isEmpty {
        facts.append(StudyFact(key: entry.key, value: texts.joined(separator: "; ")))
      }
    }
    reader.report(inner.diagnostics)
    return facts
  }

  private func headingDivider(_ reader: inout MappingReader) -> Set<Int> {
    guard let value = reader.value("headingDivider") else { return [] }
    // One number stands for that level and the ones above it.
    let levels = (value.list ?? [value]).map { $0.string.flatMap { Int($0) } ?? 0 }
    guard levels.allSatisfy({ (1...6).contains($0) }), let first = levels.first else {
      reader.wrongType("headingDivider", "a level from 1 to 6", value, example: "headingDivider: 2")
      return []
    }
    return value.list == nil ? Set(1...first) : Set(levels)
  }

  private func references(_ reader: inout MappingReader, _ metadata: inout Metadata) -> Bibliography
  {
    guard let value = reader.value("references") else { return Bibliography() }
    if let path = value.string {
      metadata.referencesPath = (path, value.span)
      return Bibliography()
    }
    let read = CSLJSONReader.read(value)
    reader.report(read.diagnostics)
    return read.value
  }
}

extension Diagnostic.Code {
  static let frontMatterTooLarge = Self(
    "front-matter-too-large", .error,
    summary: "The front matter has more than 200,000 bytes.",
    remedy: "Put references and participants into files of their own, and name those files.")
  static let authorWithoutName = Self(
    "author-without-name", .error,
    summary: "An author in the front matter has no name.",
    remedy: "Write `name: …` in the author's entry.")
  static let orcidInvalid = Self(
    "orcid-invalid", .warning,
    summary:
      "An author's ORCID iD is not one: it has other digits, or its last one does not fit the others.",
    remedy: "Copy it from the author's page at orcid.org.")
}

extension Diagnostic {
  fileprivate static func frontMatterTooLarge(_ size: Int, limit: Int, at span: Span) -> Self {
    Self(
      .frontMatterTooLarge, "front matter has \(size) bytes; the limit is \(limit)", at: span,
      help: "put references and participants into files of their own, and name those files")
  }

  fileprivate static func authorWithoutName(at span: Span) -> Self {
    Self(
      .authorWithoutName, "author has no name", at: span,
      help: "write `name: …`")
  }

  fileprivate static func orcidInvalid(_ text: String, at span: Span) -> Self {
    Self(
      .orcidInvalid, "`\(text.prefix(40))` is no ORCID iD", at: span,
      help: "copy it from the author's page at orcid.org, as in `orcid: 0000-0002-1825-0097`")
  }
}
