import LecternSource
import Testing

/// What is asked of bytes says the same as what is asked of characters.
@Suite struct TextTests {
  private static let parts = [
    "a", "Words", " ", "\t", "\r\n", "\u{B}", "\u{A0}", "é", "日本", "<", "<!--", "-->", "--",
    "e\u{301}", "“it’s”", "–", "\u{2003}", "\u{2028}", "\u{301}", "\u{200D}", "",
  ]

  /// Every text of up to three of the parts.
  static let texts = parts.flatMap { first in
    parts.flatMap { second in parts.map { first + second + $0 } }
  }

  @Test func splitsAndTrimsAsCharactersDo() {
    // A space with an accent upon it is something to be seen.
    let isBlank = { (character: Character) in
      character.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
    for text in Self.texts {
      let words = text.split(whereSeparator: isBlank)
      #expect(text.words == words, "\(text.debugDescription)")
      #expect(text.collapsed == words.joined(separator: " "), "\(text.debugDescription)")
      let trimmed = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      #expect(text.trimmed == String(trimmed), "\(text.debugDescription)")
      #expect(text[...].dropFirst().words == text.dropFirst().split(whereSeparator: isBlank))
      #expect(text.characterCount == text.count, "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["<!--", "-->", "a", "--"])
  func findsPhrasesWhereTheirBytesStand(phrase: String) {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let first = bytes.indices.first { bytes[$0...].starts(with: phrase.utf8) }
      let found = text.firstByteRange(of: phrase)
      #expect(found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == first)
      #expect(found.map { String(text[$0]) } ?? phrase == phrase)
    }
  }
}
