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
    let (work, pages) = AuthorYear.parted(bare)
    if let key = AuthorYear(bibliography).key(of: work[...]) {
      let item = Citation.Item(key: key, prefix: "", suffix: pages, omitsAuthor: false)
      return literature(
        source, Citation(items: [item], isNarrative: false, written: nil, span: span))
    }
    if isAuthorYear(source) { return literature(source, nil) }
    return cited(source, content) ?? reported(source, at: span) ?? participant(source)
  }

  /// Words that end in `in` and a work by author and year, such as `Carol, in Hazeldine 2021`; nil for others.
  private func reported(_ source: String, at span: Span) -> Attribution? {
    guard let place = source.firstByteRange(of: ", in ") else { return nil }
    let (work, pages) = AuthorYear.parted(String(source[place.upperBound...]))
    guard let key = AuthorYear(bibliography).key(of: work[...]) else { return nil }
    var attribution = participant(String(source[..<place.lowerBound]))
    attribution.source = source
    attribution.isLiterature = true
    attribution.citation = Citation(
      items: [.init(key: key, prefix: "in", suffix: pages, omitsAuthor: false)],
      isNarrative: false, written: nil, span: span)
    return attribution
  }

  /// Words with a citation among them, such as `Carol, in [@key, p. 4]`; nil when there is none.
  ///
  /// The words before it in its own part become the citation's; the other parts are read as always.
  private func cited(_ source: String, _ content: [Inline]) -> Attribution? {
    guard let place = content.firstIndex(where: \.isCitation),
      case .citation(var citation) = content[place]
    else { return nil }
    let before = content[..<place].map(\.self).plainText
    let after = content[(place + 1)...].map(\.self).plainText
    let separator = source.contains("_") ? "_" : ","
    let start = before.lastIndex { separator.contains($0) }.map(before.index(after:))
    let lead = before[(start ?? before.startIndex)...].collapsed
    if !lead.isEmpty, !citation.items.isEmpty {
      let prefix = citation.items[0].prefix
      citation.items[0].prefix = prefix.isEmpty ? lead : "\(lead) \(prefix)"
    }
    let rest = [String(before[..<(start ?? before.startIndex)]), after].flatMap {
      $0.split { separator.contains($0) }.map(\.trimmed)
    }.filter { !$0.isEmpty }
    var attribution = participant(rest.joined(separator: separator == "_" ? "_" : ", "))
    if rest.isEmpty { attribution.who = nil }
    attribution.source = source
    attribution.citation = citation
    attribution.isLiterature = true
    return attribution
  }

  private func literature(_ source: String, _ citation: Citation?) -> Attribution {
    Attribution(
      source: source, who: citation == nil ? source : nil, isPerson: false, kind: nil, place: nil,
      date: nil, citation: citation, isLiterature: true)
  }

  /// Whether words cite a work that is in no bibliography: `(Name, 2021)`, `Name (2021)`, `Name et al, 2021`.
  private func isAuthorYear(_ words: String) -> Bool {
    var text = words
    if text.hasPrefix("("), text.hasSuffix(")") { text = text.dropFirst().dropLast().trimmed }
    let wasWrapped = text != words
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      // The pages stand with the year: `Name (2021, p. 4)`.
      let inside = text[text.index(after: open)...].dropLast()
      text = "\(text[..<open])(\(AuthorYear.parted(String(inside)).work))"
    } else {
      text = AuthorYear.parted(text).work
    }
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
    let dates = DateWords(labels)
    var places: [String] = []
    for part in dates.joined(Self.parts(of: source)) {
      let isDate = !isRegistered(part) && dates.isDate(part)
      if attribution.kind == nil, let kind = kind(of: part) {
        attribution.kind = kind
      } else if attribution.date == nil, isDate {
        attribution.date = part
      } else if let date = attribution.date, attribution.who == nil, isDate, Self.isName(date) {
        // Of two dates, a lone month in front is somebody's name.
        attribution.who = date
        attribution.isPerson = true
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

  /// The parts of an attribution, without the marks between them.
  private static func parts(of source: String) -> [String] {
    let separator = source.contains("_") ? "_" : ", "
    return source.split(separator: separator).map { part in
      var part = part.trimmed
      while part.hasSuffix(",") { part = part.dropLast().trimmed }
      return part
    }.filter { !$0.isEmpty }
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
    isRegistered(name) || Self.isName(name)
  }

  private func isRegistered(_ name: String) -> Bool {
    participants.contains { $0.id == name || $0.name == name }
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

  /// Whether a word in lower case names a month, whole or by its first three letters, in English or the page's language.
  private func isMonth(_ word: String) -> Bool {
    EnglishMonth.number(of: word) != nil
      || labels.monthNames.contains { $0.hasPrefix(word) && (word.count == 3 || $0 == word) }
  }

  private static let seasons: Set<String> = [
    "spring", "summer", "autumn", "winter", "early", "mid", "late",
  ]
  /// Whether a scalar stands between the parts of a date.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", "/", ".", ",", "–", "—": true
    default: !scalar.isASCII && scalar.properties.isWhitespace
    }
  }

  private static let joints: Set<String> = ["to", "and", "until", "of", "à", "au", "et"]

  /// The parts, with a year joined to the day and month before it: `March 12, 2024` is one date.
  func joined(_ parts: [String]) -> [String] {
    var joined: [String] = []
    for part in parts {
      if let last = joined.last, part.count == 4, part.allSatisfy(\.isNumber), isDate(part),
        last.contains(where: \.isNumber), last.contains(where: \.isLetter), isDate(last),
        !last.hasYear
      {
        joined[joined.count - 1] = "\(last), \(part)"
      } else {
        joined.append(part)
      }
    }
    return joined
  }

  func isDate(_ text: String) -> Bool {
    var hasYearOrMonth = false
    let tokens = text.lowercased().unicodeScalars.split(whereSeparator: Self.parts)
      .map { Substring($0) }
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

extension String {
  /// Whether four digits stand together in it.
  fileprivate var hasYear: Bool {
    split { !$0.isNumber }.contains { $0.count == 4 }
  }
}

extension Inline {
  fileprivate var isCitation: Bool {
    if case .citation = self { return true }
    return false
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
