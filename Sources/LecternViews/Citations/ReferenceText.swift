import LecternBriefing
import LecternSource

/// Numbers, pages and dates of references, as the styles share them.
struct ReferenceText {
  let labels: Labels

  /// The year, the years or the words for when a work appeared; nil for no date.
  func year(_ date: PartialDate?) -> String? {
    guard let date else { return nil }
    guard let year = date.year else { return date.words }
    return date.endYear.map { "\(written(year))–\(written($0))" } ?? written(year)
  }

  private func written(_ year: Int) -> String {
    year < 0 ? labels.text(.beforeOurEra, ["year": String(-year)]) : String(year)
  }

  /// `14 March 2026`.
  func longDate(_ date: PartialDate) -> String {
    guard date.year != nil else { return date.words ?? "" }
    return [dayAndMonth(date), year(date)].compactMap(\.self).joined(separator: " ")
  }

  /// `14 March`; nil when the month is not known.
  func dayAndMonth(_ date: PartialDate) -> String? {
    guard let month = date.month.flatMap(labels.month) else {
      return date.season.flatMap(labels.season)
    }
    return date.day.map { "\($0) \(month)" } ?? month
  }

  /// `2026 Mar 14`.
  func shortDate(_ date: PartialDate, hasDay: Bool = true) -> String {
    let month = date.month.flatMap(labels.shortMonth) ?? date.season.flatMap(labels.season)
    let day = hasDay ? date.day.map(String.init) : nil
    return [year(date), month, date.month == nil ? nil : day].compactMap(\.self)
      .joined(separator: " ")
  }

  /// An edition with its word, such as `2nd edn`; words of an edition as they are.
  func edition(_ edition: String?, _ label: Label) -> String? {
    guard let edition else { return nil }
    // `2nd` is a number as well; other words of an edition say themselves that they are one.
    let digits = edition.prefix { $0.isNumber }
    let rest = edition.dropFirst(digits.count)
    guard let number = Int(digits), rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) else {
      return edition
    }
    return "\(labels.ordinal(number)) \(labels[label])"
  }

  /// Pages with dashes in their ranges.
  static func pages(_ pages: String) -> String {
    pages.replacing("---", with: "–").replacing("--", with: "–").replacing("-", with: "–")
      .split(separator: ",").map(\.trimmed).joined(separator: ", ")
  }

  /// Pages without the digits that the end of a range repeats: `112–28`.
  static func shortPages(_ pages: String) -> String {
    self.pages(pages).split(separator: ", ").map { range in
      let ends = range.split(separator: "–", omittingEmptySubsequences: false).map(\.trimmed)
      guard ends.count == 2, ends[0].count == ends[1].count else { return String(range) }
      let first = Array(ends[0])
      let last = Array(ends[1])
      // Letters before the digits are repeated as well: `e12–5`.
      let letters = first.prefix { $0.isLetter }.count
      guard first.count > letters, first.dropFirst(letters).allSatisfy(\.isNumber),
        last.dropFirst(letters).allSatisfy(\.isNumber), first[..<letters] == last[..<letters]
      else { return String(range) }
      let same = zip(first, last).prefix { $0 == $1 }.count
      let start = min(same, last.count - 1)
      return "\(ends[0])–\(String(last[start...]))"
    }.joined(separator: ", ")
  }

  /// Whether pages are more than one.
  static func isPlural(_ pages: String) -> Bool { pages.contains { "-–,&".contains($0) } }

  /// Whether a number is one in the sense of citation styles: digits, with a few letters around them.
  static func isNumeric(_ number: String) -> Bool {
    number.split(whereSeparator: { ",&- ".contains($0) }).allSatisfy { part in
      part.contains(where: \.isNumber)
        && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
    }
  }
}
