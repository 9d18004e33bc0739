/// Writes diagnostics as SARIF 2.1.0, the form in which code hosts show problems beside the lines that they speak of.
///
/// Columns count code points. The kinds of problems that occur are listed as rules, with what to do about them.
public struct SARIFPrinter: Sendable {
  private let version: String

  /// Makes a printer that names a version of the program.
  public init(version: String) {
    self.version = version
  }

  /// All diagnostics as one log with one run.
  public func text(of diagnostics: [LocatedDiagnostic]) -> String {
    let codes = Set(diagnostics.map(\.diagnostic.code)).sorted { $0.name < $1.name }
    let places = Dictionary(
      codes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let driver = JSONValue.object([
      ("name", .text("Lectern")), ("semanticVersion", .text(version)),
      ("rules", .list(codes.map(rule))),
    ])
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .text("unicodeCodePoints")),
      ("results", .list(diagnostics.map { result($0, places[$0.diagnostic.code.name] ?? 0) })),
    ])
    let log = JSONValue.object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")), ("runs", .list([run])),
    ])
    return log.written + "\n"
  }

  private func rule(_ code: Diagnostic.Code) -> JSONValue {
    .object([
      ("id", .text(code.name)), ("shortDescription", message(code.summary)),
      ("help", message(code.remedy)),
      ("defaultConfiguration", .object([("level", level(code.severity))])),
    ])
  }

  private func result(_ located: LocatedDiagnostic, _ rule: Int) -> JSONValue {
    let diagnostic = located.diagnostic
    var members: [(name: String, value: JSONValue?)] = [
      ("ruleId", .text(diagnostic.code.name)), ("ruleIndex", .number(rule)),
      ("level", level(diagnostic.severity)),
      ("message", message("\(diagnostic.message); \(diagnostic.help)")),
      ("locations", .list([location(located.path, region(located))])),
    ]
    let notes = located.notes.map { note in
      location(
        located.path, [("startLine", note.line), ("startColumn", note.column)],
        message: note.message)
    }
    if !notes.isEmpty { members.append(("relatedLocations", .list(notes))) }
    return .object(members)
  }

  private func region(_ located: LocatedDiagnostic) -> [(String, Int)] {
    [
      ("startLine", located.line), ("startColumn", located.codePointColumn),
      ("endLine", located.endLine), ("endColumn", located.codePointEndColumn),
    ]
  }

  private func location(
    _ path: String, _ region: [(String, Int)], message text: String? = nil
  ) -> JSONValue {
    let place = JSONValue.object([
      ("artifactLocation", .object([("uri", .text(Self.address(of: path)))])),
      ("region", .object(region.map { ($0.0, .number($0.1)) })),
    ])
    return .object([("physicalLocation", place), ("message", text.map(message))])
  }

  private func message(_ text: String) -> JSONValue { .object([("text", .text(text))]) }

  /// SARIF's words for how serious a problem is.
  private func level(_ severity: Severity) -> JSONValue {
    switch severity {
    case .error: .text("error")
    case .warning: .text("warning")
    case .information: .text("note")
    }
  }

  /// A path as a relative address, or, when it begins at the root, as one of this machine.
  static func address(of path: String) -> String {
    let address = path.percentEncoded(keeping: "/!$&'()*+,;=@")
    return path.hasPrefix("/") ? "file://\(address)" : address
  }
}
