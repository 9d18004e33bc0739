import LecternBriefing
import LecternSource
import LecternTypography

/// A diagram: its drawing as large as there is room, or its lists and tables where that would be too small to read.
struct FigureBox: Box {
  private let shell: Block
  private let figure: Figure
  private let maker: BoxMaker
  private let title: TextBox?
  /// What it says without the drawing.
  private var data: Stack
  /// Whether a part of the data has gone to another slide, so that the drawing would say it twice.
  private var isPart = false
  /// The drawings by their room, those with the largest text first.
  private let drawings = Memory<Room, [Drawing]>()

  private struct Room: Hashable {
    var width: Double
    var height: Double
  }

  init(_ figure: Figure, shell: Block, _ maker: BoxMaker) {
    self.shell = shell
    self.figure = figure
    self.maker = maker
    let isShown = figure.title.map { $0.lowercased() != maker.slideTitle.lowercased() } ?? false
    title =
      isShown
      ? TextBox(
        [.text(figure.title ?? "")], shell: shell, role: .caption, look: .init(isBold: true),
        maker.typesetter) : nil
    let content = (figure.body as? any DrawableFigure)?.content(maker.typesetter.labels)
    data = Stack(content.map { Self.boxes(of: $0, at: figure.span, maker) } ?? [])
  }

  // MARK: Data

  private static func boxes(
    of content: FigureContent, at span: Span, _ maker: BoxMaker
  ) -> [any Box] {
    func shell(_ content: Block.Content, _ offset: Int) -> Block {
      Block(content: content, audience: .both, span: .at(span.lower + offset))
    }
    switch content {
    case .lists(let lists):
      return lists.enumerated().flatMap { index, list -> [any Box] in
        let items = list.items.map { item in
          List.Item(blocks: [shell(.paragraph([.text(item)]), index + 1)])
        }
        let title = shell(.paragraph([.strong([.text(list.title)])]), index + 1)
        return [
          LeadingBox(box: maker.box(title)),
          maker.box(shell(.list(List(start: nil, isTight: true, items: items)), index + 1)),
        ]
      }
    case .table(let content):
      let table = Table(
        alignments: content.header.indices.map { content.isNumeric($0) ? .right : .none },
        header: content.header.map(Self.inlines),
        rows: content.rows.map { $0.map(Self.inlines) })
      return [maker.box(shell(.table(table), 1))]
    }
  }

  private static func inlines(_ cell: String) -> [Inline] { cell.isEmpty ? [] : [.text(cell)] }

  // MARK: Drawing

  private func titleHeight(_ width: Double, _ scale: Scale) -> Double {
    guard let title else { return 0 }
    return title.height(width, scale) + scale.theme[.spaceFigureGap]
  }

  /// The drawings that fit a slide's body, heights in steps of the style sheet.
  private func drawings(_ width: Double, _ scale: Scale) -> [Drawing] {
    guard !isPart, let drawable = figure.body as? any DrawableFigure else { return [] }
    let room = SlideClasses.heightDown(scale.room - titleHeight(width, scale))
    guard room > SlideClasses.heightStep else { return [] }
    return drawings.value(Room(width: width, height: room)) {
      maker.typesetter.drafter.drawings(
        of: drawable, width: width, height: room, isStepped: figure.firstStep != nil,
        sizes: Self.sizes(scale)
      ).map { drawing in
        var drawing = drawing
        drawing.height = SlideClasses.heightUp(drawing.height)
        return drawing
      }
    }
  }

  /// The sizes that the labels of a drawing may have: from the size of text down to the floor.
  private static func sizes(_ scale: Scale) -> [Double] {
    let largest = max(scale.theme[.sizeBody], scale.floor)
    return stride(from: largest, to: scale.floor, by: -2) + [scale.floor]
  }

  /// The drawing with the largest text that takes no more than its share of the spare room; nil when none fits.
  private func drawing(_ width: Double, _ scale: Scale) -> Drawing? {
    let drawings = drawings(width, scale)
    guard let least = drawings.last else { return nil }
    return drawings.first { $0.height <= least.height + scale.spare }
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    titleHeight(width, scale)
      + (drawing(width, scale)?.height ?? data.height(width, scale, upTo: limit))
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    if let drawing = drawing(width, scale) {
      placements[shell.span.lower] = .drawn(drawing)
    } else {
      data.place(width, scale, into: &placements)
      placements[shell.span.lower] = .listed(data.blocks)
    }
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    guard drawing(width, scale) == nil else { return [] }
    return data.cutTables(width, scale).map { CutTable(span: shell.span, columns: $0.columns) }
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    if let drawing = drawing(width, scale) {
      let fits = titleHeight(width, scale) + drawing.height <= room
      return fits || isForced ? (self, nil) : (nil, self)
    }
    let parts = data.cut(
      at: room - titleHeight(width, scale), width, scale, isForced: isForced)
    guard let head = parts.head else { return (nil, self) }
    guard let tail = parts.tail else { return (self, nil) }
    // Behind a part that holds no more than a list's title it is not said again, or there would be no end of it.
    let isMore = head.boxes.contains { !$0.isHeading }
    // Nor is a title of the figure that takes much of a slide.
    let isTall = titleHeight(width, scale) > scale.room / 3
    return (
      part(head, figure, shell),
      part(isMore ? titled(tail) : tail, isTall ? figure.untitled : figure, shell.withoutID)
    )
  }

  /// Data that begins inside a list, with the list's title once more.
  private func titled(_ data: Stack) -> Stack {
    guard let first = data.boxes.first, case .list = first.block.content,
      case .lists(let lists) = (figure.body as? any DrawableFigure)?.content(
        maker.typesetter.labels)
    else { return data }
    let index = first.block.span.lower - figure.span.lower - 1
    guard lists.indices.contains(index) else { return data }
    let title = Block(
      content: .paragraph([.strong([.text(lists[index].title)])]), audience: .both,
      span: .at(first.block.span.lower))
    return Stack([LeadingBox(box: maker.box(title))] + Array(data.boxes))
  }

  private func part(_ data: Stack, _ figure: Figure, _ shell: Block) -> FigureBox {
    var shell = shell
    shell.content = .figure(figure)
    var part = FigureBox(figure, shell: shell, maker)
    part.data = data
    part.isPart = true
    return part
  }

  var block: Block { shell }

  var flexibility: Int { isPart ? 0 : 1 }
}

extension Figure {
  /// The same figure without its title.
  fileprivate var untitled: Figure {
    var figure = self
    figure.title = nil
    return figure
  }
}

/// A box that must not stand last, because it introduces what follows.
struct LeadingBox: Box {
  let box: any Box

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    box.height(width, scale, upTo: limit)
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let parts = box.cut(at: room, width, scale, isForced: isForced)
    return (parts.head, parts.tail.map { LeadingBox(box: $0) })
  }

  var block: Block { box.block }
  var isHeading: Bool { true }
}
