/// Finds lines and columns; one place after another in a long line costs no more than the way between them.
struct PositionFinder {
  /// In a line longer than this, in bytes, which no editor shows whole, columns count code points.
  static let longLine = 2_000

  private let file: SourceFile
  private var last: (line: Int, offset: Int, column: Int)?

  init(_ file: SourceFile) {
    self.file = file
  }

  /// The line and column of an offset, both counted from 1.
  mutating func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = file.lineIndex(of: offset)
    let start = file.lineStarts[line]
    guard offset - start > Self.longLine else {
      // What a person sees as one character counts as one.
      return (line + 1, String(decoding: file.bytes[start..<offset], as: UTF8.self).count + 1)
    }
    var from = (offset: start, column: 1)
    if let last, last.line == line, last.offset <= offset { from = (last.offset, last.column) }
    let column = from.column + Self.codePoints(file.bytes[from.offset..<offset])
    last = (line, offset, column)
    return (line + 1, column)
  }

  /// The column of an offset, counted from 1 in code points.
  mutating func codePointColumn(of offset: Int) -> Int {
    let offset = min(max(offset, 0), file.bytes.count)
    let start = file.lineStarts[file.lineIndex(of: offset)]
    guard offset - start <= Self.longLine else { return position(of: offset).column }
    return Self.codePoints(file.bytes[start..<offset]) + 1
  }

  /// How many code points some UTF-8 begins.
  static func codePoints(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
