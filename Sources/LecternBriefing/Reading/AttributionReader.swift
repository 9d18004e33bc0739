import LecternSource

/// Reads whose words a quotation holds from the line below it.
struct AttributionReader {
  let labels: Labels
  let participants: [Participant]
  let bibliography: Bibliography

  /// The parts of an attribution: its words without the dash, the inlines they were written as, and where it stands.
  func attribution(_ words: String, content: [Inline], at span: Span) -> Attribution {
    let source = words.collapsed
    if let citation = content.lone {
      return literature(source, citation)
    }
    let bare =
      source.hasPrefix("(") && source.hasSuffix(")")
      ? source.dropFirst().dropLast().trimmed : source
    let (work, locator) = Self.split(bare)
    if let key = AuthorYear(bibliography).key(of: work[...]) {
      let item = Citation.Item(key: key, prefix: "", suffix: locator, omitsAuthor: false)
      return literature(
        source, Citation(items: [item], isNarrative: false, written: nil, span: span))
    }
    if isAuthorYear(source) { return literature(source, nil) }
    return participant(source)
  }

  /// An author-year citation without its pages, and the pages: `Smith, 2020` and `p. 4`.
  private static func split(_ words: String) -> (work: String, locator: String) {
    for mark in [", p. ", ", pp. ", ", p ", ": "] {
      guard let found = words.firstByteRange(of: mark),
        words[found.upperBound...].first?.isNumber == true
      else { continue }
      let locator = words[found.lowerBound...].drop { ",: ".contains($0) }
      return (String(words[..<found.lowerBound]), String(locator))
    }
    return (words, "")
  }

  private func literature(_ source: String, _ citation: Citation?) -> Attribution {
    Attribution(
      source: source, who: source, isPerson: false, kind: nil, place: nil, date: nil,
      citation: citation, isLiterature: true)
  }

  /// Whether words cite a work that is in no bibliography: `(Name, 2021)`, `Name (2021)`, `Name et al, 2021`.
  private func isAuthorYear(_ words: String) -> Bool {
    var text = words
    if text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast().trimmed }
    let wasWrapped = text != words
    text = Self.split(text).work
    let year = text.hasSuffix(")") ? text.dropLast().suffix(4) : text.suffix(4)
    guard year.count == 4, year.allSatisfy({ $0.isASCII && $0.isNumber }) else { return false }
    let before = text.dropLast(text.hasSuffix(")") ? 6 : 4)
    guard let first = before.first, first.isUppercase else { return false }
    return wasWrapped || text.hasSuffix("(\(year))") || before.lowercased().contains(" et al")
  }

  private func participant(_ source: String) -> Attribution {
    var attribution = Attribution(
      source: source, who: nil, isPerson: false, kind: nil, place: nil, date: nil, citation: nil,
      isLiterature: false)
    let separator = source.contains("_") ? "_" : ", "
    var places: [String] = []
    for part in source.split(separator: separator).map(\.trimmed) where !part.isEmpty {
      if attribution.kind == nil, let kind = kind(of: part) {
        attribution.kind = kind
      } else if attribution.date == nil, DateWords(labels).isDate(part) {
        attribution.date = part
      } else if attribution.who == nil {
        attribution.who = part
        attribution.isPerson = isPerson(part)
      } else {
        places.append(part)
      }
    }
    if attribution.who == nil, attribution.kind == nil, attribution.date == nil {
      attribution.who = source
    }
    if !places.isEmpty { attribution.place = places.joined(separator: ", ") }
    return attribution
  }

  /// A kind of source by its name in English or in the page's language, in any case or number.
  private func kind(of part: String) -> SourceKind? {
    let name = Self.singular(part.lowercased())
    return SourceKind.allCases.first { kind in
      guard name != Self.english[kind] else { return true }
      let label = Label(rawValue: kind.rawValue).map { labels[$0].lowercased() } ?? ""
      return name == Self.singular(label)
    }
  }

  private static let english = Dictionary(
    uniqueKeysWithValues: SourceKind.allCases.map { kind in
      (kind, singular(kind.rawValue.replacing("-", with: " ")))
    })

  private static func singular(_ words: String) -> String {
    words.collapsed.split(separator: " ").map { word in
      if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
      return word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
    }.joined(separator: " ")
  }

  private func isPerson(_ name: String) -> Bool {
    if participants.contains(where: { $0.id == name || $0.name == name }) { return true }
    return Self.isName(name)
  }

  /// Whether words are one to three capitalised words and nothing else.
  static func isName(_ words: String) -> Bool {
    let parts = words.words
    return (1...3).contains(parts.count)
      && parts.allSatisfy { part in
        part.first?.isUppercase == true
          && part.allSatisfy { $0.isLetter || $0.isNumber || "-'’.".contains($0) }
      }
  }
}

/// Tells whether words read as a date.
private struct DateWords {
  private let labels: Labels

  init(_ labels: Labels) {
    self.labels = labels
  }

  private static let months: Set<String> = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "sept",
    ]
    return Set(names + names.map { String($0.prefix(3)) })
  }()

  /// Whether a word in lower case names a month, whole or by its first three letters, in English or the page's language.
  private func isMonth(_ word: String) -> Bool {
    Self.months.contains(word)
      || labels.monthNames.contains { $0.hasPrefix(word) && (word.count == 3 || $0 == word) }
  }

  private static let seasons: Set<String> = [
    "spring", "summer", "autumn", "winter", "early", "mid", "late",
  ]
  private static let joints: Set<String> = ["to", "and", "until", "of", "à", "au", "et"]

  func isDate(_ text: String) -> Bool {
    var hasYearOrMonth = false
    let tokens = text.lowercased().split { $0.isWhitespace || "–—-/.,".contains($0) }
    guard !tokens.isEmpty else { return false }
    for token in tokens {
      if token.allSatisfy({ $0.isASCII && $0.isNumber }) {
        let number = Int(token) ?? 0
        if token.count == 4, (1800...2199).contains(number) {
          hasYearOrMonth = true
        } else if token.count > 2 || !(1...31).contains(number) {
          return false
        }
      } else if isMonth(String(token)) {
        hasYearOrMonth = true
      } else if !Self.seasons.contains(String(token)), !Self.joints.contains(String(token)),
        !isOrdinal(token)
      {
        return false
      }
    }
    return hasYearOrMonth
  }

  private func isOrdinal(_ token: Substring) -> Bool {
    let number = token.prefix { $0.isNumber }
    return !number.isEmpty
      && ["st", "nd", "rd", "th", "er"].contains(String(token.dropFirst(number.count)))
  }
}

extension [Inline] {
  /// The citation that these inlines are, and nothing else.
  fileprivate var lone: Citation? {
    let meaningful = filter { inline in
      if case .text(let text) = inline {
        return !text.allSatisfy { $0.isWhitespace || "()".contains($0) }
      }
      return true
    }
    guard meaningful.count == 1, case .citation(let citation) = meaningful[0] else { return nil }
    return citation
  }
}
