/// Tells words for many people, such as `Leaver`, from pseudonyms.
enum CommonNouns {
  /// The names that the prose has in small letters as well, alone or as a plural; no pseudonym is written so.
  static func among(_ names: Set<String>, in passages: [Passage]) -> Set<String> {
    var wanted: [String: String] = [:]
    for name in names where ParticipantID(name) == nil {
      let word = name.lowercased()
      for form in [word, word + "s", word + "es"] { wanted[form] = name }
    }
    guard !wanted.isEmpty else { return [] }
    var found: Set<String> = []
    for passage in passages where passage.isProse || passage.kind == .aside {
      for word in passage.words where !word.isCapitalised {
        if let name = wanted[word.lower] { found.insert(name) }
      }
    }
    return found
  }
}
