import LecternBriefing

/// The order of Harvard's list: by author, then year, then title.
enum HarvardOrder {
  /// Works in the order of the list.
  static func sorted(_ works: [Reference]) -> [Reference] {
    works.enumerated().map { (offset: $0, key: key(of: $1), work: $1) }.sorted { left, right in
      left.key == right.key
        ? left.offset < right.offset : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.work)
  }

  private static func key(of work: Reference) -> [String] {
    // Of many authors the list shows the first, so the year comes next.
    let names = work.creators?.names ?? []
    let shown = names.count > NameList.most ? names.prefix(1) : names.prefix(NameList.most)
    // A particle is no part of the name that sorts: van Dijk stands among the names with D.
    let authors = shown.map { name in
      [name.family, name.given ?? "", name.particle ?? ""].map(folded).joined(separator: "\u{1}")
    }
    let first =
      authors.isEmpty
      ? folded(HarvardTitle.inPlaceOfAuthors(work)) : authors.joined(separator: "\u{2}")
    return [first, year(work), folded(work.title)]
  }

  /// The year so that letters sort it; no date comes last.
  private static func year(_ work: Reference) -> String {
    guard let year = work[.issued]?.year else { return work[.issued] == nil ? "9" : "8" }
    let digits = String(year + 10_000)
    return "1" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// A text for sorting: lower case, letters without their marks, and no punctuation.
  private static func folded(_ text: String) -> String {
    let scalars = text.lowercased().unicodeScalars.map(LatinLetters.bare).filter { scalar in
      scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
