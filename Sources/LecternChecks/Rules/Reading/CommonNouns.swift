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
    // Few words begin as one of few names does, and the others need not be looked up.
    var begins = [Bool](repeating: false, count: 256)
    for form in wanted.keys { if let first = form.utf8.first { begins[Int(first)] = true } }
    var found: Set<String> = []
    for passage in passages where passage.isProse || passage.kind == .aside {
      for word in passage.words where !word.isCapitalised {
        guard let first = word.lower.utf8.first, begins[Int(first)] else { continue }
        if let name = wanted[word.lower] { found.insert(name) }
      }
    }
    return found
  }
}
