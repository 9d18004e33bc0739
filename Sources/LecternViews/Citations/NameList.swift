import LecternBriefing

/// The names of a work as Harvard shows them: up to three of them, or the first and “et al.”.
struct NameList {
  /// The names that are shown.
  private let names: [PersonName]
  /// Whether there are more.
  private let hasMore: Bool

  /// The most names that are all shown.
  static let most = 3

  init(_ all: [PersonName], shownOfMany count: Int) {
    let known = all.filter { !$0.isOthers }
    hasMore = known.count > Self.most || known.count < all.count
    let isShort = known.count <= Self.most
    names = Array(known.prefix(isShort ? known.count : max(1, count)))
  }

  /// The names with commas, “and” before the last one, and “et al.” where there are more.
  func phrase(_ labels: Labels, _ write: (Int, PersonName) -> String) -> Phrase {
    let words = names.enumerated().map { Phrase(of: write($0, $1)) }
    if hasMore {
      let etAl = Phrase("et al.").italic
      return Phrase.joined(
        [Phrase.joined(words, by: ", "), etAl], by: words.count > 1 ? ", " : " ")
    }
    guard words.count > 1 else { return words.first ?? Phrase() }
    return Phrase.joined(
      [Phrase.joined(Array(words.dropLast()), by: ", "), words[words.count - 1]],
      by: " \(labels[.and]) ")
  }
}
