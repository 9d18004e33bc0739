/// A second of the calendar, in universal time.
package struct CalendarTime: Equatable {
  private let day: String
  private let time: String

  /// The time that `SOURCE_DATE_EPOCH` names: seconds since 1970; nil when it is not set or is no such number.
  package init?(sourceDateEpoch: String?) {
    guard let seconds = sourceDateEpoch.flatMap(Int.init), (0..<253_402_300_800).contains(seconds)
    else { return nil }
    // Years are counted from March, so that the leap day is the last; eras of 400 years are all alike.
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let ofEra = days % 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let dayOfMonth = ofYear - (153 * shifted + 2) / 5 + 1
    let full = year + era * 400 + (month <= 2 ? 1 : 0)
    day = "\(Self.digits(full, 4))-\(Self.digits(month, 2))-\(Self.digits(dayOfMonth, 2))"
    let rest = seconds % 86_400
    time = [rest / 3_600, rest / 60 % 60, rest % 60].map { Self.digits($0, 2) }
      .joined(separator: ":")
  }

  /// As XMP and HTML write it.
  package var forXMP: String { "\(day)T\(time)Z" }

  /// As a PDF's own properties have it.
  package var forPDF: String { "D:\((day + time).filter(\.isNumber))Z" }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
