/// How serious a problem is.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing is published while one stands.
  case error
  /// Published all the same, except under `--strict`.
  case warning
  /// Worth knowing; shown with `-v` and by `check`.
  case information

  /// Orders from information up to error.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .information: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A problem in what an author wrote, with its place and its remedy.
public struct Diagnostic: Sendable, Equatable {
  /// What kind of problem it is.
  public var code: Code
  /// How serious it is here.
  public var severity: Severity
  /// What is wrong: lower case, no full stop, the author's thing in backquotes.
  public var message: String
  /// Where it is wrong.
  public var span: Span
  /// What to write instead.
  public var help: String
  /// Other places that explain it.
  public var notes: [Note]

  /// Makes a diagnostic with the severity that its code has by default.
  public init(
    _ code: Code, _ message: String, at span: Span, help: String, notes: [Note] = []
  ) {
    self.code = code
    severity = code.severity
    self.message = message
    self.span = span
    self.help = help
    self.notes = notes
  }

  /// A second place that a diagnostic speaks of.
  public struct Note: Sendable, Equatable {
    /// What is there.
    public var message: String
    /// Where it is.
    public var span: Span

    /// Makes a note.
    public init(_ message: String, at span: Span) {
      self.message = message
      self.span = span
    }
  }

  /// The name of one kind of problem and what the catalogue says of it.
  public struct Code: Sendable, Hashable {
    /// The name in kebab case; never reused.
    public let name: String
    /// How serious it is unless the project says otherwise.
    public let severity: Severity
    /// What the problem is, in one sentence.
    public let summary: String
    /// How to mend it, in a sentence or two.
    public let remedy: String

    /// Makes a code.
    public init(_ name: String, _ severity: Severity, summary: String, remedy: String) {
      self.name = name
      self.severity = severity
      self.summary = summary
      self.remedy = remedy
    }
  }
}
