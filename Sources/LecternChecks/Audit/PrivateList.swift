import LecternSource

/// The strings that no built file may hold: real names, places, numbers.
///
/// It knows the strings by their lines, since nothing that it says may repeat them. The list itself is never part of a
/// project.
public struct PrivateList: Sendable {
  private let search: StringSearch
  private let patterns: [Pattern]
  /// Whether a string has enough digits that it may be written in other groups.
  private let hasNumbers: Bool

  /// One form of a string, and how it may stand in a text.
  private struct Pattern: Sendable {
    /// The line of the list, counted from 1.
    var line: Int
    /// The folded string.
    var bytes: [UInt8]
    var startsAt: Edge
    var endsAt: Edge
  }

  /// What may not stand beside a string, lest it be a part of another word or number.
  private enum Edge {
    case letters
    case digits
    case nothing
  }

  /// A string found.
  struct Match {
    /// The line of the list, counted from 1.
    var line: Int
    /// Where it stands in the source of the folded text.
    var place: Range<Int>
  }

  /// Reads a list: one string a line, blank lines and surrounding white space not counted; nil when it is not UTF-8.
  ///
  /// No line is a comment: a name or a handle may begin with any character.
  public init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var patterns: [Pattern] = []
    var known: Set<[UInt8]> = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      for form in Self.forms(of: line) where known.insert(form).inserted {
        patterns.append(
          Pattern(
            line: index + 1, bytes: form, startsAt: Self.edge(Self.scalar(at: 0, form)),
            endsAt: Self.edge(Self.scalar(before: form.count, form))))
      }
    }
    self.patterns = patterns
    hasNumbers = patterns.contains { pattern in
      pattern.bytes.count { $0.isDigit } >= Self.shortestNumber
    }
    search = StringSearch(patterns.map(\.bytes))
  }

  /// The strings found in a text, in the order of their ends.
  func matches(in text: FoldedText) -> [Match] {
    found(in: text) + (hasNumbers ? found(in: text.withJoinedDigits) : [])
  }

  private func found(in text: FoldedText) -> [Match] {
    var matches: [Match] = []
    search.forEachMatch(in: text.bytes) { index, end in
      let pattern = patterns[index]
      let start = end - pattern.bytes.count
      guard Self.isFree(pattern.startsAt, Self.scalar(before: start, text.bytes)),
        Self.isFree(pattern.endsAt, Self.scalar(at: end, text.bytes))
      else { return }
      let place = text.places[start].lowerBound..<text.places[end - 1].upperBound
      matches.append(Match(line: pattern.line, place: place))
    }
    return matches
  }

  // MARK: Forms

  /// The forms in which a string is looked for, folded: as it is, as ids and names of files have it, and its words without
  /// the spaces between them.
  private static func forms(of line: Substring) -> [[UInt8]] {
    let whole = folded(String(line))
    // A line of signs alone would be found wherever a sentence ends.
    guard whole.contains(where: { $0 >= 0x80 || isLetterOrDigit($0) }) else { return [] }
    var forms = [whole]
    let text = String(decoding: whole, as: UTF8.self).unicodeScalars
    let isWord = { (scalar: Unicode.Scalar) in
      scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .spacingMark
        || scalar.properties.generalCategory == .nonspacingMark
    }
    let slug = String(String.UnicodeScalarView(text.filter(isWord)))
    let spaced = String(String.UnicodeScalarView(text.map { isWord($0) ? $0 : " " }))
    let joined = slug.filter { $0 != " " }
    // What is short means something else without its punctuation or spaces.
    if joined.count >= shortestSlug { forms += [folded(slug), folded(spaced)] }
    let hasDigit = joined.utf8.contains { $0.isDigit }
    if joined.count >= (hasDigit ? shortestNumber : shortestJoined) { forms.append(folded(joined)) }
    return forms.filter { !$0.isEmpty }
  }

  private static let shortestSlug = 4
  private static let shortestJoined = 8
  /// A postcode, a telephone number.
  private static let shortestNumber = 5

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x61...0x7A).contains(byte)
  }

  private static func folded(_ text: String) -> [UInt8] {
    var folded = FoldedText()
    folded.append(text.utf8, at: 0)
    let bytes = folded.bytes
    return Array(bytes.drop { $0 == 0x20 || $0 == FoldedText.rift })
  }

  // MARK: Borders

  private static func edge(_ scalar: Unicode.Scalar?) -> Edge {
    guard let scalar else { return .nothing }
    if isLetter(scalar) { return .letters }
    return scalar.properties.numericType == .decimal ? .digits : .nothing
  }

  private static func isFree(_ edge: Edge, _ neighbour: Unicode.Scalar?) -> Bool {
    guard let neighbour else { return true }
    return switch edge {
    case .nothing: true
    case .letters: !isLetter(neighbour)
    case .digits: neighbour.properties.numericType != .decimal
    }
  }

  /// Whether a character is a letter of a script that parts its words.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return (0x61...0x7A).contains(scalar.value) }
    return scalar.properties.isAlphabetic && !partsNoWords.contains { $0.contains(scalar.value) }
  }

  /// Thai to Myanmar, Khmer, Hangul, and the scripts of Japanese and Chinese: in them a name may have letters beside it.
  private static let partsNoWords: [ClosedRange<UInt32>] = [
    0x0E00...0x0EFF, 0x1000...0x11FF, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7FF, 0xF900...0xFAFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFF,
  ]

  private static func scalar(at offset: Int, _ bytes: [UInt8]) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[offset..<min(bytes.count, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }

  private static func scalar(before offset: Int, _ bytes: [UInt8]) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(at: start, bytes)
  }
}
