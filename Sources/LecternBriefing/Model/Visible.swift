extension [Block] {
  /// The blocks that are in a document, inside and out.
  ///
  /// What holds blocks goes when none of them is left: an item of a list, somebody's turn, the whole quotation.
  public func visible(in document: Audience) -> [Block] {
    changed { block in
      guard block.audience.includes(document) else { return nil }
      guard case .quotation(let quotation) = block.content else { return block }
      var block = block
      block.content = .quotation(quotation.named(in: document))
      return block
    }
  }

  /// The blocks as a change leaves them, each before those that it holds; what becomes nil goes with all of its own.
  package func changed(_ change: (Block) -> Block?) -> [Block] {
    compactMap { block in change(block)?.changedInside(change) }
  }
}

extension [Section] {
  /// The sections that are in a document, with the slides and blocks of theirs that are.
  ///
  /// A repeated heading begins anew where the one that it repeats is in the other document alone.
  public func visible(in document: Audience) -> [Section] {
    compactMap { section in
      guard section.audience.includes(document) else { return nil }
      var section = section
      var shown: String?
      section.slides = section.slides.compactMap { slide in
        guard slide.audience.includes(document) else { return nil }
        var slide = slide
        slide.blocks = slide.blocks.visible(in: document)
        if slide.beginsWithHeading, slide.goesOn, slide.heading?.id != shown {
          slide.goesOn = false
        }
        shown = slide.heading?.id
        return slide
      }
      return section
    }
  }
}

extension [Footnote] {
  /// The footnotes with what is in a document of their texts, all in their places since references count them.
  public func visible(in document: Audience) -> [Footnote] {
    map { footnote in
      var footnote = footnote
      if footnote.references == 0, !footnote.audience.includes(document) { footnote.blocks = [] }
      footnote.blocks = footnote.blocks.visible(in: document)
      return footnote
    }
  }
}

extension Block {
  /// The same with the blocks that it holds changed; nil when it held some and none is left.
  fileprivate func changedInside(_ change: (Block) -> Block?) -> Block? {
    /// The blocks of a part; nil when the change took all of them.
    func inside(_ blocks: [Block]) -> [Block]? {
      let left = blocks.changed(change)
      return left.isEmpty && !blocks.isEmpty ? nil : left
    }
    var block = self
    switch content {
    case .list(var list):
      list.items = list.items.compactMap { item in
        guard let blocks = inside(item.blocks) else { return nil }
        var item = item
        item.blocks = blocks
        return item
      }
      guard !list.items.isEmpty else { return nil }
      block.content = .list(list)
    case .quotation(var quotation):
      quotation.turns = quotation.turns.compactMap { turn in
        guard let blocks = inside(turn.blocks) else { return nil }
        var turn = turn
        turn.blocks = blocks
        return turn
      }
      guard !quotation.turns.isEmpty else { return nil }
      block.content = .quotation(quotation)
    case .callout(var callout):
      guard let blocks = inside(callout.blocks) else { return nil }
      callout.blocks = blocks
      block.content = .callout(callout)
    case .columns(let columns):
      let left = columns.compactMap(inside).filter { !$0.isEmpty }
      guard !left.isEmpty else { return nil }
      block.content = .columns(left)
    default: break
    }
    return block
  }
}

extension Quotation {
  /// The same with the speakers and the attribution that a document names.
  fileprivate func named(in document: Audience) -> Quotation {
    var quotation = self
    for index in turns.indices where !turns[index].audience.includes(document) {
      quotation.turns[index].speaker = nil
    }
    if attribution?.audience.includes(document) == false { quotation.attribution = nil }
    return quotation
  }
}
