import LecternBriefing
import LecternSource
import LecternTypography

/// Columns side by side; where they do not fit they stand one below the other.
struct ColumnsBox: Box {
  private let shell: Block
  private var columns: [Stack]

  init(_ columns: [[Block]], shell: Block, _ maker: BoxMaker) {
    self.shell = shell
    self.columns = columns.map { maker.stack($0) }
  }

  /// How many columns stand side by side, and how wide each is.
  private func grid(_ width: Double, _ scale: Scale) -> (count: Int, width: Double) {
    let gap = scale.theme[.spaceColumnGap]
    let most = Int((width + gap) / (scale.theme[.spaceColumnLeast] + gap))
    let count = max(1, min(columns.count, most))
    return (count, (width - gap * Double(count - 1)) / Double(count))
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let grid = grid(width, scale)
    var height = 0.0
    for start in stride(from: 0, to: columns.count, by: grid.count) {
      let row = columns[start..<min(columns.count, start + grid.count)]
      height +=
        (start > 0 ? scale.gap(.gapBlock) : 0)
        + (row.map { $0.height(grid.width, scale, upTo: limit) }.max() ?? 0)
    }
    return height
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    height(width, scale) <= room || isForced ? (self, nil) : (nil, self)
  }

  var block: Block {
    var block = shell
    block.content = .columns(columns.map(\.blocks))
    return block
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    let grid = grid(width, scale)
    placements[shell.span.lower] = .columns([grid.count])
    for column in columns { column.place(grid.width, scale, into: &placements) }
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    let grid = grid(width, scale)
    return columns.flatMap { $0.cutTables(grid.width, scale) }
  }

  var flexibility: Int { columns.map(\.flexibility).max() ?? 0 }

  var stacked: [any Box] { columns.flatMap(\.stacked.boxes) }
}
