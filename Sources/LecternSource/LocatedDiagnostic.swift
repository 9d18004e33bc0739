/// A diagnostic with its place in words: ready to print, sort and compare without its source.
public struct LocatedDiagnostic: Sendable, Equatable {
  /// The problem.
  public var diagnostic: Diagnostic
  /// The path of the file.
  public var path: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1, in characters.
  public var column: Int
  /// The line, counted from 1, in which the span ends.
  public var endLine: Int
  /// The column, counted from 1, after the span's last character.
  public var endColumn: Int
  /// The text of the line, of a very long one the part around the place.
  public var excerpt: String
  /// The column of the excerpt's first character, counted from 1.
  public var excerptColumn: Int
  /// The places of the diagnostic's notes.
  public var notes: [(message: String, line: Int, column: Int)]

  /// Finds the place of a diagnostic in its file.
  public init(_ diagnostic: Diagnostic, in file: SourceFile) {
    self.diagnostic = diagnostic
    path = file.path
    (line, column) = file.position(of: diagnostic.span.lower)
    (endLine, endColumn) = file.position(of: diagnostic.span.upper)
    var shown = file.lineSpan(line - 1)
    if shown.length > 600 {
      let place = min(max(diagnostic.span.lower, shown.lower), shown.upper)
      shown = file.wholeCharacters(
        Span(max(shown.lower, place - 200), min(shown.upper, place + 400)))
    }
    excerpt = file.text(in: shown)
    excerptColumn = file.position(of: shown.lower).column
    notes = diagnostic.notes.map { note in
      let position = file.position(of: note.span.lower)
      return (note.message, position.line, position.column)
    }
  }

  /// Whether both say the same of the same place.
  public static func == (left: LocatedDiagnostic, right: LocatedDiagnostic) -> Bool {
    left.diagnostic == right.diagnostic && left.path == right.path
  }

  /// Sorted by file and place, each problem once.
  public static func inOrder(_ diagnostics: [LocatedDiagnostic]) -> [LocatedDiagnostic] {
    let sorted = diagnostics.enumerated().sorted { left, right in
      let a = (left.element.path, left.element.diagnostic.span)
      let b = (right.element.path, right.element.diagnostic.span)
      return a == b ? left.offset < right.offset : a < b
    }
    var result: [LocatedDiagnostic] = []
    for (_, diagnostic) in sorted where result.last != diagnostic { result.append(diagnostic) }
    return result
  }
}
