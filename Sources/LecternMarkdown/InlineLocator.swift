import CCmarkGFM
import LecternSource

/// Finds inlines in the source by walking the text of their block from left to right.
///
/// cmark keeps a block's text without its prefixes (`> `, indentation, escaped pipes). Each line of it is tied to
/// its place in the source once; an inline is then looked for at the column that cmark gives, and if it is
/// not there, at the first place that fits after the inline before it.
struct InlineLocator {
  private let file: SourceFile
  /// The block's text as cmark parsed it.
  private var content: [UInt8] = []
  /// For each byte of the content its offset in the file, with one more for the end.
  private var origin: [Int] = []
  private var contentLines: [Int] = []
  private var startLine = 0
  private var blockOffset = 0
  /// Where the search for the next inline begins, an offset in the content.
  private var cursor = 0

  init(file: SourceFile) {
    self.file = file
  }

  /// How many lines of text a block has.
  static func lines(of node: UnsafeMutablePointer<cmark_node>) -> Int {
    let buffer = node.pointee.content
    guard let start = buffer.ptr, buffer.size > 0 else { return 0 }
    let bytes = UnsafeBufferPointer(start: start, count: Int(buffer.size))
    return bytes.dropLast().count { $0 == 0x0A } + 1
  }

  /// Ties the text of a paragraph or heading to the lines of the file from `first` to `last`.
  mutating func enter(
    _ node: UnsafeMutablePointer<cmark_node>, span: Span, first: Int, last: Int
  ) {
    begin(node)
    // Definitions of link references are cut from the front of a paragraph, a setext underline from the end.
    let isHeading = cmark_node_get_type(node) == CMARK_NODE_HEADING
    let lines = contentLines.count
    var line = max(0, isHeading ? first : max(first, last - lines + 1))
    for (index, start) in contentLines.enumerated() {
      let end = index + 1 < lines ? contentLines[index + 1] : content.count
      let floor = index == 0 ? span.lower : 0
      tie(start..<end, toLine: min(line, file.lineStarts.count - 1), from: floor)
      line += 1
    }
    origin.append(origin.last.map { $0 + 1 } ?? span.lower)
  }

  /// Ties the text of a table's cell to its row and returns the cell's span.
  mutating func enter(
    cell node: UnsafeMutablePointer<cmark_node>, in row: Span, after previous: Int
  ) -> Span {
    begin(node)
    let line = file.lineSpan(file.lineIndex(of: row.lower))
    let from = max(previous, row.lower)
    for start in from..<max(from + 1, line.upper) {
      guard let offsets = match(content, inSourceAt: start, limit: line.upper) else { continue }
      origin = offsets
      origin.append(offsets.last.map { $0 + 1 } ?? start)
      return Span(origin[0], origin[origin.count - 1])
    }
    origin = [Int](repeating: from, count: content.count + 1)
    return .at(from)
  }

  private mutating func begin(_ node: UnsafeMutablePointer<cmark_node>) {
    let buffer = node.pointee.content
    content =
      buffer.ptr.map { Array(UnsafeBufferPointer(start: $0, count: Int(buffer.size))) } ?? []
    while content.last == 0x0A { content.removeLast() }
    contentLines = [0]
    for (index, byte) in content.enumerated() where byte == 0x0A { contentLines.append(index + 1) }
    startLine = Int(node.pointee.start_line)
    blockOffset = Int(node.pointee.start_column) - 1 + Int(node.pointee.internal_offset)
    origin = []
    origin.reserveCapacity(content.count + 1)
    cursor = 0
  }

  /// Ties one line of the content to a line of the file by finding the same bytes there.
  private mutating func tie(_ range: Range<Int>, toLine line: Int, from floor: Int) {
    let source = file.lineSpan(line)
    let length = range.last.map { content[$0] == 0x0A ? range.count - 1 : range.count } ?? 0
    var start = max(source.lower, floor)
    file.bytes.withUnsafeBufferPointer { bytes in
      let last = source.upper - length
      while start <= last, !equal(bytes, start, range.lowerBound, length) { start += 1 }
      if start > last { start = max(source.lower, floor) }
    }
    for offset in 0..<range.count { origin.append(min(start + offset, file.bytes.count)) }
  }

