public import LecternSource
package import LecternYAML

/// The YAML of a figure while it is read.
public struct FigureBody {
  package var reader: MappingReader
  /// Where the fence stands.
  public let span: Span

  package init(_ value: YAMLValue, name: String, span: Span) {
    reader = MappingReader(value, owner: name)
    self.span = span
  }

  // MARK: Texts

  /// A text that the figure cannot do without.
  package mutating func requiredText(_ key: String, in owner: String) -> String? {
    guard let value = reader.value(key) else {
      missing(key, in: owner)
      return nil
    }
    return text(of: value, named: key)
  }

  /// A text with words in it.
  package mutating func text(of value: YAMLValue, named name: String) -> String? {
    guard let text = reader.text(of: value, named: name)?.collapsed else { return nil }
    guard !text.isEmpty else {
      reader.report([.figureTextEmpty(name, at: value.span)])
      return nil
    }
    return text
  }

  /// Texts that the figure cannot do without, at least one.
  package mutating func requiredTexts(
    _ key: String, in owner: String, limit: Int
  ) -> [(text: String, span: Span)]? {
    guard let values = requiredList(key, in: owner, limit: limit, example: "[one, two]") else {
      return nil
    }
    let texts = values.compactMap { value -> (String, Span)? in
      guard value.string != nil else {
        reader.wrongType(key, "a list of texts", value, example: "\(key): [one, two]")
        return nil
      }
      return text(of: value, named: key).map { ($0, value.span) }
    }
    return texts.count == values.count ? texts : nil
  }

  // MARK: Lists

  /// A list that the figure cannot do without, with at least one item and no more than the limit.
  package mutating func requiredList(
    _ key: String, in owner: String, limit: Int, example: String
  ) -> [YAMLValue]? {
    guard let value = reader.value(key) else {
      missing(key, in: owner)
      return nil
    }
    guard let list = value.list else {
      reader.wrongType(key, "a list", value, example: "\(key): \(example)")
      return nil
    }
    guard !list.isEmpty else {
      reader.report([.figureListEmpty(key, example, at: value.span)])
      return nil
    }
    guard list.count <= limit else {
      reader.report([.figureTooLarge(list.count, limit: limit, at: value.span)])
      return nil
    }
    return list
  }

  /// The items of a list of mappings; nil when one of them is wrong.
  package mutating func items<Item>(
    _ values: [YAMLValue], called name: String, _ read: (inout FigureBody) -> Item?
  ) -> [Item]? {
    let items = values.compactMap { value in
      nested(value, called: name, read)
    }
    return items.count == values.count ? items : nil
  }

  /// What a mapping inside this one holds.
  package mutating func nested<Item>(
    _ value: YAMLValue, called name: String, _ read: (inout FigureBody) -> Item?
  ) -> Item? {
    var inner = FigureBody(value, name: name, span: value.span)
    // Of something else than a mapping one problem is enough.
    guard value.entries != nil else {
      reader.report(inner.reader.diagnostics)
      return nil
    }
    let item = read(&inner)
    inner.reader.finish(.figureKeyUnknown)
    reader.report(inner.reader.diagnostics)
    return item
  }

  private mutating func missing(_ key: String, in owner: String) {
    reader.report([.figureKeyMissing(key, owner, at: reader.span(of: key) ?? span)])
  }

  // MARK: Numbers

  /// A number, as a value and as written.
  ///
  /// - Parameters:
  ///   - value: what the author wrote.
  ///   - name: the key or label that it belongs to.
  ///   - help: what to write instead, for an author who wrote something else.
  /// - Returns: the number; nil when it is none or below zero, which is reported.
  package mutating func number(
    _ value: YAMLValue, named name: String, help: String
  ) -> FigureNumber? {
    guard let text = value.string, Self.isDecimal(text), let number = Double(text) else {
      reader.report([
        .figureNumberExpected(name, value.string ?? value.kindName, help, at: value.span)
      ])
      return nil
    }
    guard number >= 0 else {
      reader.report([.figureNumberNegative(name, at: value.span)])
      return nil
    }
    guard number <= Self.largest else {
      reader.report([.figureNumberLarge(name, at: value.span)])
      return nil
    }
    return FigureNumber(value: number, written: text)
  }

  /// Whether a text is a number in decimal digits; others that computers know are words to readers.
  private static func isDecimal(_ text: String) -> Bool {
    text.allSatisfy { "+-.eE0123456789".contains($0) } && text.last?.isNumber == true
  }

  /// The largest number that is drawn: a thousand million millions, up to which digits are exact.
  static let largest = 1e15
}

/// A number and how its author wrote it.
public struct FigureNumber: Sendable, Equatable {
  /// The number.
  public var value: Double
  /// The digits as written.
  public var written: String

  /// How a value with a decimal comma would be written; nil for anything else.
  static func withPoint(_ value: YAMLValue) -> String? {
    guard let text = value.string, text.count(where: { $0 == "," }) == 1 else { return nil }
    let number = text.replacing(",", with: ".")
    return Double(number) == nil ? nil : number
  }
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
  static let figureListEmpty = Self(
    "figure-list-empty", .error,
    summary: "A list of a figure holds nothing.",
    remedy: "List what the figure shows, or take the figure out.")
  static let figureNumberExpected = Self(
    "figure-number-expected", .error,
    summary: "A figure has a word where a number belongs.",
    remedy: "Write the number alone; the unit of a chart goes to `unit:`.")
  static let figureNumberNegative = Self(
    "figure-number-negative", .error,
    summary: "A figure has a number below zero.",
    remedy: "Write a number of zero or more.")
  static let figureNumberLarge = Self(
    "figure-number-large", .error,
    summary: "A figure has a number that is too large to be drawn.",
    remedy: "Write it in larger units, as in `3.5` with `unit: million`.")
  static let figureTextEmpty = Self(
    "figure-text-empty", .error,
    summary: "A figure has a text without words.",
    remedy: "Write what it shows, or take the line out.")
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

  static func figureListEmpty(_ key: String, _ example: String, at span: Span) -> Self {
    Self(
      .figureListEmpty, "`\(key)` holds nothing", at: span,
      help: "write `\(key): \(example)`, or take the figure out")
  }

  fileprivate static func figureNumberExpected(
    _ name: String, _ found: String, _ help: String, at span: Span
  ) -> Self {
    Self(
      .figureNumberExpected, "`\(name)` needs a number, not `\(found)`", at: span, help: help)
  }

  fileprivate static func figureNumberNegative(_ name: String, at span: Span) -> Self {
    Self(
      .figureNumberNegative, "`\(name)` is below zero", at: span,
      help: "write a number of zero or more")
  }

  fileprivate static func figureNumberLarge(_ name: String, at span: Span) -> Self {
    Self(
      .figureNumberLarge, "`\(name)` is more than the limit of a thousand million millions",
      at: span, help: "write it in larger units, as in `3.5` with `unit: million`")
  }

  fileprivate static func figureTextEmpty(_ name: String, at span: Span) -> Self {
    Self(
      .figureTextEmpty, "a text of `\(name)` has no words", at: span,
      help: "write what it shows, or take it out")
  }

  static func figureTooLarge(_ count: Int, limit: Int, at span: Span) -> Self {
    Self(
      .figureTooLarge, "\(count) items are more than the limit of \(limit)", at: span,
      help: "show the ones that matter, and put the rest into a table")
  }
}
