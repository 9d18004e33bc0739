import LecternBriefing

/// What stands behind a work that is cited in a text.
enum LocatorText {
  /// A comma and the words, pages as `p. 4` or `pp. 4–6`; empty for none.
  static func suffix(_ words: String, _ labels: Labels) -> String {
    guard !words.isEmpty else { return "" }
    guard let locator = Locator(words) else { return ", \(words)" }
    let label = labels[locator.isPlural ? .pagesShort : .pageShort]
    let rest = locator.rest.isEmpty ? "" : ", \(locator.rest)"
    return ", \(label) \(locator.pages)\(rest)"
  }
}
