import Synchronization

/// The words that a set of fonts has been asked for, in every language: briefings of one site share most of theirs.
///
/// It changes nothing of what is measured, only how often. Words with characters that no font has are not kept: whoever measures
/// them wants to know.
final class WordMemory: Sendable {
  private let words = Mutex<[String: [WordKey: ShapedWord]]>([:])

  /// So many words in one language take about 8 MB; a language has a few thousand frequent ones.
  private static let most = 30_000

  /// A word that has been measured.
  func word(_ key: WordKey, language: String) -> ShapedWord? {
    words.withLock { $0[language]?[key] }
  }

  /// Keeps a word.
  func keep(_ word: ShapedWord, _ key: WordKey, language: String) {
    words.withLock { words in
      guard words[language]?.count ?? 0 < Self.most else { return }
      words[language, default: [:]][key] = word
    }
  }
}

/// A word as it is looked up.
///
/// Most words are short enough to be two numbers, for which no memory has to be found.
struct WordKey: Hashable, Sendable {
  private let start: UInt64
  private let end: UInt64
  private let rest: [UInt8]
  private let count: Int
  private let style: Int

  /// Names a word in a style, which a number stands for.
  init(_ text: ArraySlice<UInt8>, style: Int) {
    start = Self.number(text.prefix(8))
    end = Self.number(text.dropFirst(8).prefix(8))
    // A copy, so that a word that is kept does not keep the text that it is from.
    rest = text.count > 16 ? Array(text.dropFirst(16)) : []
    count = text.count
    self.style = style
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(end)
    hasher.combine(style)
    if !rest.isEmpty { rest.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }
}
