/// Writes diagnostics as one JSON array, for programs.
public struct JSONPrinter: Sendable {
  /// Makes a printer.
  public init() {}

  /// All diagnostics as an array of objects, one a line.
  public func text(of diagnostics: [LocatedDiagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "[]\n" }
    return "[\n" + diagnostics.map { "  " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ located: LocatedDiagnostic) -> String {
    let diagnostic = located.diagnostic
    let notes = located.notes.map { note in
      "{\"message\":\(quoted(note.message)),\"line\":\(note.line),\"column\":\(note.column)}"
    }
    let fields = [
      ("code", quoted(diagnostic.code.name)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("message", quoted(diagnostic.message)),
      ("file", quoted(located.path)),
      ("line", String(located.line)),
      ("column", String(located.column)),
      ("endLine", String(located.endLine)),
      ("endColumn", String(located.endColumn)),
      ("help", quoted(diagnostic.help)),
      ("notes", "[" + notes.joined(separator: ",") + "]"),
    ]
    return "{" + fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
  }

  private func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
