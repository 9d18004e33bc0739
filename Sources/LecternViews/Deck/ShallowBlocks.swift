import LecternBriefing

extension [Block] {
  /// The blocks as a slide has room for them: what is set deeper than a limit stands at that depth, in words alone.
  ///
  /// Every list and quotation takes width from what it holds, and nobody can see from afar how a dozen of them nest. Ids stay,
  /// so that links still lead there.
  func shallow(_ labels: Labels) -> [Block] { map { $0.shallow(labels, depth: 0) } }
}

extension [Footnote] {
  /// The footnotes with their texts as a slide has room for them.
  func shallow(_ labels: Labels) -> [Footnote] {
    map { footnote in
      var footnote = footnote
      footnote.blocks = footnote.blocks.shallow(labels)
      return footnote
    }
  }
}

extension Block {
  /// How deep a slide is set; each frame counts by the width that it takes.
  private static let deepest = 12

  /// How much deeper what it holds is set; 0 for what holds no blocks.
  private var frame: Int {
    switch content {
    case .list, .callout: 1
    case .quotation(let quotation): quotation.isConversation ? 4 : 1
    case .columns: 5
    default: 0
    }
  }

  fileprivate func shallow(_ labels: Labels, depth: Int) -> Block {
    guard frame > 0 else { return self }
    let inner = depth + frame
    func inside(_ blocks: [Block]) -> [Block] {
      blocks.flatMap { block in
        inner + block.frame > Self.deepest
          ? block.words(labels) : [block.shallow(labels, depth: inner)]
      }
    }
    var block = self
    switch content {
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = inside(list.items[index].blocks)
      }
      block.content = .list(list)
    case .callout(var callout):
      callout.blocks = inside(callout.blocks)
      block.content = .callout(callout)
    case .quotation(var quotation):
      for index in quotation.turns.indices {
        quotation.turns[index].blocks = inside(quotation.turns[index].blocks)
      }
      block.content = .quotation(quotation)
    case .columns(let columns): block.content = .columns(columns.map(inside))
    default: break
    }
    return block
  }

  /// What it holds without any frame, at any depth.
  private func words(_ labels: Labels) -> [Block] {
    var words: [Block] = []
    switch content {
    case .list(let list):
      for item in list.items {
        words += item.blocks.flatMap { $0.words(labels) }.marked(step: item.step, id: nil)
      }
    case .callout(let callout): words = callout.blocks.flatMap { $0.words(labels) }
    case .columns(let columns): words = columns.joined().flatMap { $0.words(labels) }
    case .quotation(let quotation):
      for turn in quotation.turns {
        if let speaker = turn.speaker { words.append(paragraph([.strong([.text(speaker)])])) }
        words += turn.blocks.flatMap { $0.words(labels) }
      }
      if let attribution = quotation.attribution {
        words.append(
          paragraph(AttributionText.inlines(attribution, goesOn: false, labels: labels)))
      }
    default: return [self]
    }
    return words.marked(step: step, id: id)
  }

  private func paragraph(_ words: [Inline]) -> Block {
    Block(content: .paragraph(words), audience: audience, span: span)
  }
}

extension [Block] {
  /// The same, revealed with a step at the earliest, and with the id of what held them where the first has none of its own.
  fileprivate func marked(step: Int?, id: String?) -> [Block] {
    var blocks = self
    for index in indices { blocks[index].step = blocks[index].step ?? step }
    if let first = blocks.indices.first { blocks[first].id = blocks[first].id ?? id }
    return blocks
  }
}
