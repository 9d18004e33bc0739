import LecternSource

extension Block {
  /// The words of a block, for ids and names.
  package var plainText: String { plainText(upTo: .max) }

  /// The words of a block, not much more than so many bytes of them: of quotations in quotations nobody needs to put together
  /// all words at each depth.
  package func plainText(upTo most: Int) -> String {
    switch content {
    case .paragraph(let inlines): inlines.plainText(upTo: most)
    case .heading(let heading): heading.text
    case .list(let list): list.items.lazy.flatMap(\.blocks).plainText(upTo: most)
    case .quotation(let quotation):
      quotation.turns.map { turn in
        let speaker = turn.speaker.map { "\($0): " } ?? ""
        return speaker + turn.blocks.plainText(upTo: most)
      }.joined(separator: " ")
    case .callout(let callout): callout.blocks.plainText(upTo: most)
    case .code(let code): code.text
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.map(\.plainText) }.joined(separator: " ")
    case .figure(let figure): figure.title ?? ""
    case .picture(let picture): picture.image.alternative
    case .columns(let columns): columns.joined().plainText(upTo: most)
    case .studyFacts, .rule: ""
    }
  }
}

extension Sequence<Block> {
  /// The words of blocks, not much more than so many bytes of them.
  package func plainText(upTo most: Int) -> String {
    var text = ""
    var isFirst = true
    for block in self where text.utf8.count < most {
      text += isFirst ? "" : " "
      isFirst = false
      text += block.plainText(upTo: most - text.utf8.count)
    }
    return text
  }

  /// The first words of blocks.
  func words(upTo count: Int) -> [Substring] {
    // Words are rarely longer.
    let start = plainText(upTo: count * 40)
    let words = start.split(maxSplits: count, whereSeparator: \.isWhitespace)
    if words.count > count { return Array(words.prefix(count)) }
    return Array(
      plainText(upTo: .max).split(maxSplits: count, whereSeparator: \.isWhitespace).prefix(count))
  }
}
