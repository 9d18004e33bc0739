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
  /// The column, counted from 1, in code points, as other programs count.
  public var codePointColumn: Int
  /// The column, counted from 1, in code points, after the span's last character.
  public var codePointEndColumn: Int
  /// The text of the line, of a very long one the part around the place.
  public var excerpt: String
  /// The column of the excerpt's first character, counted from 1.
  public var excerptColumn: Int
  /// The places of the diagnostic's notes.
  public var notes: [(message: String, line: Int, column: Int)]

  /// Finds the place of a diagnostic in its file.
  public init(_ diagnostic: Diagnostic, in file: SourceFile) {
    var finder = PositionFinder(file)
    self.init(diagnostic, in: file, &finder)
  }

  /// Finds the places of a file's diagnostics, in the order of those places.
  public static func all(_ diagnostics: [Diagnostic], in file: SourceFile) -> [LocatedDiagnostic] {
    var finder = PositionFinder(file)
    return diagnostics.sorted { $0.span < $1.span }.map { LocatedDiagnostic($0, in: file, &finder) }
  }

  private init(_ diagnostic: Diagnostic, in file: SourceFile, _ finder: inout PositionFinder) {
    self.diagnostic = diagnostic
    path = file.path
    (line, column) = finder.position(of: diagnostic.span.lower)
    (endLine, endColumn) = finder.position(of: diagnostic.span.upper)
    codePointColumn = finder.codePointColumn(of: diagnostic.span.lower)
    codePointEndColumn = finder.codePointColumn(of: diagnostic.span.upper)
    let whole = file.lineSpan(line - 1)
    if whole.length > PositionFinder.longLine {
      let place = min(max(diagnostic.span.lower, whole.lower), whole.upper)
      let shown = file.wholeCharacters(
        Span(max(whole.lower, place - 200), min(whole.upper, place + 400)))
      excerpt = file.text(in: shown)
      let before = min(shown.lower, place)..<place
      excerptColumn = max(1, column - PositionFinder.codePoints(file.bytes[before]))
    } else {
      excerpt = file.text(in: whole)
      excerptColumn = 1
    }
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
