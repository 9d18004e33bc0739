public import LecternBriefing
public import LecternSource
import LecternYAML

/// What `lectern.yaml` says of a project.
public struct ProjectSettings: Sendable {
  /// The title of the list of briefings.
  public var title: String?
  /// The address that the site will have, without a slash at its end.
  public var site: String?
  /// What holds for every briefing that does not say otherwise.
  public var defaults = BriefingDefaults()
  /// How serious each kind of problem is here, by the code's name.
  public var severities: [String: Severity] = [:]

  /// The settings of a project that has no file.
  public init() {}

  /// Reads the settings of a file.
  static func read(_ file: SourceFile, codes: [Diagnostic.Code]) -> Diagnosed<ProjectSettings> {
    let yaml = YAMLValue.read(file)
    var settings = ProjectSettings()
    guard let value = yaml.value else { return Diagnosed(settings, yaml.diagnostics) }
    var reader = MappingReader(value, owner: "lectern.yaml")
    settings.title = reader.text("title")
    if let language = reader.text("language") ?? reader.text("lang") {
      settings.defaults.language = language
    }
    if let style = reader.choice("citation-style", of: CitationStyleName.self) {
      settings.defaults.citationStyle = style
    }
    if let written = reader.text("base-url") {
      settings.site = SiteAddress.read(written)
      if settings.site == nil {
        reader.report([.unusableBaseURL(written, at: reader.span(of: "base-url") ?? value.span)])
      }
    }
    if let severities = reader.value("severities") {
      settings.readSeverities(severities, codes, &reader)
    }
    // Known to the format, but nothing is made of them yet.
    reader.finish(known: ["theme"])
    return Diagnosed(settings, yaml.diagnostics + reader.diagnostics)
  }

  private mutating func readSeverities(
    _ value: YAMLValue, _ codes: [Diagnostic.Code], _ outer: inout MappingReader
  ) {
    var reader = MappingReader(value, owner: "severities")
    for code in codes where reader.has(code.name) {
      if let severity = reader.choice(code.name, of: Severity.self) {
        severities[code.name] = severity
      }
    }
    reader.finish(known: codes.map(\.name))
    outer.report(reader.diagnostics)
  }
}

extension Diagnostic.Code {
  static let unusableBaseURL = Self(
    "unusable-base-url", .error,
    summary: "The address of the site is none that a browser could open.",
    remedy: "Write a whole address, such as `https://example.org/briefings`.")
}

extension Diagnostic {
  fileprivate static func unusableBaseURL(_ written: String, at span: Span) -> Self {
    Self(
      .unusableBaseURL, "`\(written)` is no address of a site", at: span,
      help: "write a whole address, such as `https://example.org/briefings`")
  }
}
