import LecternSource

/// Finds works by how their authors and year are commonly written in a text.
struct AuthorYearIndex: Sendable {
  /// The keys of the works of each year and way to write the authors.
  private var keys: [Entry: [String]] = [:]
  /// Every way to write the authors of some work.
  private var authors: Set<String> = []
  /// The most words that the authors of a work take.
  private(set) var mostWords = 0

  private struct Entry: Hashable {
    var author: String
    var year: Int
  }

  init(_ references: [Reference]) {
    var seen: Set<String> = []
    for reference in references where seen.insert(reference.key).inserted {
      guard let year = reference[.issued]?.year else { continue }
      for form in Self.forms(of: reference) {
        // Nobody writes more into a sentence, and every word costs time at every parenthesis.
        let words = form.words.count
        guard words <= 12 else { continue }
        keys[Entry(author: form, year: year), default: []].append(reference.key)
        authors.insert(form)
        mostWords = max(mostWords, words)
      }
    }
  }

  /// The keys of the works that some authors wrote in a year.
  func keys(author: String, year: Int) -> [String] {
    keys[Entry(author: Self.curly(author), year: year)] ?? []
  }

  /// Whether some work has authors that are written so.
  func hasAuthor(_ author: String) -> Bool { authors.contains(Self.curly(author)) }

  /// Names have curly apostrophes, texts have either.
  private static func curly(_ author: String) -> String { author.replacing("'", with: "’") }

  /// The ways in which the authors of a work are commonly written.
  private static func forms(of reference: Reference) -> Set<String> {
    guard let names = reference.creators?.names, let first = names.first?.short else { return [] }
    guard names.count > 1 else { return [first] }
    let second = names[1].short
    var forms: Set<String> = [
      "\(first) et al.", "\(first) et al", "\(first) and \(second)", "\(first) & \(second)", first,
    ]
    if names.count == 3 {
      for last in ["and", "&"] {
        forms.insert("\(first), \(second) \(last) \(names[2].short)")
        forms.insert("\(first), \(second), \(last) \(names[2].short)")
      }
    }
    return forms
  }
}
