/// A person's name, taken apart for lists that are sorted by family names.
public struct PersonName: Sendable, Equatable {
  /// The family name with the particles that belong to it, such as `van der Berg`.
  public var family: String
  /// The given names; nil when there is but one name, or the name is written with a comma.
  public var given: String?

  /// Forms of address that are no part of a name in a list.
  private static let titles: Set<String> = [
    "dr", "dr.", "prof", "prof.", "professor", "mr", "mrs", "ms", "miss", "sir", "dame",
  ]

  /// Takes a name apart: `Dr Bethan Griffith` has the family name `Griffith`.
  public init(_ name: String) {
    let parts = name.split(separator: ",", maxSplits: 1)
    if parts.count == 2 {
      family = String(parts[0])
      given =
        parts[1].drop(while: \.isWhitespace).isEmpty
        ? nil : String(parts[1].drop(while: \.isWhitespace))
      return
    }
    let words = name.split(separator: " ").drop { Self.titles.contains($0.lowercased()) }
    guard let last = words.last, words.count > 1 else {
      family = words.last.map(String.init) ?? name
      return
    }
    let before = words.dropLast()
    let particle = before.dropFirst().firstIndex { $0.first?.isLowercase == true }
    let start = particle ?? before.endIndex
    family = (before[start...] + [last]).joined(separator: " ")
    given = before[..<start].joined(separator: " ")
  }
}
