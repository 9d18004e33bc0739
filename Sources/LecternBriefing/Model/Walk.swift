extension [Block] {
  /// Visits every block in reading order, inner ones after the ones that they lie in.
  public func forEachBlock(_ visit: (Block) -> Void) {
    for block in self {
      visit(block)
      for inner in block.innerBlocks { inner.forEachBlock(visit) }
    }
  }

  /// Visits every inline in reading order; an attribution comes after the words that it is of.
  public func forEachInline(_ visit: (Inline) -> Void) {
    for block in self {
      if case .quotation = block.content {
        for inner in block.innerBlocks { inner.forEachInline(visit) }
        for inlines in block.innerInlines { inlines.forEachInline(visit) }
      } else {
        for inlines in block.innerInlines { inlines.forEachInline(visit) }
        for inner in block.innerBlocks { inner.forEachInline(visit) }
      }
    }
  }
}

extension [Inline] {
  /// Visits every inline in reading order.
  public func forEachInline(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      switch inline {
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, _, let content):
        content.forEachInline(visit)
      case .link(let link): link.content.forEachInline(visit)
      default: break
      }
    }
  }
}

extension Block {
  /// The lists of blocks that this one holds.
  public var innerBlocks: [[Block]] {
    switch content {
    case .list(let list): list.items.map(\.blocks)
    case .quotation(let quotation): quotation.turns.map(\.blocks)
    case .callout(let callout): [callout.blocks]
    case .columns(let columns): columns
    default: []
    }
  }

  /// The runs of inlines that this block itself holds.
  public var innerInlines: [[Inline]] {
    switch content {
    case .paragraph(let inlines): [inlines]
    case .heading(let heading): [heading.content]
    case .table(let table): [table.caption ?? []] + table.header + table.rows.flatMap(\.self)
    case .figure(let figure): [figure.source]
    case .picture(let picture): [[.image(picture.image)]]
    case .quotation(let quotation):
      [
        (quotation.attribution?.citation.map { [.citation($0)] } ?? [])
          + (quotation.attribution?.links.map(Inline.link) ?? [])
          + (quotation.attribution?.footnotes ?? [])
      ]
    default: []
    }
  }
}

extension Briefing {
  /// Visits every inline: of the title, the summary, headings, blocks and footnotes.
  package func forEachInline(_ visit: (Inline) -> Void) {
    title.content.forEachInline(visit)
    metadata.summary.forEachInline(visit)
    for section in sections {
      section.heading?.content.forEachInline(visit)
      for slide in section.slides where slide.beginsWithHeading {
        slide.heading?.content.forEachInline(visit)
      }
    }
    allBlocks.forEachInline(visit)
  }

  /// Every block of the text in reading order, footnotes last.
  public var allBlocks: [Block] {
    sections.flatMap { $0.slides.flatMap(\.blocks) } + footnotes.flatMap(\.blocks)
  }
}
