import LecternBriefing
import LecternSource
import LecternTypography

/// Code, as written, in lines that wrap.
struct CodeBox: Box {
  private var shell: Block
  private let language: String
  private var lines: Remainder<Line>
  /// Whether the last line ends with a line end, which shows nothing.
  private let endsLine: Bool

  /// A line as written, or a part of one that is longer than a slide.
  private struct Line {
    let whole: String
    /// Where the part begins and ends, in bytes of the whole.
    var range: Range<Int>
    var paragraph: Paragraph

    /// The code of the part.
    var text: Substring {
      let bytes = whole.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      return whole[start..<bytes.index(start, offsetBy: range.count)]
    }
  }

  init(_ code: CodeBlock, shell: Block, _ typesetter: Typesetter) {
    var texts = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    endsLine = texts.count > 1 && texts.last == ""
    if endsLine { texts.removeLast() }
    self.shell = shell
    language = code.language
    lines = Remainder(
      texts.map { text in
        let line = String(text)
        return Line(
          whole: line, range: 0..<line.utf8.count, paragraph: typesetter.code(line))
      })
  }

  private func inner(_ width: Double, _ scale: Scale) -> Double {
    width - 2 * scale.theme[.gapCodeInline] * scale.small
  }

  private func padding(_ scale: Scale) -> Double { 2 * scale.theme[.gapCodeBlock] * scale.small }

  /// The rows that a line takes; letters of one width often fill a row exactly, which counts as fitting.
  private func rows(
    _ line: Paragraph, _ width: Double, _ scale: Scale, most: Int = .max
  ) -> [Paragraph.Line] {
    line.lines(
      width: inner(width, scale) + 0.01, size: scale.drawn(scale.small), floor: scale.floor,
      most: most)
  }

  private func rowHeight(_ scale: Scale) -> Double { scale.theme[.leadingTable] * scale.small }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let rowHeight = rowHeight(scale)
    let most = limit.isFinite ? Int((max(0, limit) / rowHeight).rounded(.up)) + 1 : Int.max
    var count = 0
    for line in lines {
      if count > most { break }
      count += max(1, rows(line.paragraph, width, scale, most: most).count)
    }
    return padding(scale) + Double(count) * rowHeight
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let most = Int((scale.room - padding(scale)) / rowHeight(scale))
    var left = Int((room - padding(scale)) / rowHeight(scale))
    if left < 1 {
      guard isForced else { return (nil, self) }
      left = 1
    }
    for (index, line) in lines.enumerated() {
      let rows = rows(line.paragraph, width, scale, most: max(left, most) + 1)
      if max(1, rows.count) <= left {
        left -= max(1, rows.count)
        continue
      }
      // Between lines, unless a single one is longer than a slide.
      if left == 0 || (index > 0 && rows.count <= most) {
        return halves(lines.upTo(index), lines.from(index))
      }
      return halves(at: index, rows[left].start)
    }
    return (self, nil)
  }

  /// Cuts inside a line.
  private func halves(at index: Int, _ place: Paragraph.Place) -> Cut {
    let line = lines[index]
    let parts = line.paragraph.cut(at: place)
    guard !parts.head.isEmpty, !parts.tail.isEmpty else { return (self, nil) }
    var head = line
    head.paragraph = parts.head
    head.range = line.range.lowerBound..<place.offset
    var tail = line
    tail.paragraph = parts.tail
    tail.range = place.offset..<line.range.upperBound
    return halves(lines.upTo(index, last: head), lines.from(index, first: tail))
  }

  private func halves(_ head: Remainder<Line>, _ tail: Remainder<Line>) -> Cut {
    guard !head.isEmpty else { return (nil, self) }
    var first = self
    first.lines = head
    var rest = self
    rest.lines = tail
    rest.shell.id = nil
    return (first, rest)
  }

  var block: Block {
    var block = shell
    let text = lines.map { String($0.text) }.joined(separator: "\n") + (endsLine ? "\n" : "")
    block.content = .code(CodeBlock(language: language, text: text))
    return block
  }
}
