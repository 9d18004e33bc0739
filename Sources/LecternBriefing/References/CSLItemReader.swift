import LecternSource
import LecternYAML

/// Reads one work of CSL-JSON.
struct CSLItemReader {
  private var reader: MappingReader
  private var problems: [Diagnostic] = []
  private let span: Span
  private var nearest: NearestFields

  /// The work of an entry, or nil when it has no key.
  static func reference(
    _ value: YAMLValue, _ nearest: inout NearestFields
  ) -> Diagnosed<Reference?> {
    var reader = CSLItemReader(value, nearest)
    let reference = reader.reference()
    nearest = reader.nearest
    return Diagnosed(reference, reader.reader.diagnostics + reader.problems)
  }

  private init(_ value: YAMLValue, _ nearest: NearestFields) {
    reader = MappingReader(value, owner: "reference")
    span = value.span
    self.nearest = nearest
  }

  private mutating func reference() -> Reference? {
    guard let key = reader.text("id") ?? reader.text("citation-key"), !key.isEmpty else {
      problems.append(.referenceWithoutKey(at: span))
      return nil
    }
    var reference = Reference(key: key, kind: kind(), span: span)
    for entry in reader.all where !["id", "citation-key", "type"].contains(entry.key) {
      if let variable = CSLName.variable(entry.key) {
        guard let text = reader.text(entry.key) else { continue }
        let words = variable.isProse ? TitleText.plain(text) : text.collapsed
        // A long name wins over the other by which a variable is known.
        if reference[variable] == nil || variable.rawValue == entry.key {
          reference[variable] = words
        }
      } else if let role = Reference.Role(rawValue: entry.key) {
        reference[role] = names(entry.key)
      } else if let variable = Reference.DateVariable(rawValue: entry.key) {
        reference[variable] = date(entry.key)
      } else if !CSLName.isKnown(entry.key) {
        problems.append(
          .referenceFieldUnknown(
            entry.key, nearest: nearest.of(entry.key, among: CSLName.all), at: entry.keySpan))
      }
    }
    if let note = reader.value("note")?.string { addExtras(of: note, to: &reference) }
    problems += reference.tidy()
    return reference
  }

  private mutating func kind() -> WorkKind {
    guard let name = reader.text("type") else { return .document }
    if let kind = WorkKind(rawValue: name) { return kind }
    problems.append(
      .referenceKindUnknown(
        name, nearest: nearest.of(name, among: WorkKind.allCases.map(\.rawValue)),
        at: reader.value("type")?.span ?? span))
    return .document
  }

  private mutating func names(_ key: String) -> [PersonName] {
    guard let value = reader.value(key) else { return [] }
    guard let list = value.list ?? (value.entries == nil ? nil : [value]) else {
      // A name in words is what most authors of YAML would write.
      return reader.text(of: value, named: key).map { [PersonName(body: $0.collapsed)] } ?? []
    }
    return list.compactMap { value in
      if value.string != nil {
        return reader.text(of: value, named: key).map { PersonName(body: $0.collapsed) }
      }
      var name = MappingReader(value, owner: "name")
      defer { reader.report(name.diagnostics) }
      if let literal = name.text("literal")?.collapsed, !literal.isEmpty {
        return PersonName(body: literal)
      }
      let given = name.text("given")?.collapsed
      guard let family = name.text("family")?.collapsed, !family.isEmpty else {
        return given.map { PersonName(body: $0) }
      }
      return PersonName(
        family: family, given: given, particle: name.text("non-dropping-particle")?.collapsed,
        droppingParticle: name.text("dropping-particle")?.collapsed,
        suffix: name.text("suffix")?.collapsed)
    }
  }

  private mutating func date(_ key: String) -> PartialDate? {
    guard let value = reader.value(key) else { return nil }
    if let written = value.string { return PartialDate(written: written.withoutControls) }
    var inner = MappingReader(value, owner: key)
    defer { reader.report(inner.diagnostics) }
    let parts = (inner.value("date-parts")?.list ?? []).map { part in
      (part.list ?? [part]).compactMap { $0.string.flatMap { Int($0) } }
    }
    var date = parts.first.flatMap { PartialDate($0) }
    if parts.count > 1 { date?.end(in: parts[1].first) }
    if date == nil { date = inner.text("raw").flatMap { PartialDate(written: $0) } }
    if date == nil { date = inner.text("literal").map { PartialDate(words: $0.collapsed) } }
    if let season = inner.text("season") { date?.season = PartialDate.season(season) }
    if let circa = inner.text("circa") { date?.isCirca = !["false", "0", ""].contains(circa) }
    return date
  }

  /// Zotero keeps what its forms have no place for as lines `DOI: 10.…` in the note.
  private func addExtras(of note: String, to reference: inout Reference) {
    for line in note.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"),
        let variable = CSLName.variable(line[..<colon].trimmed), reference[variable] == nil
      else { continue }
      reference[variable] = line[line.index(after: colon)...].withoutControls.collapsed
    }
  }
}

extension PartialDate {
  /// The number of a season by its number or English name.
  fileprivate static func season(_ written: String) -> Int? {
    if let number = Int(written) {
      return (1...4).contains(number) ? number : (21...24).contains(number) ? number - 20 : nil
    }
    let names = ["spring", "summer", "autumn", "winter"]
    let name = written.lowercased() == "fall" ? "autumn" : written.lowercased()
    return names.firstIndex(of: name).map { $0 + 1 }
  }
}

extension Diagnostic.Code {
  static let referenceWithoutKey = Self(
    "reference-without-key", .error,
    summary: "A reference has no key, so that nothing can cite it.",
    remedy: "Give it an `id`, such as `hazeldine2021`; in BibTeX write it behind the brace.")
  static let referenceFieldUnknown = Self(
    "reference-field-unknown", .warning,
    summary: "A field of a reference is not known and counts nowhere.",
    remedy: "Correct its name, or take it out.")
  static let referenceKindUnknown = Self(
    "reference-kind-unknown", .warning,
    summary: "The type of a reference is not known; it is listed as a document.",
    remedy: "Write a type that exists, such as `article-journal` or `book`.")
}

extension Diagnostic {
  static func referenceWithoutKey(at span: Span) -> Self {
    Self(
      .referenceWithoutKey, "reference has no key", at: span,
      help: "add `\"id\": \"surname2021\"`")
  }

  static func referenceFieldUnknown(
    _ name: String, nearest: String?, at span: Span
  ) -> Self {
    Self(
      .referenceFieldUnknown, "references have no field `\(name)`", at: span,
      help: nearest.map { "write `\($0)`" } ?? "take it out; it is shown nowhere")
  }

  static func referenceKindUnknown(_ name: String, nearest: String?, at span: Span) -> Self {
    Self(
      .referenceKindUnknown, "`\(name)` is no type of reference that is known", at: span,
      help: nearest.map { "write `\($0)`" } ?? "write a type such as `book` or `report`")
  }
}
