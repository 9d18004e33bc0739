/// Writes diagnostics as one JSON array, for programs.
public struct JSONPrinter: Sendable {
  /// Makes a printer.
  public init() {}

  /// All diagnostics as an array of objects, one a line.
  public func text(of diagnostics: [LocatedDiagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    let lines = diagnostics.map { "  " + object($0).written }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ located: LocatedDiagnostic) -> JSONValue {
    let diagnostic = located.diagnostic
    let notes = located.notes.map { note in
      JSONValue.object([
        ("message", .text(note.message)), ("line", .number(note.line)),
        ("column", .number(note.column)),
      ])
    }
    return .object([
      ("code", .text(diagnostic.code.name)), ("severity", .text(diagnostic.severity.rawValue)),
      ("message", .text(diagnostic.message)), ("file", .text(located.path)),
      ("line", .number(located.line)), ("column", .number(located.column)),
      ("endLine", .number(located.endLine)), ("endColumn", .number(located.endColumn)),
      ("help", .text(diagnostic.help)), ("notes", .list(notes)),
    ])
  }
}
