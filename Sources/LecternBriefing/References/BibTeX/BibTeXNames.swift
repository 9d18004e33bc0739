/// Reads lists of names as BibTeX has them: `First von Last and von Last, Jr, First and {A Body}`.
struct BibTeXNames {
  let letters: LatinLetters

  /// The names of a field in order.
  func names(_ latex: String) -> [PersonName] {
    Self.split(latex, at: { $0.lowercased() == "and" }).map { words in name(words) }
  }

  private func name(_ words: [Substring]) -> PersonName {
    if words.count == 1, words[0].lowercased() == "others" { return PersonName(body: "others") }
    let text = words.joined(separator: " ")
    if words.count == 1 || text.first == "{", Self.isBraced(text) {
      return PersonName(body: plain(text))
    }
    let parts = Self.parts(words)
    switch parts.count {
    case 1: return firstLast(parts[0])
    case 2: return PersonName.made(last(parts[0]), given: plain(parts[1]), suffix: nil)
    default:
      return PersonName.made(last(parts[0]), given: plain(parts[2]), suffix: plain(parts[1]))
    }
  }

  /// `First von Last`: the small words, and what follows them, are the last name.
  private func firstLast(_ words: [Substring]) -> PersonName {
    guard words.count > 1 else { return PersonName(body: plain(words)) }
    let small = words.dropLast().firstIndex { Self.isSmall($0) }
    let start = small ?? words.count - 1
    return PersonName.made(
      last(Array(words[start...])), given: plain(Array(words[..<start])), suffix: nil)
  }

  private func last(_ words: [Substring]) -> (particle: String?, family: String) {
    let count = words.dropLast().prefix { Self.isSmall($0) }.count
    return (
      count == 0 ? nil : plain(Array(words[..<count])), plain(Array(words[count...]))
    )
  }

  private func plain(_ words: [Substring]) -> String { plain(words.joined(separator: " ")) }

  private func plain(_ latex: String) -> String { LaTeXText.plain(latex, letters) }

  private static func isSmall(_ word: Substring) -> Bool { word.first?.isLowercase == true }

  /// Whether one pair of braces holds all of a text.
  private static func isBraced(_ text: String) -> Bool {
    guard text.first == "{", text.last == "}", text.count > 2 else { return false }
    var depth = 0
    for (index, character) in zip(text.indices, text) {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if depth == 0 { return text.index(after: index) == text.endIndex && text.second != "\\" }
    }
    return false
  }

  /// Words outside braces, in groups that some of them part.
  private static func split(
    _ text: String, at isMark: (Substring) -> Bool
  ) -> [[Substring]] {
    var groups: [[Substring]] = [[]]
    for word in words(of: text) {
      if isMark(word) { groups.append([]) } else { groups[groups.count - 1].append(word) }
    }
    return groups.filter { !$0.isEmpty }
  }

  /// The words of a name in parts, as commas outside braces cut them.
  private static func parts(_ words: [Substring]) -> [[Substring]] {
    var parts: [[Substring]] = [[]]
    for word in words {
      var depth = 0
      var start = word.startIndex
      for (index, character) in zip(word.indices, word) {
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
        guard character == ",", depth == 0 else { continue }
        if start < index { parts[parts.count - 1].append(word[start..<index]) }
        parts.append([])
        start = word.index(after: index)
      }
      if start < word.endIndex { parts[parts.count - 1].append(word[start...]) }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for (index, character) in zip(text.indices, text) {
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      case _ where depth <= 0 && character.isWhitespace:
        if start < index { words.append(text[start..<index]) }
        start = text.index(after: index)
      default: break
      }
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}

extension PersonName {
  fileprivate static func made(
    _ last: (particle: String?, family: String), given: String, suffix: String?
  ) -> PersonName {
    PersonName(family: last.family, given: given, particle: last.particle, suffix: suffix)
  }
}

extension String {
  fileprivate var second: Character? { dropFirst().first }
}
