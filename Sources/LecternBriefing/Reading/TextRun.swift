import LecternSource

/// Neighbouring texts and soft breaks as one string, each byte of which can be found in the source.
struct TextRun {
  /// The words, with a line feed for each soft break.
  private(set) var text = ""
  private var pieces: [(start: Int, span: Span)] = []
  /// The offsets in the words, in bytes, of characters that a backslash protects.
  private var escaped: Set<Int> = []

  mutating func append(_ words: String, at span: Span, source: String? = nil) {
    if let source, source.utf8.contains(UInt8(ascii: "\\")) { noteEscapes(in: words, source) }
    pieces.append((text.utf8.count, span))
    text += words
  }

  /// Whether a backslash stands before a character, so that it is no mark of ours.
  func isEscaped(_ index: String.Index) -> Bool {
    !escaped.isEmpty && escaped.contains(text.utf8.distance(from: text.startIndex, to: index))
  }

  /// Walks over words and source side by side for as long as they agree.
  private mutating func noteEscapes(in words: String, _ source: String) {
    let base = text.utf8.count
    let source = Array(source.utf8)
    var at = 0
    for (offset, byte) in words.utf8.enumerated() {
      guard at < source.count else { return }
      if source[at] == UInt8(ascii: "\\"), at + 1 < source.count, source[at + 1] == byte {
        escaped.insert(base + offset)
        at += 1
      } else if source[at] != byte {
        // A character reference: the rest cannot be told apart from here.
        guard source[at] == UInt8(ascii: "&"),
          let end = source[at...].firstIndex(of: UInt8(ascii: ";"))
        else { return }
        at = end
      }
      at += 1
    }
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
    guard text.holds("\n") else { return text.isEmpty ? [] : [.text(String(text))] }
    var result: [Inline] = []
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(.softBreak) }
      if !line.isEmpty { result.append(.text(String(Substring(line)))) }
    }
    return result
  }
}
