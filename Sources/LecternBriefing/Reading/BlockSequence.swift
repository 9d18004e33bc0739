import LecternMarkdown
import LecternSource

/// Blocks in the making, and what the directives before the next one ask for.
struct BlockSequence {
  /// Which document the next block is in.
  var audience = Audience.both
  /// The one-sided range that is open.
  var openRange: (audience: Audience, span: Span)?
  /// The id for the next block.
  var pendingID: (name: String, span: Span)?
  /// Diagnostics to be silent in the next block.
  var pendingAllowances: [Allowance] = []
  /// Where the items of the next list were asked to come one by one.
  var pendingSteps: Span?
  /// The caption that stands before a table.
  var pendingCaption: [Inline]?
  /// Whether a step has come in this sequence, so that what follows is revealed with it.
  var isStepped = false
  /// Where columns were opened.
  private(set) var openColumns: Span?
  /// The one-sided range in which they were opened.
  private var rangeOfColumns: Span?
  private var blocks: [Block] = []
  private var columns: [[Block]] = []

  /// Whether nothing has been added.
  var isEmpty: Bool { blocks.isEmpty && openColumns == nil }

  mutating func append(_ block: Block) {
    if openColumns == nil { blocks.append(block) } else { columns[columns.count - 1].append(block) }
  }

  /// Whether columns are open that began inside the open range.
  var columnsAreInRange: Bool { openColumns != nil && rangeOfColumns == openRange?.span }

  mutating func openColumns(at span: Span) {
    openColumns = span
    rangeOfColumns = openRange?.span
    columns = [[]]
  }

  /// Begins the next column; a column that is still empty is used.
  mutating func nextColumn() {
    if columns.last?.isEmpty == false { columns.append([]) }
  }

  mutating func closeColumns(at span: Span) {
    guard let start = openColumns else { return }
    openColumns = nil
    let filled = columns.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return }
    blocks.append(
      Block(
        content: .columns(filled), id: nil, audience: audience, step: nil,
        span: start.union(span)))
  }

  mutating func finish() -> [Block] {
    if let span = openColumns { closeColumns(at: span) }
    defer { blocks = [] }
    return blocks
  }

  // MARK: Captions

  /// Gives the table that was added last its caption; false when something else came last or it has one.
  ///
  /// The words of one document are no caption of a table in both.
  mutating func setCaption(_ caption: [Inline]) -> Bool {
    guard var block = openColumns == nil ? blocks.last : columns.last?.last,
      case .table(var table) = block.content, table.caption == nil, block.audience == audience
    else { return false }
    table.caption = caption
    block.content = .table(table)
    if openColumns == nil {
      blocks[blocks.count - 1] = block
    } else {
      let column = columns.count - 1
      columns[column][columns[column].count - 1] = block
    }
    return true
  }

  mutating func takeCaption() -> [Inline]? {
    defer { pendingCaption = nil }
    return pendingCaption
  }
}
