import LecternSource

/// The texts of what an author wrote in which private strings are looked for.
///
/// It need not read Markdown as Markdown is read: what the pages hold is looked for in the pages. This finds the place.
struct SourceTexts {
  /// The text as it is written.
  private var written = FoldedText()
  /// The text without what marks a word or stands inside it: emphasis, code, tags, comments, escapes.
  private var plain = FoldedText()
  /// The text with what stands behind percent signs.
  private var unescaped = FoldedText()
  /// What stands in tags, such as the title of an element.
  private var tags = FoldedText()

  /// All of them.
  var all: [FoldedText] { [written, plain, unescaped, tags] }

  init(of bytes: [UInt8]) {
    let pieces = TextPieces(bytes: bytes)
    let whole = 0..<bytes.count
    Self.add(pieces, to: &written, without: Self.emphasis)
    Self.add(pieces, to: &plain, without: Self.mark)
    addTags(pieces)
    if pieces.hasPercents(whole) { pieces.addUnescaped(whole, to: &unescaped) }
  }

  private mutating func addTags(_ pieces: TextPieces) {
    var offset = 0
    while offset < pieces.bytes.count {
      let isOpen = pieces.bytes[offset] == UInt8(ascii: "<")
      let length = isOpen ? Self.tag(pieces.bytes, offset) : 0
      if length > 1 {
        tags.breakOff(at: offset)
        pieces.addDecoded(offset..<(offset + length), to: &tags)
      }
      offset += max(1, length)
    }
  }

  /// Adds a text without its marks, each of which has the length that `mark` says.
  private static func add(
    _ pieces: TextPieces, to text: inout FoldedText, without mark: ([UInt8], Int) -> Int
  ) {
    let bytes = pieces.bytes
    var start = 0
    var offset = 0
    func close() {
      pieces.addDecoded(start..<offset, to: &text)
    }
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"),
        let found = CharacterReference.readEscape(bytes, at: offset, before: bytes.count)
      {
        close()
        text.append(found.scalar, from: offset..<found.end)
        offset = found.end
        start = offset
        continue
      }
      let length = mark(bytes, offset)
      if length > 0 {
        close()
        start = offset + length
      }
      offset += max(1, length)
    }
    close()
  }

  /// How many bytes at an offset are marks that stand inside words and can hold none.
  private static func emphasis(_ bytes: [UInt8], at offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "\\"): return 1
    case UInt8(ascii: "<"):
      let length = tag(bytes, offset)
      let inside = bytes[(offset + 1)..<(offset + max(1, length - 1))]
      let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 }
      let plain = String(decoding: name, as: UTF8.self).lowercased()
      return plain == "span" || MarkupTexts.letters.contains(plain) ? length : 0
    default: return 0
    }
  }

  /// How many bytes at an offset are marks and no words.
  private static func mark(_ bytes: [UInt8], at offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: ">") where isLineStart(bytes, offset): return 1
    case UInt8(ascii: "["): return isFootnote(bytes, offset) ? length(bytes, offset, upTo: "]") : 1
    case UInt8(ascii: "]"): return 1
    case UInt8(ascii: "<"): return tag(bytes, offset)
    default: return emphasis(bytes, at: offset)
    }
  }

  private static func isLineStart(_ bytes: [UInt8], _ offset: Int) -> Bool {
    var before = offset - 1
    let first = max(0, offset - 100)
    while before >= first, bytes[before] == 0x20 || bytes[before] == UInt8(ascii: ">") {
      before -= 1
    }
    return before < first || bytes[before] == 0x0A || bytes[before] == 0x0D
  }

  private static func isFootnote(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "^")
  }

  /// A tag or a comment's delimiters; the words of a comment stay.
  private static func tag(_ bytes: [UInt8], _ offset: Int) -> Int {
    guard offset + 1 < bytes.count else { return 0 }
    let next = bytes[offset + 1]
    let isTag = next.isLetter || next == UInt8(ascii: "/")
    return isTag ? length(bytes, offset, upTo: ">") : 0
  }

  private static func length(_ bytes: [UInt8], _ offset: Int, upTo end: Unicode.Scalar) -> Int {
    let limit = min(bytes.count, offset + longestMark)
    var stop = offset
    while stop < limit {
      if bytes[stop] == UInt8(ascii: end) { return stop + 1 - offset }
      stop += 1
    }
    return 1
  }

  /// A longer tag is left alone, so that no text is looked through again and again.
  private static let longestMark = 200
}
