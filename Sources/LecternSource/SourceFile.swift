/// One text that an author wrote: its path as messages show it, its bytes and where its lines begin.
public struct SourceFile: Sendable {
  /// The path as it is shown to the author.
  public let path: String
  /// The text as UTF-8, exactly as read.
  public let bytes: [UInt8]
  /// The offset of the first byte of each line; the first is 0.
  public let lineStarts: [Int]

  /// Makes a source file and finds its lines; `\n`, `\r\n` and a lone `\r` end a line.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = buffer[offset]
        offset += 1
        if byte == UInt8(ascii: "\n") {
          starts.append(offset)
        } else if byte == UInt8(ascii: "\r"), offset == buffer.count || buffer[offset] != 0x0A {
          starts.append(offset)
        }
      }
    }
    lineStarts = starts
  }

  /// Makes a source file from a string.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The span of the whole text.
  public var span: Span { Span(0, bytes.count) }

  /// The index of the line, counted from 0, in which an offset lies.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The span of a line, counted from 0, without its line end.
  public func lineSpan(_ index: Int) -> Span {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// The line and column of an offset, both counted from 1, the column in characters.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    var finder = PositionFinder(self)
    return finder.position(of: offset)
  }

  /// A span without the halves of characters that it may begin and end with.
  func wholeCharacters(_ span: Span) -> Span {
    var lower = span.lower
    var upper = span.upper
    while lower < upper, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < bytes.count, upper > lower, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return Span(lower, upper)
  }

  /// The text of a span; a span beyond the end is cut there.
  public func text(in span: Span) -> String {
    let lower = min(max(span.lower, 0), bytes.count)
    let upper = min(max(span.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The offset of the first byte that is not valid UTF-8, or nil when all are.
  public var firstInvalidByte: Int? {
    var offset = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
