import LecternSource

/// Where the keys of the front matter are written.
struct FrontMatterLines: Sendable {
  /// One key with the lines that belong to it.
  private struct Line: Sendable {
    let key: String
    let indent: Int
    let keySpan: Span
    let valueSpan: Span
  }

  private let lines: [Line]
  /// The lines between the marks; empty when there is no front matter.
  let span: Span

  init(_ file: SourceFile, in span: Span) {
    self.span = span
    lines = file.lineStarts.enumerated()
      .filter { span.lower <= $0.element && $0.element < span.upper }
      .compactMap { Self.line(file, file.lineSpan($0.offset)) }
  }

  private static func line(_ file: SourceFile, _ span: Span) -> Line? {
    let bytes = file.bytes
    var start = span.lower
    while start < span.upper, bytes[start] == 0x20 || bytes[start] == UInt8(ascii: "-") {
      start += 1
    }
    var end = start
    while end < span.upper, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2D {
      end += 1
    }
    guard end > start, end < span.upper, bytes[end] == UInt8(ascii: ":") else { return nil }
    var value = end + 1
    while value < span.upper, bytes[value].isSpace { value += 1 }
    return Line(
      key: file.text(in: Span(start, end)), indent: start - span.lower, keySpan: Span(start, end),
      valueSpan: Span(value, span.upper))
  }

  /// Where a top-level key is written.
  func key(_ name: String) -> Span? { index(of: name).map { lines[$0].keySpan } }

  /// The lines of a top-level key, up to the next one.
  func block(of name: String) -> Span? {
    guard let index = index(of: name) else { return nil }
    let next = lines[(index + 1)...].first { $0.indent == 0 }
    return Span(lines[index].valueSpan.lower, next?.keySpan.lower ?? span.upper)
  }

  /// Where the value of a key inside a top-level one stands, or the value of a top-level key.
  func value(of name: String, in parent: String? = nil) -> Span? {
    guard let parent else { return index(of: name).map { lines[$0].valueSpan } }
    guard let index = index(of: parent) else { return nil }
    let inner = lines[(index + 1)...].prefix { $0.indent > 0 }
    return inner.first { $0.key == name }?.valueSpan
  }

  private func index(of name: String) -> Int? {
    lines.firstIndex { $0.indent == 0 && $0.key == name }
  }
}