  private func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ offset: Int, _ length: Int
  ) -> Bool {
    for index in 0..<length where bytes[start + index] != content[offset + index] { return false }
    return true
  }

  /// The offsets of a cell's bytes when they stand at a place, where a pipe is written `\|`.
  private func match(_ cell: [UInt8], inSourceAt start: Int, limit: Int) -> [Int]? {
    var offsets: [Int] = []
    var source = start
    for byte in cell {
      if byte == 0x7C, source + 1 < limit, file.bytes[source] == 0x5C { source += 1 }
      guard source < limit, file.bytes[source] == byte else { return nil }
      offsets.append(source)
      source += 1
    }
    return offsets
  }

  // MARK: Inlines

  /// The span of an inline; of one with children only where it may begin.
  mutating func span(ofInline node: UnsafeMutablePointer<cmark_node>) -> Span {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return leaf(node, find: matchText)
    case CMARK_NODE_CODE: return code(node)
    case CMARK_NODE_HTML_INLINE: return leaf(node, find: matchExactly)
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      var at = cursor
      while at < content.count, content[at] != 0x0A { at += 1 }
      let start = cursor
      cursor = min(at + 1, content.count)
      return source(start, cursor)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      var start = cursor
      while start + 1 < content.count, !(content[start] == 0x5B && content[start + 1] == 0x5E) {
        start += 1
      }
      var end = start
      while end < content.count, content[end] != 0x5D { end += 1 }
      cursor = min(end + 1, content.count)
      return source(start, cursor)
    default: return .at(offset(cursor))
    }
  }

  /// The span of an inline with children: from its opening marks to its closing ones.
  mutating func container(
    _ kind: MarkdownNode.Kind, opened: Int, children: Span?
  ) -> Span {
    let inner = children.map { (position(of: $0.lower), position(of: $0.upper)) }
    switch kind {
    case .emphasis: return around(inner, marks: 1)
    case .strong: return around(inner, marks: 2)
    case .strikethrough:
      guard let inner else { return .at(opened) }
      var marks = 0
      while marks < 2, inner.0 - marks > 0, content[inner.0 - marks - 1] == 0x7E { marks += 1 }
      return around(inner, marks: marks)
    default: return link(isImage: kind.isImage, opened: position(of: opened), inner: inner)
    }
  }

  private mutating func around(_ inner: (Int, Int)?, marks: Int) -> Span {
    guard let inner else { return .at(offset(cursor)) }
    let end = min(inner.1 + marks, content.count)
    cursor = max(cursor, end)
    return source(max(0, inner.0 - marks), end)
  }

  private mutating func link(isImage: Bool, opened: Int, inner: (Int, Int)?) -> Span {
    var start: Int
    var end: Int
    if let inner {
      start = inner.0
      end = inner.1
      if start > 0, content[start - 1] == 0x3C, end < content.count, content[end] == 0x3E {
        cursor = end + 1
        return source(start - 1, end + 1)
      }
      guard end < content.count, content[end] == 0x5D else { return source(start, end) }
      while start > opened, content[start] != 0x5B { start -= 1 }
      if start < content.count, content[start] != 0x5B { start = max(0, inner.0 - 1) }
    } else {
      start = opened
      while start < content.count, content[start] != 0x5B { start += 1 }
      end = start
      while end < content.count, content[end] != 0x5D { end += 1 }
    }
    if isImage, start > 0, content[start - 1] == 0x21 { start -= 1 }
    end = LinkTail.end(in: content, after: min(end + 1, content.count))
    cursor = max(cursor, end)
    return source(start, end)
  }

  private mutating func code(_ node: UnsafeMutablePointer<cmark_node>) -> Span {
    // The literal has its line ends turned to spaces and one space cut on both sides.
    let literal = bytes(of: node).map { $0 == 0x0A ? 0x20 : $0 }
    var start = max(cursor, 0)
    while start < content.count, content[start] != 0x60 { start += 1 }
    while start < content.count {
      var ticks = start
      while ticks < content.count, content[ticks] == 0x60 { ticks += 1 }
      let length = ticks - start
      if let close = closingTicks(length, from: ticks) {
        let body = content[ticks..<close].map { $0 == 0x0A ? 0x20 : $0 }
        if body == literal || Array(body.dropFirst().dropLast()) == literal {
          cursor = close + length
          return source(start, cursor)
        }
      }
      start = ticks
      while start < content.count, content[start] != 0x60 { start += 1 }
    }
    return .at(offset(cursor))
  }

  private func closingTicks(_ length: Int, from start: Int) -> Int? {
    var index = start
    while index < content.count {
      guard content[index] == 0x60 else {
        index += 1
        continue
      }
      var end = index
      while end < content.count, content[end] == 0x60 { end += 1 }
      if end - index == length { return index }
      index = end
    }
    return nil
  }

  private mutating func leaf(
    _ node: UnsafeMutablePointer<cmark_node>, find: ([UInt8], Int) -> Int?
  ) -> Span {
    let literal = bytes(of: node)
    guard !literal.isEmpty else { return .at(offset(cursor)) }
    let line = Int(node.pointee.start_line) - startLine
    if contentLines.indices.contains(line) {
      let hint = contentLines[line] + Int(node.pointee.start_column) - 1 - blockOffset
      if hint >= cursor, hint < content.count, let end = find(literal, hint) {
        cursor = end
        return source(hint, end)
      }
    }
    var start = cursor
    while start < content.count {
      if let end = find(literal, start) {
        cursor = end
        return source(start, end)
      }
      start += 1
    }
    return .at(offset(cursor))
  }

  private func matchExactly(_ literal: [UInt8], at start: Int) -> Int? {
    guard start + literal.count <= content.count else { return nil }
    for index in literal.indices where content[start + index] != literal[index] { return nil }
    return start + literal.count
  }

  /// The end of a text at a place, where escapes and character references may stand for its bytes.
  private func matchText(_ literal: [UInt8], at start: Int) -> Int? {
    var at = start
    var index = 0
    while index < literal.count {
      guard at < content.count else { return nil }
      if content[at] == 0x5C, at + 1 < content.count, content[at + 1] == literal[index],
        literal[index].isASCIIPunctuation
      {
        at += 2
        index += 1
      } else if content[at] == 0x26, let reference = CharacterReference.at(at, in: content),
        reference.bytes.isEmpty || literal[index...].starts(with: reference.bytes)
      {
        at = reference.end
        guard reference.bytes.isEmpty else {
          index += reference.bytes.count
          continue
        }
        // A name whose text is not known here stands for the bytes up to what follows it.
        let next = at < content.count ? content[at] : nil
        repeat { index += 1 } while index < literal.count && literal[index] != next
      } else if content[at] == literal[index] {
        at += 1
        index += 1
      } else {
        return nil
      }
    }
    return at
  }

  private func bytes(of node: UnsafeMutablePointer<cmark_node>) -> [UInt8] {
    guard let literal = cmark_node_get_literal(node) else { return [] }
    return Array(String(cString: literal).utf8)
  }

  private func offset(_ position: Int) -> Int {
    origin.isEmpty ? 0 : origin[min(max(position, 0), origin.count - 1)]
  }

  /// The span in the file of a range of the content.
  private func source(_ start: Int, _ end: Int) -> Span {
    guard end > start else { return .at(offset(start)) }
    return Span(offset(start), offset(end - 1) + 1)
  }

  /// The place in the content of an offset in the file.
  private func position(of offset: Int) -> Int {
    var low = 0
    var high = origin.count
    while low < high {
      let middle = (low + high) / 2
      if origin[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return min(low, content.count)
  }
}

extension UInt8 {
  /// Whether Markdown lets a backslash escape it.
  fileprivate var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}

extension MarkdownNode.Kind {
  fileprivate var isImage: Bool {
    if case .image = self { return true }
    return false
  }
}
