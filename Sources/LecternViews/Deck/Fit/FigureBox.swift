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
  /// The drawings by their widths.
  private let drawings = Memory<Double, Drawing?>()

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
    case .table(let header, let rows):
      let table = Table(
        alignments: header.indices.map { $0 == 0 ? .none : .right },
        header: header.map { [.text($0)] }, rows: rows.map { $0.map { [.text($0)] } })
      return [maker.box(shell(.table(table), 1))]
    }
  }

  // MARK: Drawing

  private func titleHeight(_ width: Double, _ scale: Scale) -> Double {
    guard let title else { return 0 }
    return title.height(width, scale) + scale.theme[.spaceFigureGap]
  }

  private func drawing(_ width: Double) -> Drawing? {
    guard !isPart, let drawable = figure.body as? any DrawableFigure else { return nil }
    return drawings.value(width) {
      drawable.drawing(
        width: width, labels: maker.typesetter.labels, text: maker.typesetter.labelText)
    }
  }

  /// The least and the best height of the drawing in pixels; nil when its words would be under the floor.
  private func drawingHeights(
    _ width: Double, _ scale: Scale
  ) -> (least: Double, best: Double)? {
    guard let drawing = drawing(width), let smallest = drawing.smallestText,
      smallest >= scale.floor
    else { return nil }
    let least = SlideClasses.heightUp(drawing.height * scale.floor / smallest)
    guard titleHeight(width, scale) + least <= scale.room else { return nil }
    return (least, max(least, SlideClasses.heightDown(drawing.height)))
  }

  private func drawingHeight(_ width: Double, _ scale: Scale) -> Double? {
    drawingHeights(width, scale).map { heights in
      min(heights.best, SlideClasses.heightDown(heights.least + scale.spare))
    }
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    titleHeight(width, scale)
      + (drawingHeight(width, scale) ?? data.height(width, scale, upTo: limit))
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    if let height = drawingHeight(width, scale), let drawing = drawing(width) {
      placements[shell.span.lower] = .drawn(drawing, height: height)
    } else {
      data.place(width, scale, into: &placements)
      placements[shell.span.lower] = .listed(data.blocks)
    }
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    if let height = drawingHeight(width, scale) {
      let fits = titleHeight(width, scale) + height <= room
      return fits || isForced ? (self, nil) : (nil, self)
    }
    let parts = data.cut(
      at: room - titleHeight(width, scale), width, scale, isForced: isForced)
    guard let head = parts.head else { return (nil, self) }
    guard let tail = parts.tail else { return (self, nil) }
    return (part(head, shell), part(tail, shell.withoutID))
  }

  private func part(_ data: Stack, _ shell: Block) -> FigureBox {
    var part = FigureBox(figure, shell: shell, maker)
    part.data = data
    part.isPart = true
    return part
  }

  var block: Block { shell }

  var flexibility: Int { isPart ? 0 : 1 }
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
