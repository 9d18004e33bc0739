import LecternSource

/// Abbreviations that are explained nowhere, each at its first use.
struct Abbreviations: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 3.1.4; GOV.UK style guide, abbreviations and acronyms"
  static let codes: [Diagnostic.Code] = [.abbreviationUnexplained]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let bytes = briefing.file.bytes
    var first: [(name: String, span: Span)] = []
    var explained: Set<String> = []
    var seen: Set<String> = []
    for passage in briefing.passages where passage.isProse {
      for (index, word) in passage.words.enumerated() {
        let span = word.span
        // Capitals next to capitals are shouted rather than shortened.
        guard (3...6).contains(span.length), isInCapitals(word, bytes),
          !isShouted(passage.words, index, bytes)
        else { continue }
        let name = briefing.text(in: span)
        if !explained.contains(name),
          isExplained(bytes, span) || isWrittenOut(name, near: index, in: passage.words)
        {
          explained.insert(name)
        }
        guard seen.insert(name).inserted else { continue }
        first.append((name, span))
      }
    }
    return first.filter { !explained.contains($0.name) && !known.contains($0.name) }
      .map { .abbreviationUnexplained($0.name, at: $0.span) }
  }

  private static func isShouted(_ words: [Word], _ index: Int, _ bytes: [UInt8]) -> Bool {
    if index > 0, words[index].gap.isEmpty, isInCapitals(words[index - 1], bytes) { return true }
    return index + 1 < words.count && words[index + 1].gap.isEmpty
      && isInCapitals(words[index + 1], bytes)
  }

  private static func isInCapitals(_ word: Word, _ bytes: [UInt8]) -> Bool {
    word.isCapitalised && bytes[word.span.lower..<word.span.upper].allSatisfy(\.isUpper)
  }

  /// Whether a bracket stands around an abbreviation or its explanation behind it, or a tag explains it.
  private static func isExplained(_ bytes: [UInt8], _ span: Span) -> Bool {
    let before = span.lower > 0 ? bytes[span.lower - 1] : 0x20
    if before == UInt8(ascii: "(") || before == UInt8(ascii: ">") { return true }
    var at = span.upper
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: "*") { at += 1 }
    return at + 1 < bytes.count && bytes[at] == UInt8(ascii: "(") && bytes[at + 1].isLetter
  }

  /// Whether words around an abbreviation begin with its letters, as in “disability living allowance”; small words between
  /// them have no letter in it.
  private static func isWrittenOut(_ name: String, near index: Int, in words: [Word]) -> Bool {
    let letters = Array(name.lowercased().utf8)
    // Farther away nobody would look for it, and a text of nothing else would take long.
    let near = words[max(0, index - reach)..<min(words.count, index + reach)]
    return near.indices.contains { start in
      var next = 0
      for word in near[start...] {
        if word.lower.utf8.first == letters[next], word.span.length > 1 {
          next += 1
          if next == letters.count { return true }
        } else if next == 0 || !small.contains(word.lower) {
          return false
        }
      }
      return false
    }
  }

  /// How many words before and behind an abbreviation may write it out.
  private static let reach = 20
  private static let small: Set<String> = ["of", "and", "for", "the", "in", "to", "on", "at", "s"]

  /// Abbreviations that people know better than what they stand for.
  private static let known: Set<String> = [
    "NHS", "USA", "BBC", "HTML", "PDF", "CSV", "YAML", "JSON", "XML", "SVG", "PNG", "URL", "DVD",
    "GCSE", "HIV", "AIDS", "DNA", "RNA", "MRI", "WHO", "NASA", "FAQ", "SMS", "GPS", "COVID", "ISBN",
    "ISSN", "DOI", "HTTP", "HTTPS", "CSS", "WCAG", "BIB", "RIS", "GFM", "OK", "VAT", "ITV", "UTF",
    "CSL", "ORCID", "UNESCO", "UNICEF", "JPEG", "GIF", "AND", "NOT", "CODE", "NAME", "LANG", "DIR",
    "FILE", "THE", "BSL",
  ]
}

extension Diagnostic.Code {
  static let abbreviationUnexplained = Self(
    "abbreviation-unexplained", .information,
    summary: "An abbreviation is explained nowhere.",
    remedy: "Write it out where it stands first, with the abbreviation in brackets behind it.")
}

extension Diagnostic {
  fileprivate static func abbreviationUnexplained(_ name: String, at span: Span) -> Self {
    Self(
      .abbreviationUnexplained, "`\(name)` is explained nowhere", at: span,
      help: "write it out here, with `(\(name))` behind it")
  }
}
