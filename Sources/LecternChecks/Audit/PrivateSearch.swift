/// Looks for the strings of a private list in everything that a site is made of.
public struct PrivateSearch: Sendable {
  private let list: PrivateList

  /// A private string in a file: its line in the list and its place, but never the string itself.
  public struct Finding: Sendable, Hashable {
    /// The line of the list, counted from 1.
    public var line: Int
    /// Where it stands in the file, in bytes.
    public var place: Range<Int>
  }

  /// How the bytes of a file are read.
  public enum Form: Sendable {
    /// Pages and drawings.
    case markup
    /// What an author writes: text with Markdown, HTML or YAML in it.
    case source
    /// Rows and cells.
    case table
    /// Any other text.
    case text
    /// Anything else, of which only runs of readable characters count.
    case bytes
  }

  /// Makes a search for the strings of a list.
  public init(_ list: PrivateList) {
    self.list = list
  }

  /// The strings found in a file, in the order of their places.
  public func findings(in bytes: [UInt8], as form: Form) -> [Finding] {
    var found: Set<Finding> = []
    for text in Self.texts(of: bytes, as: form) {
      for match in list.matches(in: text) {
        found.insert(Finding(line: match.line, place: match.place))
      }
    }
    return found.sorted {
      ($0.place.lowerBound, $0.place.upperBound, $0.line)
        < ($1.place.lowerBound, $1.place.upperBound, $1.line)
    }
  }

  /// The lines of the list whose strings are in the name of a file.
  public func lines(inName path: String) -> [Int] {
    let bytes = Array(path.utf8)
    let pieces = TextPieces(bytes: bytes)
    var text = FoldedText()
    pieces.addPlain(0..<bytes.count, to: &text)
    text.breakOff(at: bytes.count)
    pieces.addUnescaped(0..<bytes.count, to: &text)
    return Set(list.matches(in: text).map(\.line)).sorted()
  }

  /// A text with a bullet for each character of the strings found in it.
  public func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let places = findings(in: bytes, as: .source).map(\.place)
    guard !places.isEmpty else { return text }
    var result = ""
    var next = 0
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      while next < places.count, places[next].upperBound <= offset { next += 1 }
      let isHidden = places[next...].prefix { $0.lowerBound < end }.contains {
        $0.upperBound > offset
      }
      result.append(isHidden && !character.isNewline ? "•" : character)
      offset = end
    }
    return result
  }

  private static func texts(of original: [UInt8], as form: Form) -> [FoldedText] {
    let bytes =
      switch form {
      case .table, .text: TextFile.utf8(of: original)
      case .markup, .source, .bytes: original
      }
    let pieces = TextPieces(bytes: bytes)
    let whole = 0..<bytes.count
    switch form {
    case .markup: return MarkupTexts(of: bytes).all
    case .source: return SourceTexts(of: bytes).all
    case .table:
      var cells = FoldedText()
      let borders = Set([UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "\"")])
      for part in bytes.indices.split(whereSeparator: { borders.contains(bytes[$0]) }) {
        cells.separate(at: part.startIndex)
        pieces.addPlain(part.startIndex..<part.endIndex, to: &cells)
      }
      return [cells] + texts(of: bytes, as: .text)
    case .text:
      var text = FoldedText()
      pieces.addPlain(whole, to: &text)
      var decoded = FoldedText()
      pieces.addUnescaped(whole, to: &decoded)
      return [text, decoded]
    case .bytes: return [ReadableRuns.text(of: bytes)]
    }
  }
}
