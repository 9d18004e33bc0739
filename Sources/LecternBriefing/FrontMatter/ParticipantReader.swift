public import LecternSource
import LecternYAML

/// Reads the register of the people who took part in a study.
public enum ParticipantReader {
  /// The participants of a file: a list, or a mapping with `participants`.
  public static func read(_ file: SourceFile) -> Diagnosed<[Participant]> {
    let yaml = YAMLValue.read(file)
    guard let value = yaml.value else { return Diagnosed([], yaml.diagnostics) }
    let list = value.entries?.first { $0.key.string == "participants" }?.value ?? value
    let read = read(list)
    return Diagnosed(read.value, yaml.diagnostics + read.diagnostics)
  }

  /// The participants of a list.
  static func read(_ value: YAMLValue) -> Diagnosed<[Participant]> {
    guard let list = value.list else {
      return Diagnosed(
        [],
        [
          Diagnostic(
            .wrongType, "`participants` must be a list, not \(value.kindName)", at: value.span,
            help: "write `- id: P01` and below it `name:` and `role:`")
        ])
    }
    var diagnostics: [Diagnostic] = []
    let participants = list.compactMap { value -> Participant? in
      if let id = value.string {
        return Participant(id: id.withoutComments.trimmed, idSpan: value.span)
      }
      var reader = MappingReader(value, owner: "participant")
      let idSpan = reader.value("id")?.span
      let nameSpan = reader.value("name")?.span
      let id = reader.text("id")
      let name = reader.text("name")
      let role = reader.text("role")
      diagnostics += reader.diagnostics
      return (id ?? name).map {
        Participant(
          id: $0, name: name, role: role, idSpan: idSpan ?? nameSpan ?? value.span,
          nameSpan: nameSpan)
      }
    }
    return Diagnosed(participants, diagnostics)
  }
}
