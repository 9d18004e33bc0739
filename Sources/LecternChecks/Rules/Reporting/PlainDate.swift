import LecternSource

/// A year, with its month and day as far as they are given.
struct PlainDate {
  private let parts: [Int]

  /// Reads `2019`, `2019-08`, `2019-08-01`, `Aug 2019`, `1 August 2019` or `August 1, 2019`; nil for anything else.
  init?(_ text: String) {
    let tokens = text.lowercased().split { $0.isWhitespace || "-\"',.".contains($0) }
    guard (1...3).contains(tokens.count) else { return nil }
    var numbers: [Int] = []
    var named: Int?
    for token in tokens {
      if let number = Int(token), number > 0 {
        numbers.append(number)
      } else if let month = EnglishMonth.number(of: String(token.prefix(3))) {
        guard named == nil else { return nil }
        named = month
      } else {
        return nil
      }
    }
    guard let first = numbers.first else { return nil }
    if first < 1000 { numbers.reverse() }
    // A month that is named is the month wherever it stands.
    if let named { numbers.insert(named, at: 1) }
    guard (1000...2999).contains(numbers[0]), numbers.dropFirst().first ?? 1 <= 12,
      numbers.dropFirst(2).first ?? 1 <= 31
    else { return nil }
    parts = numbers
  }

  /// Whether it is certainly earlier than another one: as far as both say.
  func isBefore(_ other: PlainDate) -> Bool {
    for (mine, theirs) in zip(parts, other.parts) where mine != theirs { return mine < theirs }
    return false
  }
}
