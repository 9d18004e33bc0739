import LecternSource

/// How much begins in a briefing, counted line by line.
///
/// A quotation, an item or a heading takes few bytes to write and much more to fit, to show and to list. Lines of code are counted as
/// if they were text; no honest document comes near the limits even so.
struct BlockCount {
  let limits: MarkdownLimits
  private var blocks = 0
  private var quotations = 0
  private var atSigns = 0
  private var emphasisSigns = 0
  private var linesOfParagraph = 0
  /// How many marks of quotations the last line began with.
  private var depth = 0
  private var isBehindBlank = true

  init(limits: MarkdownLimits) {
    self.limits = limits
  }

  /// Counts a line, which may be a row of a table; the limit that it passes, if it is the first one to do so.
  mutating func add(_ bytes: [UInt8], _ span: Span, isRow: Bool) -> Diagnostic? {
    let marks = LineMarks(bytes, span)
    // A line of marks alone opens as many quotations as one with words behind them.
    guard !marks.isBlank || marks.depth > limits.quotationMarksInRow else {
      isBehindBlank = true
      linesOfParagraph = 0
      // Within a quotation a blank line has its mark, and what follows belongs to the same one.
      depth = min(depth, marks.depth)
      return nil
    }
    let begins = isBehindBlank || marks.beginsHeading || marks.items > 0
    linesOfParagraph = begins || marks.beginsRow || isRow ? 1 : linesOfParagraph + 1
    blocks += max(marks.items, begins ? 1 : 0)
    let quotationMarks = min(marks.depth, limits.depth)
    quotations += marks.quotationsInItems + max(0, quotationMarks - depth)
    isBehindBlank = false
    depth = quotationMarks
    if let start = longWord(bytes, Span(marks.end, span.upper)) {
      return .wordTooLong(limit: limits.bytesInWord, at: Span(start, span.upper))
    }
    if marks.depth > limits.quotationMarksInRow {
      return .nestingTooDeep(limit: limits.depth, at: span)
    }
    for offset in marks.end..<span.upper {
      switch bytes[offset] {
      case UInt8(ascii: "@"): atSigns += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasisSigns += 1
      default: break
      }
    }
    if atSigns > limits.atSigns { return .tooManyAtSigns(limit: limits.atSigns, at: span) }
    if emphasisSigns > limits.emphasisSigns {
      return .tooManyEmphasisSigns(limit: limits.emphasisSigns, at: span)
    }
    if linesOfParagraph > limits.linesInParagraph {
      return .paragraphTooLong(limit: limits.linesInParagraph, at: span)
    }
    if quotations > limits.quotations {
      return .tooManyQuotations(limit: limits.quotations, at: span)
    }
    return blocks > limits.blocks ? .tooManyBlocks(limit: limits.blocks, at: span) : nil
  }

  /// Where a word begins that is longer than the limit.
  ///
  /// Only ASCII counts: not every script parts its words.
  private func longWord(_ bytes: [UInt8], _ span: Span) -> Int? {
    guard span.upper - span.lower > limits.bytesInWord else { return nil }
    var start = span.lower
    for offset in span.lower..<span.upper {
      if !(0x21...0x7E).contains(bytes[offset]) { start = offset + 1 }
      if offset - start >= limits.bytesInWord { return start }
    }
    return nil
  }
}

/// The marks with which a line begins.
private struct LineMarks {
  /// Marks of quotations before any item.
  var depth = 0
  var items = 0
  var quotationsInItems = 0
  var isBlank = true
  var beginsHeading = false
  var beginsRow = false
  /// Where the text begins.
  var end: Int

  init(_ bytes: [UInt8], _ span: Span) {
    var offset = span.lower
    end = span.upper
    while offset < span.upper {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: ">"):
        if items == 0 { depth += 1 } else { quotationsInItems += 1 }
        offset += 1
      default:
        guard let end = Self.endOfItemMark(bytes, offset, span.upper) else {
          isBlank = false
          end = offset
          beginsHeading = bytes[offset] == UInt8(ascii: "#")
          beginsRow = bytes[offset] == UInt8(ascii: "|")
          return
        }
        items += 1
        isBlank = false
        offset = end
      }
    }
  }

  /// Where a mark of a list's item ends that begins at an offset.
  private static func endOfItemMark(_ bytes: [UInt8], _ start: Int, _ upper: Int) -> Int? {
    var end = start
    while end < upper, end - start < 9, bytes[end].isDigit { end += 1 }
    guard end < upper else { return nil }
    let marks: [UInt8] =
      end > start
      ? [UInt8(ascii: "."), UInt8(ascii: ")")]
      : [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")]
    guard marks.contains(bytes[end]) else { return nil }
    end += 1
    return end == upper || bytes[end] <= 0x20 ? end : nil
  }
}

extension Diagnostic.Code {
  static let wordTooLong = Self(
    "word-too-long", .error,
    summary: "A word or address has more than 10,000 letters without a space.",
    remedy: "Put what is not text, such as a picture in letters, into a file and link to it.")
  static let paragraphTooLong = Self(
    "paragraph-too-long", .error,
    summary: "A paragraph has more than 5,000 lines.",
    remedy: "Break it with blank lines, or publish the text as a file and link to it.")
  static let tooManyAtSigns = Self(
    "too-many-at-signs", .error,
    summary: "A briefing has more than 10,000 signs `@`.",
    remedy: "Publish a list of addresses as a file and link to it.")
  static let tooManyEmphasisSigns = Self(
    "too-many-emphasis-signs", .error,
    summary: "A briefing has more than 200,000 signs `*`, `_` and `~` in its text.",
    remedy: "Split it into several briefings, or publish what is not text as a file.")
  static let tooManyQuotations = Self(
    "too-many-quotations", .error,
    summary: "A briefing has more than 5,000 quotations.",
    remedy: "Split it into several briefings.")
  static let tooManyBlocks = Self(
    "too-many-blocks", .error,
    summary: "A briefing has more than 20,000 paragraphs, items, headings and footnotes together.",
    remedy: "Split it into several briefings.")
}

extension Diagnostic {
  fileprivate static func wordTooLong(limit: Int, at span: Span) -> Self {
    Self(
      .wordTooLong, "this word or address passes the limit of \(limit) letters", at: span,
      help: "put what is not text into a file and link to it")
  }

  fileprivate static func paragraphTooLong(limit: Int, at span: Span) -> Self {
    Self(
      .paragraphTooLong, "paragraph passes the limit of \(limit) lines here", at: span,
      help: "break the paragraph with blank lines")
  }

  fileprivate static func tooManyAtSigns(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyAtSigns, "signs `@` pass the limit of \(limit) here", at: span,
      help: "publish a list of addresses as a file and link to it")
  }

  fileprivate static func tooManyEmphasisSigns(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyEmphasisSigns, "signs of emphasis pass the limit of \(limit) here", at: span,
      help: "split the briefing into several, or publish what is not text as a file")
  }

  fileprivate static func tooManyQuotations(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyQuotations, "quotations pass the limit of \(limit) here", at: span,
      help: "split the briefing into several")
  }

  fileprivate static func tooManyBlocks(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyBlocks, "paragraphs, items, headings and footnotes pass the limit of \(limit) here",
      at: span, help: "split the briefing into several")
  }
}
