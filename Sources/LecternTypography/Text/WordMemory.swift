import Synchronization

/// The words that a set of fonts has been asked for, in every language: briefings of one site share most of theirs.
///
/// It changes nothing of what is measured, only how often. Words with characters that no font has are not kept: whoever measures
/// them wants to know.
final class WordMemory: Sendable {
  /// A word as it is looked up.
  struct Key: Hashable, Sendable {
    var text: [UInt8]
    var face: FontFace
    var isTabular: Bool

    func hash(into hasher: inout Hasher) {
      // All bytes at once: the standard library takes the elements of a list one by one.
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(face)
      hasher.combine(isTabular)
    }
  }

  private let words = Mutex<[String: [Key: ShapedWord]]>([:])

  /// So many words in one language take about 8 MB; a language has a few thousand frequent ones.
  private static let most = 30_000

  /// A word that has been measured.
  func word(_ key: Key, language: String) -> ShapedWord? {
    words.withLock { $0[language]?[key] }
  }

  /// Keeps a word.
  func keep(_ word: ShapedWord, _ key: Key, language: String) {
    words.withLock { words in
      guard words[language]?.count ?? 0 < Self.most else { return }
      words[language, default: [:]][key] = word
    }
  }
}
