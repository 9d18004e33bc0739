public import LecternSource
package import LecternYAML

/// A diagram with what every kind of diagram has.
public struct Figure: Sendable {
  /// What is drawn.
  public var body: any FigureKind
  /// What it is called.
  public var title: String?
  /// What it says in a sentence or two, when the author wrote it.
  public var summary: String?
  /// Where its numbers come from.
  public var source: [Inline]
  /// Where it stands.
  public var span: Span
}

/// A kind of diagram: what its YAML holds.
///
/// A new kind is a file with its body, one with its drawing beside the views, and a line in the registry.
public protocol FigureKind: Sendable {
  /// The fence word.
  static var name: String { get }
  /// The problems that only this kind can have.
  static var codes: [Diagnostic.Code] { get }
  /// Reads the body; nil when it cannot be drawn, with the reason among the body's problems.
  static func read(_ body: inout FigureBody) -> Self?
}

/// The kinds of figures that a fence can name.
public struct FigureRegistry: Sendable {
  /// The kinds in the order of the documentation.
  public let kinds: [any FigureKind.Type]

  /// Makes a registry.
  public init(_ kinds: [any FigureKind.Type]) {
    self.kinds = kinds
  }

  /// The kind of a fence word in lower case.
  public func kind(named name: String) -> (any FigureKind.Type)? { kinds.first { $0.name == name } }

  /// Every kind that Lectern knows.
  public static let standard = FigureRegistry([
    Balance.self,
    Chart.self,
  ])
}

/// The YAML of a figure while it is read.
public struct FigureBody {
  package var reader: MappingReader
  /// Where the fence stands.
  public let span: Span

  package init(_ value: YAMLValue, name: String, span: Span) {
    reader = MappingReader(value, owner: name)
    self.span = span
  }

  /// A text that the figure cannot do without.
  package mutating func requiredText(_ key: String, in owner: String) -> String? {
    if let text = reader.text(key) { return text }
    if reader.span(of: key) == nil || reader.value(key) == nil {
      reader.report([.figureKeyMissing(key, owner, at: reader.span(of: key) ?? span)])
    }
    return nil
  }

  /// A number, as a value and as written.
  package mutating func number(_ value: YAMLValue, named name: String) -> FigureNumber? {
    guard let text = value.string, let number = Double(text), number.isFinite else {
      reader.report([.figureNumberExpected(name, value.string ?? value.kindName, at: value.span)])
      return nil
    }
    guard number >= 0 else {
      reader.report([.figureNumberNegative(name, at: value.span)])
      return nil
    }
    return FigureNumber(value: number, written: text)
  }
}

/// A number and how its author wrote it.
public struct FigureNumber: Sendable, Equatable {
  /// The number.
  public var value: Double
  /// The digits as written.
  public var written: String
}

extension Diagnostic.Code {
  static let figureKeyMissing = Self(
    "figure-key-missing", .error,
    summary: "A figure lacks a key that it cannot be drawn without.",
    remedy: "Add the line that the message names.")
  static let figureKeyUnknown = Self(
    "figure-key-unknown", .error,
    summary: "A figure has a key that its kind does not know.",
    remedy: "Correct the name, or take the line out.")
  static let figureNumberExpected = Self(
    "figure-number-expected", .error,
    summary: "A figure has a word where a number belongs.",
    remedy: "Write the number alone; its unit goes to `unit:`.")
  static let figureNumberNegative = Self(
    "figure-number-negative", .error,
    summary: "A figure has a number below zero.",
    remedy: "Write a number of zero or more.")
  static let figureTooLarge = Self(
    "figure-too-large", .error,
    summary: "A figure has more items than anybody can read.",
    remedy: "Show the ones that matter, and put the rest into a table.")
}

extension Diagnostic {
  static func figureKeyMissing(_ key: String, _ owner: String, at span: Span) -> Self {
    Self(
      .figureKeyMissing, "`\(owner)` has no `\(key)`", at: span,
      help: "add a line `\(key): …`")
  }

  fileprivate static func figureNumberExpected(_ name: String, _ found: String, at span: Span)
    -> Self
  {
    Self(
      .figureNumberExpected, "`\(name)` needs a number, not `\(found)`", at: span,
      help: "write the digits alone, as in `\(name): 35`; a unit goes to `unit:`")
  }

  fileprivate static func figureNumberNegative(_ name: String, at span: Span) -> Self {
    Self(
      .figureNumberNegative, "`\(name)` is below zero", at: span,
      help: "write a number of zero or more")
  }

  static func figureTooLarge(_ count: Int, limit: Int, at span: Span) -> Self {
    Self(
      .figureTooLarge, "\(count) items are more than the limit of \(limit)", at: span,
      help: "show the ones that matter, and put the rest into a table")
  }
}
