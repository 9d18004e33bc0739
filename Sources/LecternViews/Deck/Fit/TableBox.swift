import LecternBriefing
import LecternSource
import LecternTypography

/// A table whose columns have the widths that its words need.
struct TableBox: Box {
  private let typesetter: Typesetter
  private let shell: Block
  private let table: Table
  private let caption: TextBox?
  private let header: [TextBox]
  private let rows: Remainder<[TextBox]>
  /// The rows of the whole table, so that every part of it has the same columns.
  private let measured: [[TextBox]]
  /// Whether it goes on from a slide before, where header and caption have stood already.
  private let isRest: Bool
  /// The widths of the columns, for all parts of the table together.
  private let columns: Memory<Measure, [Int]>

  init(_ table: Table, shell: Block, _ typesetter: Typesetter) {
    func cells(_ row: [[Inline]], isBold: Bool) -> [TextBox] {
      row.map {
        TextBox(
          $0, shell: shell, role: .cell, look: .init(isBold: isBold, isTabular: true), typesetter)
      }
    }
    let header = cells(table.header, isBold: true)
    let rows = table.rows.map { cells($0, isBold: false) }
    self.init(
      table, header: header, rows: Remainder(rows), measured: [header] + rows,
      caption: table.caption.map { Self.caption($0, shell: shell, typesetter) }, shell: shell,
      typesetter)
  }

  private init(
    _ table: Table, header: [TextBox], rows: Remainder<[TextBox]>, measured: [[TextBox]],
    columns: Memory<Measure, [Int]> = .init(), caption: TextBox?, shell: Block,
    isRest: Bool = false, _ typesetter: Typesetter
  ) {
    self.isRest = isRest
    self.columns = columns
    self.typesetter = typesetter
    self.shell = shell
    self.table = table
    self.header = header
    self.rows = rows
    self.measured = measured
    self.caption = caption
  }

  // MARK: Columns

  private var columnCount: Int { measured.map(\.count).max() ?? 0 }

  /// The room beside the words of a cell.
  private func padding(_ scale: Scale) -> Double {
    let padding = scale.theme[.gapCellInline] * scale.small
    return TableShape.isDense(columns: columnCount) ? padding * TableShape.denseShare : padding
  }

  /// The widths of the columns in whole percent, 100 together.
  private func shares(_ width: Double, _ scale: Scale) -> [Int] {
    columns.value(Measure(width, scale)) { measuredShares(width, scale) }
  }

  private func measuredShares(_ width: Double, _ scale: Scale) -> [Int] {
    let needs = needs(scale)
    return TableColumns.shares(natural: needs.natural, least: needs.least, of: width)
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    let shares = shares(width, scale)
    let padding = padding(scale)
    let least = needs(scale).least.map { $0 - 2 * padding }
    let columns = least.indices.count { least[$0] > room($0, shares, width, padding) }
    return columns == 0 ? [] : [CutTable(span: shell.span, columns: columns)]
  }

  /// The widths of the columns at which no line breaks, and at which no word is cut.
  private func needs(_ scale: Scale) -> (natural: [Double], least: [Double]) {
    let padding = 2 * padding(scale)
    var natural = [Double](repeating: 0, count: columnCount)
    var least = natural
    for row in measured {
      for (column, cell) in row.enumerated() {
        let widths = cell.widths(scale)
        natural[column] = max(natural[column], widths.natural + padding)
        least[column] = max(least[column], widths.least + padding)
      }
    }
    return (natural, least)
  }

  // MARK: Heights

  private func height(
    of row: [TextBox], _ shares: [Int], _ width: Double, _ scale: Scale, lines: Double,
    upTo limit: Double = .infinity
  ) -> Double {
    let padding = padding(scale)
    // A row of empty cells is as high as their padding.
    var tallest = 0.0
    for (column, cell) in row.enumerated() {
      tallest = max(
        tallest,
        cell.height(room(column, shares, width, padding), scale, upTo: limit))
    }
    return tallest + 2 * scale.theme[.gapCellBlock] * scale.small + lines
  }

  /// The room for the words of a cell; the outer columns have no padding at the table's edges.
  private func room(_ column: Int, _ shares: [Int], _ width: Double, _ padding: Double) -> Double {
    let isFirst = column == 0
    let isLast = column == shares.count - 1
    let sides = (isFirst ? 0 : padding) + (isLast ? 0 : padding)
    return max(1, width * Double(shares[column]) / 100 - sides)
  }

  private func captionHeight(_ width: Double, _ scale: Scale) -> Double {
    guard let caption else { return 0 }
    return caption.height(width, scale) + scale.theme[.spaceFigureGap]
  }

