import LecternSource

/// A date as a reference has it: a year with or without month and day, a season, a range of years, or words.
public struct PartialDate: Sendable, Equatable {
  /// The year; negative before our era, nil when there are only words.
  public var year: Int?
  /// The month, from 1.
  public var month: Int?
  /// The day.
  public var day: Int?
  /// The season, from 1 for spring.
  public var season: Int?
  /// The year with which a range ends.
  public var endYear: Int?
  /// Whether the date is only about right.
  public var isCirca = false
  /// The words that stand for the date, such as `in press`.
  public var words: String?

  /// Makes a date of numbers, or nil when the first is no year; a month above 12 is a season.
  package init?(_ numbers: [Int]) {
    guard let year = numbers.first, (-9_999...9_999).contains(year) else { return nil }
    self.year = year
    guard numbers.count > 1 else { return }
    switch numbers[1] {
    case 1...12: month = numbers[1]
    case 13...16: season = numbers[1] - 12
    case 21...24: season = numbers[1] - 20
    default: return
    }
    if month != nil, numbers.count > 2, (1...31).contains(numbers[2]) { day = numbers[2] }
  }

  /// Reads a date in words: `2021`, `2021-05-12`, `2019/2021`, `1990~`; anything else is kept as it is.
  init?(written: String) {
    let text = written.trimmed
    guard !text.isEmpty, !["n.d.", "nd", "n. d.", "no date"].contains(text.lowercased()) else {
      return nil
    }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    let marks: Set<Character> = ["~", "?", "%"]
    let first = String(halves[0].filter { !marks.contains($0) })
    let day = first.split(separator: "T").first.map(String.init) ?? first
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard halves.count <= 2, numbers.count == parts.count, numbers.count <= 3,
      parts[0].count == 4, let date = PartialDate(numbers)
    else {
      self = PartialDate(english: text) ?? PartialDate(words: text)
      return
    }
    self = date
    isCirca = halves[0].count != first.count
    if halves.count == 2 { end(in: Int(halves[1].prefix { $0 != "-" })) }
  }

  /// Reads a date with the English name of its month: `May 2020`, `12 May 2020`, `May 12, 2020`.
  private init?(english text: String) {
    var words = text.lowercased().split { $0.isWhitespace || ",.".contains($0) }.map(String.init)
    guard let place = words.firstIndex(where: { EnglishMonth.number(of: $0) != nil }),
      let month = EnglishMonth.number(of: words[place])
    else { return nil }
    words.remove(at: place)
    guard let year = words.last.flatMap({ $0.count == 4 ? Int($0) : nil }), words.count <= 2
    else { return nil }
    let days = words.dropLast().compactMap { Int($0) }
    guard days.count == words.count - 1 else { return nil }
    self.init([year, month] + days)
  }

  /// Ends a range of years, unless all of it is in one.
  mutating func end(in year: Int?) { endYear = year == self.year ? nil : year }

  /// Makes a date of words alone.
  init(words: String) {
    self.words = words
  }
}
