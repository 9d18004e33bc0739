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
    var keys: Set<String> = []
    var nearest = NearestFields()
    for item in items {
      let read = CSLItemReader.reference(item, &nearest)
      diagnostics += read.diagnostics
      guard let reference = read.value else { continue }
      if !keys.insert(reference.key).inserted {
        diagnostics.append(.duplicateReference(reference.key, at: reference.span))
      }
      references.append(reference)
    }
    return Diagnosed(Bibliography(references), diagnostics)
  }
}

extension Diagnostic.Code {
  static let referencesWithoutList = Self(
    "references-without-list", .error,
    summary: "A file of references holds no list of entries.",
    remedy: "Export it from Zotero as CSL JSON.")
}
