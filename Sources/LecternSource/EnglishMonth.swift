/// The English names of the months.
package enum EnglishMonth {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number, from 1, of the month that a word in lower case names, whole or by its first three letters or more.
  package static func number(of word: String) -> Int? {
    guard word.utf8.count > 2 else { return nil }
    return names.firstIndex { $0.utf8.first == word.utf8.first && $0.hasPrefix(word) }
      .map { $0 + 1 }
  }
}
