public import LecternSource
import LecternYAML

/// Reads references in CSL-JSON, the form in which Zotero and pandoc keep them.
public enum CSLJSONReader {
  /// The works of a file; JSON is read as the YAML that it also is.
  public static func read(_ file: SourceFile) -> Diagnosed<Bibliography> {
    guard file.bytes.contains(where: { $0 > 0x20 }) else { return Diagnosed(Bibliography()) }
    let yaml = YAMLValue.read(file)
    guard let value = yaml.value else { return Diagnosed(Bibliography(), yaml.diagnostics) }
    let read = read(value)
    return Diagnosed(read.value, yaml.diagnostics + read.diagnostics)
  }

  /// The works of a list of entries.
  static func read(_ value: YAMLValue) -> Diagnosed<Bibliography> {
    let items = value.list ?? value.entries?.first { $0.key.string == "references" }?.value.list
    guard let items else {
      return Diagnosed(
        Bibliography(),
        [
          Diagnostic(
            .referencesWithoutList, "references must be a list", at: value.span,
            help: "write `[ … ]` around the entries, as Zotero exports CSL-JSON")
        ])
    }
    var references: [Reference] = []
    var diagnostics: [Diagnostic] = []
    for item in items {
      let read = reference(item)
      diagnostics += read.diagnostics
      guard let reference = read.value else { continue }
      if references.contains(where: { $0.key == reference.key }) {
        diagnostics.append(.duplicateReference(reference.key, at: reference.span))
      }
      references.append(reference)
    }
    return Diagnosed(Bibliography(references), diagnostics)
  }

  private static func reference(_ value: YAMLValue) -> Diagnosed<Reference?> {
    var reader = MappingReader(value, owner: "reference")
    let key = reader.text("id") ?? reader.text("citation-key")
    guard let key else {
      reader.report([.referenceWithoutKey(at: value.span)])
      return Diagnosed(nil, reader.diagnostics)
    }
    let reference = Reference(
      key: key, type: reader.text("type") ?? "document", authors: names(&reader, "author"),
      title: reader.text("title")?.collapsed ?? "", container: reader.text("container-title"),
      year: date(&reader, "issued")?.year, volume: reader.text("volume"),
      issue: reader.text("issue"),
      pages: reader.text("page"), doi: reader.text("DOI").map(bareDOI), url: reader.text("URL"),
      publisher: reader.text("publisher"), place: reader.text("publisher-place"),
      accessed: date(&reader, "accessed"), span: value.span)
    return Diagnosed(reference, reader.diagnostics)
  }

  private static func names(_ reader: inout MappingReader, _ key: String) -> [Reference.Name] {
    guard let list = reader.value(key)?.list else { return [] }
    return list.compactMap { value in
      var name = MappingReader(value, owner: "name")
      let family = name.text("family")
      let given = name.text("given")
      let literal = name.text("literal")
      let particle = name.text("non-dropping-particle").map { "\($0) " } ?? ""
      if let family { return Reference.Name(family: particle + family, given: given) }
      return literal.map { Reference.Name(family: $0, given: nil) }
    }
  }

  private static func date(
    _ reader: inout MappingReader, _ key: String
  ) -> Reference.PartialDate? {
    guard let value = reader.value(key) else { return nil }
    var date = MappingReader(value, owner: key)
    var parts = date.value("date-parts")?.list?.first?.list?.compactMap { $0.string } ?? []
    if parts.isEmpty, let written = date.text("raw") ?? date.text("literal") {
      parts = written.split(separator: "-").map(String.init)
    }
    let numbers = parts.compactMap { Int($0) }
    guard let year = numbers.first else { return nil }
    return Reference.PartialDate(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  private static func bareDOI(_ doi: String) -> String {
    guard let start = doi.range(of: "10.") else { return doi }
    return String(doi[start.lowerBound...])
  }
}

extension StringProtocol {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

extension Diagnostic.Code {
  static let referencesWithoutList = Self(
    "references-without-list", .error,
    summary: "A file of references holds no list of entries.",
    remedy: "Export it from Zotero as CSL JSON.")
  static let referenceWithoutKey = Self(
    "reference-without-key", .error,
    summary: "A reference has no `id`, so that nothing can cite it.",
    remedy: "Give it an `id`, such as `hazeldine2021`.")
  static let duplicateReference = Self(
    "duplicate-reference", .warning,
    summary: "Two references have the same key; the first counts.",
    remedy: "Give one of them another key.")
}

extension Diagnostic {
  fileprivate static func referenceWithoutKey(at span: Span) -> Self {
    Self(
      .referenceWithoutKey, "reference has no key", at: span,
      help: "add `\"id\": \"surname2021\"`")
  }

  fileprivate static func duplicateReference(_ key: String, at span: Span) -> Self {
    Self(
      .duplicateReference, "the key `\(key)` stands here a second time", at: span,
      help: "give this reference another `id`")
  }
}
