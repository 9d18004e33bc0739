public import LecternSource

/// Makes diagnostics of the private strings that are found in a project's sources and in what is built of them.
///
/// None of them repeats a string: they name its line in the list.
public struct PrivateAudit: Sendable {
  private let search: PrivateSearch

  /// The name of the code of every private string.
  public static let codeName = Diagnostic.Code.privateString.name

  /// Makes an audit for the strings of a list.
  public init(_ list: PrivateList) {
    search = PrivateSearch(list)
  }

  /// The private strings in texts that an author wrote, each at its place, and their lines in the list.
  public func findings(
    inSources files: [SourceFile]
  ) -> (problems: [LocatedDiagnostic], lines: Set<Int>) {
    var all: [LocatedDiagnostic] = []
    var lines: Set<Int> = []
    for file in files {
      var seen: Set<[Int]> = []
      var problems: [Diagnostic] = []
      for finding in search.findings(in: file.bytes, as: .source) {
        lines.insert(finding.line)
        let place = [finding.line, file.lineIndex(of: finding.place.lowerBound)]
        guard problems.count < Self.mostInAFile, seen.insert(place).inserted else { continue }
        let span = Span(finding.place.lowerBound, finding.place.upperBound)
        problems.append(.privateString(finding.line, .text, at: span))
      }
      all +=
        LocatedDiagnostic.all(problems, in: file).map(hidden) + self.problems(inName: file.path)
    }
    return (all, lines)
  }

  /// The private strings in the name of a file, or of the folder that gives a briefing its name.
  private func problems(inName path: String) -> [LocatedDiagnostic] {
    let parts = path.split(separator: "/")
    let isIndex = parts.last?.lowercased() == "index.md"
    let name = parts.suffix(isIndex ? 2 : 1).joined(separator: "/")
    return search.lines(inName: name).map { line in
      LocatedDiagnostic(
        .privateString(line, .name, at: .at(0)), in: SourceFile(path: path, bytes: []))
    }
  }

  /// The private strings in a file of the site and in its name; `known` are the lines of the list that are reported already,
  /// at the place where their author wrote them.
  public func problems(
    inBuilt bytes: [UInt8], path: String, shownAs shown: String, known: Set<Int>
  ) -> [LocatedDiagnostic] {
    var seen = known
    let file = SourceFile(path: shown, bytes: bytes)
    let form = BuiltFile(path: path).form(of: bytes)
    var problems: [Diagnostic] = []
    if let form {
      for finding in search.findings(in: bytes, as: form) where seen.insert(finding.line).inserted {
        let span = Span(finding.place.lowerBound, finding.place.upperBound)
        problems.append(.privateString(finding.line, .built, at: span))
      }
    }
    if form == .bytes, BuiltFile(path: path).isPacked {
      problems.append(.fileNotSearched(at: .at(0)))
    }
    let names = search.lines(inName: path).map { Diagnostic.privateString($0, .name, at: .at(0)) }
    return LocatedDiagnostic.all(names + problems, in: file).map(withoutExcerpt)
  }

  /// The private strings in what was taken out of a picture.
  public func problems(inMetadata bytes: [UInt8], of path: String) -> [LocatedDiagnostic] {
    let lines = Set(search.findings(in: bytes, as: .bytes).map(\.line)).sorted()
    return lines.map { line in
      LocatedDiagnostic(
        .privateString(line, .metadata, at: .at(0)), in: SourceFile(path: path, bytes: []))
    }
  }

  /// A problem with a bullet for each character of the private strings that it would show.
  public func masked(_ located: LocatedDiagnostic) -> LocatedDiagnostic {
    var located = located
    located.path = search.masked(located.path)
    located.excerpt = search.masked(located.excerpt)
    located.diagnostic.message = search.masked(located.diagnostic.message)
    located.diagnostic.help = search.masked(located.diagnostic.help)
    located.notes = located.notes.map { (search.masked($0.message), $0.line, $0.column) }
    return located
  }

  /// A text with a bullet for each character of the private strings in it.
  public func masked(_ text: String) -> String { search.masked(text) }

  /// How many places of one file are named; who has more of them replaces them all.
  private static let mostInAFile = 200

  /// A problem with what it underlines hidden, however the string is written there.
  private func hidden(_ located: LocatedDiagnostic) -> LocatedDiagnostic {
    var located = located
    var line = Array(located.excerpt)
    let start = located.column - located.excerptColumn
    let end =
      located.endLine == located.line ? located.endColumn - located.excerptColumn : line.count
    for index in max(0, start)..<max(0, start, min(end, line.count)) where index < line.count {
      line[index] = "•"
    }
    located.excerpt = String(line)
    return located
  }

  /// A problem in a built file, of which no line is worth showing.
  private func withoutExcerpt(_ located: LocatedDiagnostic) -> LocatedDiagnostic {
    var located = located
    located.excerpt = ""
    located.excerptColumn = located.column
    return located
  }
}

extension Diagnostic.Code {
  static let privateString = Self(
    "private-string", .error,
    summary:
      "A string of the private list stands in a briefing, in a file that belongs to it, or in a file that would be built.",
    remedy:
      "Write a pseudonym or a description instead, in notes and comments too; the number is that of the line in the list."
  )
  static let fileNotSearched = Self(
    "file-not-searched", .warning,
    summary:
      "A file is published whose content is packed, so that private strings cannot be looked for in it.",
    remedy: "Look through the file yourself, or publish a CSV or text file instead.")
  static let privateListInProject = Self(
    "private-list-in-project", .error,
    summary: "The private list lies among the files from which the site is made.",
    remedy: "Keep it outside the project, where nothing is published or put into a repository.")
}

extension Diagnostic {
  /// What kind of place holds a private string.
  enum PrivatePlace: String {
    case text = "stands here"
    case built = "stands in this built file"
    case name = "stands in the name of this file"
    case metadata = "stands in the metadata of this picture"
  }

  fileprivate static func privateString(_ line: Int, _ place: PrivatePlace, at span: Span) -> Self {
    let help =
      switch place {
      case .text, .built: "write a pseudonym or a description instead"
      case .name: "rename the file"
      case .metadata: "save the picture without its metadata"
      }
    return Self(
      .privateString, "line \(line) of the private list \(place.rawValue)", at: span, help: help)
  }

  fileprivate static func fileNotSearched(at span: Span) -> Self {
    Self(
      .fileNotSearched, "private strings cannot be looked for in this file", at: span,
      help: "look through it yourself, or publish a CSV or text file instead")
  }

  /// The problem of a list that lies where it may be published.
  public static func privateListInProject(at span: Span) -> Self {
    Self(
      .privateListInProject, "the private list lies among the files of the project", at: span,
      help: "keep it outside the project")
  }
}
