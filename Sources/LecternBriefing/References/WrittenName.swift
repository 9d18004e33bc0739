extension PersonName {
  /// Forms of address that are no part of a name in a list.
  private static let titles: Set<String> = [
    "dr", "dr.", "prof", "prof.", "professor", "mr", "mrs", "ms", "miss", "sir", "dame",
  ]

  /// Takes a name apart as people write it: `Dr Bethan Griffith` has the family name `Griffith`, `Quill, Dora` is `Quill`.
  ///
  /// A particle in lower case begins the family name; a single word is taken for the name of a body.
  public init(written name: String) {
    let parts = name.split(separator: ",", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      self.init(family: parts[0], given: String(parts[1].drop(while: \.isWhitespace)))
      return
    }
    let words = name.split(separator: " ").drop { Self.titles.contains($0.lowercased()) }
    guard let last = words.last, words.count > 1 else {
      self.init(body: words.last.map(String.init) ?? name)
      return
    }
    let before = words.dropLast()
    let start = before.dropFirst().firstIndex { $0.first?.isLowercase == true } ?? before.endIndex
    let particle = before[start...].joined(separator: " ")
    self.init(
      family: String(last), given: before[..<start].joined(separator: " "),
      particle: particle.isEmpty ? nil : particle)
  }
}
