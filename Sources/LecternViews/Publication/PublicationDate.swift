public import LecternBriefing

/// A day, a month or a year on which something was published.
public struct PublicationDate: Sendable, Equatable {
  /// The year, of four digits.
  public var year: Int
  /// The month, from 1.
  public var month: Int?
  /// The day of the month, from 1.
  public var day: Int?

  /// Reads `2020`, `2020-06`, `2020-06-12`, `June 2020` and `12 June 2020`; nil when there is no year.
  public init?(_ written: String, labels: Labels) {
    let iso = written.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if (1...3).contains(iso.count), let year = iso[0], (1000...9999).contains(year) {
      self.year = year
      if iso.count > 1, let month = iso[1], (1...12).contains(month) {
        self.month = month
        if iso.count > 2, let day = iso[2], Self.days(of: month, in: year).contains(day) {
          self.day = day
        }
      }
      return
    }
    let words = written.split { !$0.isLetter && !$0.isNumber }
    guard
      let year = words.first(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) })
        .flatMap({ Int($0) })
    else { return nil }
    self.year = year
    guard let at = words.firstIndex(where: { labels.monthNames.contains($0.lowercased()) }),
      let month = labels.monthNames.firstIndex(of: words[at].lowercased())
    else { return }
    self.month = month + 1
    let neighbours = [at - 1, at + 1].filter(words.indices.contains)
    let days = Self.days(of: month + 1, in: year)
    day = neighbours.lazy.compactMap { Int(words[$0].prefix(while: \.isNumber)) }
      .first { days.contains($0) }
  }

  /// The days that a month has, by the Gregorian calendar.
  private static func days(of month: Int, in year: Int) -> ClosedRange<Int> {
    switch month {
    case 2: 1...(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28)
    case 4, 6, 9, 11: 1...30
    default: 1...31
    }
  }

  /// What is known of the date in the form of ISO 8601, such as `2020-06`, with another separator if one is given.
  public func text(separator: String = "-") -> String {
    [String(year), month.map(Self.twoDigits), day.map(Self.twoDigits)].compactMap(\.self)
      .joined(separator: separator)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
