/// The English names of the months.
package enum EnglishMonth {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Whether a word in lower case is the whole name of a month.
  package static func isName(_ word: String) -> Bool { names.contains(word) }

  /// The number, from 1, of the month that a word in lower case names, whole, by its first three letters, or as `sept`.
  package static func number(of word: String) -> Int? {
    guard word.utf8.count > 2 else { return nil }
    return names.firstIndex { name in
      name.utf8.first == word.utf8.first && name.hasPrefix(word)
        && (word.utf8.count == 3 || word == name || word == "sept")
    }.map { $0 + 1 }
  }
}
