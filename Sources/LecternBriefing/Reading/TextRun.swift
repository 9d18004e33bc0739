import LecternSource

/// Neighbouring texts and soft breaks as one string, each byte of which can be found in the source.
struct TextRun {
  /// The words, with a line feed for each soft break.
  private(set) var text = ""
  private var pieces: [(start: Int, span: Span)] = []

  mutating func append(_ words: String, at span: Span) {
    pieces.append((text.utf8.count, span))
    text += words
  }

  /// Where a range of the words stands in the source.
  func span(of range: Range<String.Index>) -> Span {
    Span(offset(of: range.lowerBound), offset(of: range.upperBound))
  }

  private func offset(of index: String.Index) -> Int {
    let distance = text.utf8.distance(from: text.startIndex, to: index)
    let piece = pieces.last { $0.start <= distance } ?? pieces[0]
    return min(piece.span.lower + distance - piece.start, piece.span.upper)
  }

  /// The words as texts and soft breaks.
  var inlines: [Inline] { Self.inlines(of: text[...]) }

  /// Some words as texts and soft breaks.
  static func inlines(of text: Substring) -> [Inline] {
    guard text.utf8.contains(0x0A) else { return text.isEmpty ? [] : [.text(String(text))] }
    var result: [Inline] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { result.append(.softBreak) }
      if !line.isEmpty { result.append(.text(String(line))) }
    }
    return result
  }
}