  private func headerHeight(_ shares: [Int], _ width: Double, _ scale: Scale) -> Double {
    if header.isEmpty { return 0 }
    // Cells without words head nothing, and have the thin lines of other rows.
    let lines = header.allSatisfy(\.isEmpty) ? scale.hairline : 4
    return height(of: header, shares, width, scale, lines: lines)
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let shares = shares(width, scale)
    var height = captionHeight(width, scale) + headerHeight(shares, width, scale)
    for row in rows {
      if height > limit { break }
      height += self.height(
        of: row, shares, width, scale, lines: scale.hairline, upTo: limit - height)
    }
    return height
  }

  // MARK: Cutting

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    // At the top of a slide, what stands around the table takes its room from every other slide, too.
    let whole = isForced ? min(room, scale.room) : scale.room
    let shares = shares(width, scale)
    let head = captionHeight(width, scale) + headerHeight(shares, width, scale)
    if !header.isEmpty, head > whole * Self.headShare {
      // A header that would fill every slide is shown once, as a row of strong words.
      return withHeaderAsRow.cut(at: room, width, scale, isForced: isForced)
    }
    var used = head
    for (index, row) in rows.enumerated() {
      let height = height(
        of: row, shares, width, scale, lines: scale.hairline, upTo: scale.room)
      if used + height <= room {
        used += height
        continue
      }
      let padding = 2 * scale.theme[.gapCellBlock] * scale.small + scale.hairline
      let oneLine = scale.theme[.leadingTable] * scale.small + padding
      if index > 0, head + height <= scale.room || room - used < 2 * oneLine {
        return index == 0
          ? (nil, self) : halves(rows.upTo(index), rows.from(index))
      }
      guard index > 0 || isForced else { return (nil, self) }
      let parts = cut(row, at: room - used - padding, shares, width, scale)
      guard let tail = parts.tail else {
        return index + 1 < rows.count
          ? halves(rows.upTo(index + 1), rows.from(index + 1)) : (self, nil)
      }
      return halves(rows.upTo(index, last: parts.head), rows.from(index, first: tail))
    }
    return (self, nil)
  }

  /// How much of every slide a caption may take, and a caption and header together.
  private static let captionShare = 0.3
  private static let headShare = 0.5

  /// A caption that would take too much of every slide is said once, as text before its table.
  func apart(_ width: Double, _ scale: Scale) -> [any Box] {
    guard let caption, captionHeight(width, scale) > scale.room * Self.captionShare else {
      return [self]
    }
    var text = shell.withoutID
    text.content = .paragraph([])
    var table = table
    table.caption = nil
    return [
      TextBox([.strong(caption.inlines)], shell: text, typesetter),
      TableBox(
        table, header: header, rows: rows, measured: measured, columns: columns, caption: nil,
        shell: shell, isRest: isRest, typesetter),
    ]
  }

  private static func caption(
    _ inlines: [Inline], shell: Block, _ typesetter: Typesetter
  ) -> TextBox {
    TextBox(inlines, shell: shell, role: .caption, look: .init(isBold: true), typesetter)
  }

  /// A row that is higher than a slide, cut in each of its cells.
  private func cut(
    _ row: [TextBox], at room: Double, _ shares: [Int], _ width: Double, _ scale: Scale
  ) -> (head: [TextBox], tail: [TextBox]?) {
    let padding = padding(scale)
    var head: [TextBox] = []
    var tail: [TextBox] = []
    var goesOn = false
    for (column, cell) in row.enumerated() {
      let parts = cell.cut(
        at: room, self.room(column, shares, width, padding), scale, isForced: true)
      head.append(parts.head as? TextBox ?? cell)
      let rest = parts.tail as? TextBox
      goesOn = goesOn || rest != nil
      tail.append(rest ?? TextBox([], shell: shell, role: .cell, typesetter))
    }
    return (head, goesOn ? tail : nil)
  }

  private var withHeaderAsRow: TableBox {
    var table = table
    table.header = []
    let strong = header.map {
      TextBox(
        [.strong($0.inlines)], shell: shell, role: .cell, look: .init(isTabular: true), typesetter)
    }
    return TableBox(
      table, header: [], rows: Remainder([strong] + rows), measured: measured, columns: columns,
      caption: caption,
      shell: shell, typesetter)
  }

  private func halves(_ head: Remainder<[TextBox]>, _ tail: Remainder<[TextBox]>) -> Cut {
    (
      part(head, shell: shell, isRest: isRest),
      part(tail, shell: shell.withoutID, isRest: true)
    )
  }

  private func part(
    _ rows: Remainder<[TextBox]>, shell: Block, isRest: Bool
  ) -> TableBox {
    TableBox(
      table, header: header, rows: rows, measured: measured, columns: columns,
      caption: caption, shell: shell, isRest: isRest, typesetter)
  }

  var block: Block {
    var table = table
    table.header = header.map { isRest ? $0.inlines.withoutFootnotes : $0.inlines }
    if isRest { table.caption = table.caption?.withoutFootnotes }
    table.rows = rows.map { $0.map(\.inlines) }
    var block = shell
    block.content = .table(table)
    return block
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    placements[shell.span.lower] = .columns(shares(width, scale))
  }
}
