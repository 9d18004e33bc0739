import LecternSource
import LecternYAML

/// Reads the numbers of a theme, each by itself and then against each other.
struct ThemeNumberReader {
  private var numbers: [ThemeToken: Double]
  /// Where the numbers that the file sets are written.
  private var places: [ThemeToken: Span] = [:]
  /// What the file sets, but not to a number that can be used; no other number is held against it.
  private var unusable: Set<ThemeToken> = []
  private var problems: [Diagnostic] = []

  /// Reads the groups of numbers; those that contradict each other leave all numbers as they were.
  static func read(
    _ reader: inout MappingReader, over base: Theme
  ) -> Diagnosed<[ThemeToken: Double]> {
    var reading = Self(numbers: base.numbers)
    for group in ThemeToken.groups {
      guard let value = reader.value(group) else { continue }
      reading.read(value, group)
    }
    let found = reading.problems.count
    reading.checkOrder()
    reading.checkPaddings()
    let isSound = reading.problems.count == found
    return Diagnosed(isSound ? reading.numbers : base.numbers, reading.problems)
  }

  private init(numbers: [ThemeToken: Double]) { self.numbers = numbers }

  // MARK: Each by itself

  private mutating func read(_ value: YAMLValue, _ group: String) {
    var reader = MappingReader(value, owner: group)
    for token in ThemeToken.allCases where token.group == group {
      guard let value = reader.value(token.key) else { continue }
      unusable.insert(token)
      guard let text = reader.text(of: value, named: token.key) else { continue }
      guard let number = Self.number(text) else {
        reader.report([.themeNumberExpected(text, token, at: value.span)])
        continue
      }
      guard token.range.contains(number) else {
        reader.report([.outOfRange(number, token, at: value.span)])
        continue
      }
      unusable.remove(token)
      numbers[token] = number
      places[token] = value.span
    }
    reader.finish()
    problems += reader.diagnostics
  }

  /// A number in digits, with a point and a sign at most: no exponent, no unit, no infinity.
  private static func number(_ text: String) -> Double? {
    text.allSatisfy { "0123456789.+-".contains($0) } ? Double(text) : nil
  }

  // MARK: Against each other

  /// The places of tokens that this file sets; nil when it sets none, or one of them cannot be used.
  private func place(_ tokens: [ThemeToken]) -> (token: ThemeToken, span: Span)? {
    guard unusable.isDisjoint(with: tokens) else { return nil }
    for token in tokens {
      if let span = places[token] { return (token, span) }
    }
    return nil
  }

  private func number(_ token: ThemeToken) -> Double { numbers[token] ?? 0 }

  private mutating func checkOrder() {
    // The narrowest limit first, since of each number one contradiction is enough.
    let pairs = ThemeToken.ascending.sorted { number($0.most) < number($1.most) }
    var reported: Set<ThemeToken> = []
    for (least, most) in pairs where number(least) > number(most) {
      guard let (token, span) = place([least, most]), reported.insert(token).inserted else {
        continue
      }
      let (low, high) = (number(least).decimal, number(most).decimal)
      problems.append(
        token == least
          ? .outOfRange(
            number(least), least, "more than `\(most.rawValue)` with \(high)", at: span,
            help: "write at most \(high), or make `\(most.rawValue)` larger")
          : .outOfRange(
            number(most), most, "less than `\(least.rawValue)` with \(low)", at: span,
            help: "write at least \(low), or make `\(least.rawValue)` smaller"))
    }
  }

  private mutating func checkPaddings() {
    func taken(_ spaces: [ThemeToken]) -> Double { spaces.reduce(0) { $0 + number($1) } }
    func rest(_ padding: (spaces: [ThemeToken], whole: ThemeToken)) -> Double {
      number(padding.whole) - taken(padding.spaces)
    }
    var reported: Set<ThemeToken> = []
    for padding in ThemeToken.paddings.sorted(by: { rest($0) < rest($1) })
    where rest(padding) <= 0 {
      guard let (token, span) = place(padding.spaces + [padding.whole]),
        reported.insert(token).inserted
      else { continue }
      let names = Set(padding.spaces).map { "`\($0.rawValue)`" }.sorted()
      let sides = padding.whole == .slideHeight ? "the spaces above and below" : "both sides"
      let (all, room) = (taken(padding.spaces).decimal, number(padding.whole).decimal)
      problems.append(
        .outOfRange(
          number(token), token, "and \(sides) take \(all) of a slide's \(room)", at: span,
          help: "make \(names.joined(separator: " and ")) smaller"))
    }
  }
}

extension Diagnostic.Code {
  static let themeNumberExpected = Self(
    "theme-number-expected", .error,
    summary: "A theme says something else where a number belongs.",
    remedy: "Write a number in digits, without a unit.")
  static let themeNumberOutOfRange = Self(
    "theme-number-out-of-range", .error,
    summary:
      "A number of a theme is larger or smaller than makes sense, by itself or beside the others.",
    remedy: "Write a number within the limits that the message names.")
}

extension Diagnostic {
  fileprivate static func themeNumberExpected(
    _ text: String, _ token: ThemeToken, at span: Span
  ) -> Self {
    let example = (token.unit == .pixels ? token.range.lowerBound.rounded(.up) : 1).decimal
    let digits = text.prefix { "0123456789.-".contains($0) }
    return Self(
      .themeNumberExpected, "`\(token.rawValue)` must be a number, not `\(text)`", at: span,
      help: Double(digits).map { "write `\(token.key): \($0.decimal)`, without a unit" }
        ?? "write a number, as in `\(token.key): \(example)`")
  }

  fileprivate static func outOfRange(_ number: Double, _ token: ThemeToken, at span: Span) -> Self {
    let (low, high) = (token.range.lowerBound, token.range.upperBound)
    return outOfRange(
      number, token, number < low ? "which is too little" : "which is too much", at: span,
      help: "write a number from \(low.decimal) to \(high.decimal)")
  }

  fileprivate static func outOfRange(
    _ number: Double, _ token: ThemeToken, _ reason: String, at span: Span, help: String
  ) -> Self {
    Self(
      .themeNumberOutOfRange, "`\(token.rawValue)` is \(number.decimal), \(reason)", at: span,
      help: help)
  }
}
