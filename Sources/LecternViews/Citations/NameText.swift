import LecternBriefing
import LecternSource

/// Names as lists of references write them.
struct NameText {
  /// What stands behind each initial.
  let stop: String
  /// What stands between family name and initials.
  let separator: String
  /// What stands before a suffix such as `Jr.`.
  let suffixSeparator: String

  /// `Okafor, N.T.`, as Harvard has it.
  static let harvard = NameText(stop: ".", separator: ", ", suffixSeparator: ", ")
  /// `Okafor NT`, as Vancouver has it.
  static let vancouver = NameText(stop: "", separator: " ", suffixSeparator: " ")

  /// `J. R. Okafor`, as names with initials stand in a text.
  static let inText = NameText(stop: ". ", separator: ", ", suffixSeparator: ", ")

  /// A name with the family name first.
  func inverted(_ name: PersonName) -> String {
    guard let given = name.given else { return name.short }
    if Self.isUnspaced(name) { return name.family + given }
    let rest = [initials(given), name.droppingParticle].compactMap(\.self).joined(separator: " ")
    let suffix = name.suffix.map {
      suffixSeparator + (stop.isEmpty ? $0.replacing(".", with: "") : $0)
    }
    return name.short + separator + rest + (suffix ?? "")
  }

  /// A name with the initials first, as editors of a book have it: `D. Quill`.
  func inOrder(_ name: PersonName) -> String {
    guard let given = name.given else { return name.short }
    if Self.isUnspaced(name) { return name.family + given }
    let parts = [initials(given), name.droppingParticle, name.short, name.suffix]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  /// The initials of given names: `N.T.` or `NT`, `J.-P.` or `JP`.
  private func initials(_ given: String) -> String {
    given.words.map { word in
      word.split(separator: "-").map { part in
        if Self.areInitials(part) { return part.map { "\($0)\(stop)" }.joined() }
        return part.split(separator: ".").compactMap {
          $0.first.map { "\($0.uppercased())\(stop)" }
        }
        .joined()
      }.joined(separator: stop.isEmpty ? "" : "-")
    }.joined().replacing(". -", with: ".-").trimmed
  }

  /// Whether a given name is nothing but initials without stops, such as `NT`.
  private static func areInitials(_ word: Substring) -> Bool {
    (2...3).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
  }

  /// Whether a name is in a script that has neither initials nor spaces, as Chinese.
  private static func isUnspaced(_ name: PersonName) -> Bool {
    name.family.unicodeScalars.first.map { (0x2E80...0xD7FF).contains($0.value) } ?? false
  }
}
