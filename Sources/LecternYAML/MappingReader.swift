package import LecternSource

/// Takes the values of a mapping one by one, by the types that the keys expect, and reports the rest.
package struct MappingReader {
  private let entries: [(key: String, keySpan: Span, value: YAMLValue)]
  /// Where each key stands among the entries, the first of equal ones.
  private let places: [String: Int]
  private var taken: Set<String> = []
  /// What the mapping belongs to, as messages name it: `front matter`, `balance`.
  private let owner: String
  /// The problems found so far.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Begins to read a mapping; any other value is an error and reads as an empty mapping.
  package init(_ value: YAMLValue, owner: String) {
    self.owner = owner
    entries =
      value.entries?.map { (($0.key.string ?? "").withoutComments.trimmed, $0.key.span, $0.value) }
      ?? []
    places = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    if value.entries == nil {
      diagnostics.append(
        Diagnostic(
          .wrongType, "\(owner) must be a mapping, not \(value.kindName)", at: value.span,
          help: "write `key: value` lines"))
    }
  }

  /// The value of a key, whatever its type; nil when it is not there or empty.
  package mutating func value(_ key: String) -> YAMLValue? {
    taken.insert(key)
    guard let place = places[key], !entries[place].value.isEmpty else { return nil }
    return entries[place].value
  }

  /// Whether the key is there, even with an empty value.
  package func has(_ key: String) -> Bool { places[key] != nil }

  /// Where a key is written.
  package func span(of key: String) -> Span? { places[key].map { entries[$0].keySpan } }

  /// A text, without comments; nil when it is not there or nothing but spaces.
  package mutating func text(_ key: String) -> String? {
    guard let value = value(key), let text = text(of: value, named: key) else { return nil }
    return text.trimmed.isEmpty ? nil : text
  }

  /// The text of a value, or an error when it is a list or mapping.
  package mutating func text(of value: YAMLValue, named name: String) -> String? {
    guard let string = value.string else {
      wrongType(name, "text", value, example: "\(name): …")
      return nil
    }
    guard string.hasComment else { return string.withoutControls }
    diagnostics.append(
      Diagnostic(
        .commentInValue, "the comment in `\(name)` is left out", at: value.span,
        help: "write notes in YAML after `#`"))
    return string.withoutComments.trimmed.withoutControls
  }

  /// `true` or `false`.
  package mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    switch value.string?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      wrongType(key, "`true` or `false`", value, example: "\(key): true")
      return nil
    }
  }

  /// A list of texts; one text alone counts as a list of one.
  package mutating func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    guard let list = value.list else { return text(of: value, named: key).map { [$0] } ?? [] }
    return list.compactMap { text(of: $0, named: key) }
  }

  /// One of the choices that a key allows.
  package mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, of choices: Choice.Type
  ) -> Choice? {
    guard let value = value(key), let string = text(of: value, named: key) else { return nil }
    if let choice = Choice(rawValue: string.lowercased()) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let nearest = NearestName.of(string, among: names)
    diagnostics.append(
      Diagnostic(
        .unknownValue, "`\(string)` is no \(key) that is known", at: value.span,
        help: nearest.map { "write `\(key): \($0)`" }
          ?? "write one of \(names.map { "`\($0)`" }.joined(separator: ", "))"))
    return nil
  }

  /// Takes over the problems of what was read from one of the values.
  package mutating func report(_ problems: [Diagnostic]) { diagnostics += problems }

  /// Reports a value of the wrong type.
  package mutating func wrongType(
    _ key: String, _ expected: String, _ value: YAMLValue, example: String
  ) {
    diagnostics.append(
      Diagnostic(
        .wrongType, "`\(key)` must be \(expected), not \(value.kindName)", at: value.span,
        help: "write `\(example)`"))
  }

  /// Reports every key that nothing has asked for, as a warning or, in figures, as an error.
  ///
  /// - Parameters:
  ///   - code: what is reported.
  ///   - known: keys that are known and not asked for.
  ///   - meant: the keys that those of other programs stand for.
  package mutating func finish(
    _ code: Diagnostic.Code = .unknownKey, known: [String] = [], meant: [String: String] = [:]
  ) {
    let all = taken.sorted().map { "`\($0)`" }.joined(separator: ", ")
    let known = taken.union(known)
    let names = known.sorted()
    for entry in entries where !known.contains(entry.key) {
      let nearest = meant[entry.key.lowercased()] ?? NearestName.of(entry.key, among: names)
      diagnostics.append(
        Diagnostic(
          code, "\(owner) has no key `\(entry.key)`", at: entry.keySpan,
          help: nearest.map { "write `\($0)`" }
            ?? "take it out, or write one of \(all)"))
    }
  }

  /// The entries in the author's order.
  package var all: [(key: String, keySpan: Span, value: YAMLValue)] { entries }
}

extension Diagnostic.Code {
  package static let wrongType = Self(
    "wrong-type", .error,
    summary: "A value in YAML is of another type than its key expects.",
    remedy: "Write the value as the message shows.")
  package static let unknownKey = Self(
    "unknown-key", .warning,
    summary: "A key in YAML is not known.",
    remedy: "Correct the name, or take the line out.")
  static let unknownValue = Self(
    "unknown-value", .error,
    summary: "A value in YAML is not one of those that its key allows.",
    remedy: "Write one of the values that the message names.")
  static let commentInValue = Self(
    "comment-in-value", .warning,
    summary: "An HTML comment stands inside a YAML value; it is left out.",
    remedy: "Write notes in YAML after `#`, or as a comment in the text.")
}
