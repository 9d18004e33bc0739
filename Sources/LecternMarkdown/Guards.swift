import LecternSource

/// The limits that stand before cmark, which takes quadratic time or space on some short texts.
public struct MarkdownLimits: Sendable {
  /// The largest briefing, in bytes.
  public var bytes = 2_000_000
  /// The most levels of nesting: quotations, items, footnotes, links and emphasis.
  public var depth = 100
  /// The most cells in all tables together, counted as columns times rows.
  public var tableCells = 20_000
  /// The most opening brackets in one paragraph; cmark looks back over all of them at each closing one.
  public var bracketsInParagraph = 4_000
  /// The longest run of ASCII letters without a space, in bytes; each part of a link that goes on repeats its address.
  public var bytesInWord = 10_000
  /// The most lines in one paragraph; each slide that it goes on on looks through what stands inside one element.
  public var linesInParagraph = 5_000
  /// The most signs `@`; cmark takes 13 kB for each that makes an e-mail address.
  public var atSigns = 10_000
  /// The most signs `*`, `_` and `~`; cmark takes half a kilobyte for each that begins or ends an emphasis.
  public var emphasisSigns = 200_000
  /// The most marks of quotations in a row; cmark takes a block for each, however deep reading goes.
  public var quotationMarksInRow = 1_000
  /// The most quotations.
  public var quotations = 5_000
  /// The most paragraphs, items, headings and footnotes together.
  public var blocks = 20_000

  /// How often a text is read again because a comment or tag came to light behind another.
  public var commentRounds = 8

  /// The limits of the contract.
  public static let standard = MarkdownLimits()
}

/// What would cost too much to parse, found in one pass over the bytes.
struct Guards {
  let limits: MarkdownLimits

  /// The problems that forbid parsing; none for an honest document.
  func problems(in file: SourceFile, from base: Int) -> [Diagnostic] {
    let size = file.bytes.count
    if size > limits.bytes {
      return [.briefingTooLarge(size, limit: limits.bytes, at: .at(base))]
    }
    var cells = 0
    var columns = 0
    var brackets = 0
    var row = false
    var count = BlockCount(limits: limits)
    for line in file.lineIndex(of: base)..<file.lineStarts.count {
      let span = file.lineSpan(line)
      let facts = LineFacts(file.bytes, span)
      if row, facts.isDelimiterRow { columns = max(columns, facts.columns) }
      let counted = count.add(file.bytes, span, isRow: columns > 1)
      if facts.isBlank {
        if let counted { return [counted] }
        columns = 0
        brackets = 0
        row = false
        continue
      }
      brackets = facts.beginsBlock || columns > 1 ? facts.brackets : brackets + facts.brackets
      if brackets > limits.bracketsInParagraph {
        return [.tooManyBrackets(limit: limits.bracketsInParagraph, at: span)]
      }
      row = true
      cells += columns
      if columns > 0, cells > limits.tableCells {
        return [.tooManyTableCells(limit: limits.tableCells, at: span)]
      }
      if let counted { return [counted] }
    }
    return []
  }
}

/// What the guards need to know of one line.
private struct LineFacts {
  var isBlank = true
  var isDelimiterRow = true
  /// How many runs of dashes it has, which are the columns of a delimiter row.
  var columns = 0
  var brackets = 0
  /// Whether the line begins a list item, heading or row, whose text is a paragraph of its own.
  var beginsBlock = false

  init(_ bytes: [UInt8], _ span: Span) {
    var isInDashes = false
    bytes.withUnsafeBufferPointer { buffer in
      for offset in span.lower..<span.upper {
        switch buffer[offset] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): continue
        case UInt8(ascii: "|"): isInDashes = false
        case UInt8(ascii: "-"):
          if !isInDashes { columns += 1 }
          isInDashes = true
        case UInt8(ascii: ":"): break
        case UInt8(ascii: "["):
          brackets += 1
          isDelimiterRow = false
        default: isDelimiterRow = false
        }
        if isBlank { beginsBlock = Set("-*+#|0123456789".utf8).contains(buffer[offset]) }
        isBlank = false
      }
    }
    isDelimiterRow = isDelimiterRow && columns > 0
  }
}

extension Diagnostic.Code {
  static let briefingTooLarge = Self(
    "briefing-too-large", .error,
    summary: "A briefing is larger than 2 MB.",
    remedy: "Split it into several briefings, or take out what is not text.")
  static let tooManyTableCells = Self(
    "too-many-table-cells", .error,
    summary: "The tables of a briefing have more than 20,000 cells, columns times rows.",
    remedy: "Publish the data as a file and link to it; show the rows that matter.")
  static let tooManyBrackets = Self(
    "too-many-brackets", .error,
    summary: "A paragraph has more than 4,000 opening square brackets.",
    remedy: "Break the paragraph with blank lines, or put literal brackets into a code block.")
  static let nestingTooDeep = Self(
    "nesting-too-deep", .error,
    summary: "Quotations, lists or emphasis are nested more than 100 levels deep.",
    remedy: "Flatten the nesting; what lies deeper cannot be shown.")
}

extension Diagnostic {
  fileprivate static func briefingTooLarge(_ size: Int, limit: Int, at span: Span) -> Self {
    Self(
      .briefingTooLarge, "briefing has \(size) bytes; the limit is \(limit)", at: span,
      help: "split it into several briefings")
  }

  fileprivate static func tooManyTableCells(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyTableCells, "tables pass the limit of \(limit) cells here", at: span,
      help: "publish the data as a file, link to it, and show the rows that matter")
  }

  fileprivate static func tooManyBrackets(limit: Int, at span: Span) -> Self {
    Self(
      .tooManyBrackets, "paragraph passes the limit of \(limit) opening brackets here", at: span,
      help: "break the paragraph with blank lines")
  }

  static func nestingTooDeep(limit: Int, at span: Span) -> Self {
    Self(
      .nestingTooDeep, "nesting passes the limit of \(limit) levels here", at: span,
      help: "flatten the quotations or lists; what lies deeper cannot be shown")
  }
}
