import LecternBriefing
import LecternSource
import LecternTypography

/// Somebody's words beside a bar, or a conversation with its speakers in a column of their own.
struct QuotationBox: Box {
  private let typesetter: Typesetter
  private let shell: Block
  private let quotation: Quotation
  private var turns: Remainder<TurnBox>
  /// The width of the speakers' column: of the whole conversation while it is cut, which is on the safe side, and of the
  /// part in the end, since the browser knows the names of that alone.
  private let columns: Memory<Measure, Double>
  /// The words that say whose these are; nil without an attribution.
  private let caption: TextBox?

  init(_ quotation: Quotation, shell: Block, _ maker: BoxMaker) {
    self.init(
      quotation, turns: Remainder(quotation.turns.map { TurnBox($0, maker) }), shell: shell,
      maker.typesetter)
  }

  private init(
    _ quotation: Quotation, turns: Remainder<TurnBox>, columns: Memory<Measure, Double> = .init(),
    shell: Block, _ typesetter: Typesetter
  ) {
    self.columns = columns
    self.typesetter = typesetter
    self.shell = shell
    self.quotation = quotation
    self.turns = turns
    caption = Self.caption(quotation, goesOn: quotation.goesOn, shell: shell, typesetter)
  }

  private static func caption(
    _ quotation: Quotation, goesOn: Bool, shell: Block, _ typesetter: Typesetter
  ) -> TextBox? {
    quotation.attribution.map { attribution in
      let words = AttributionText.inlines(attribution, goesOn: goesOn, labels: typesetter.labels)
      return TextBox(words, shell: shell, role: .caption, typesetter)
    }
  }

  /// Where the words of a quotation or conversation begin, and where speakers do.
  private struct Edges {
    var words: Double
    var speakers: Double
  }

  private func edges(_ scale: Scale) -> Edges {
    let theme = scale.theme
    guard quotation.isConversation else {
      return Edges(words: theme[.spaceBar] + theme[.spaceQuotationIndent], speakers: 0)
    }
    let column =
      scale.isExact
      ? speakerColumn(scale) : columns.value(Measure(0, scale)) { speakerColumn(scale) }
    return Edges(
      words: column + scale.size + theme[.spaceBar] + theme[.spaceSpeechIndent],
      speakers: column)
  }

  private func speakerColumn(_ scale: Scale) -> Double {
    let widths = turns.map { $0.speakerWidths(scale) }
    let natural = widths.map(\.natural).max() ?? 0
    let least = widths.map(\.least).max() ?? 0
    return min(natural, max(least, scale.gap(.gapSpeaker)))
  }

  private func space(before index: Int, _ scale: Scale) -> Double {
    guard index > 0 else { return 0 }
    return scale.gap(quotation.isConversation ? .gapTurn : .gapBlock)
  }

  private func height(
    of caption: TextBox?, _ width: Double, _ edges: Edges, _ scale: Scale
  ) -> Double {
    guard let caption else { return 0 }
    return scale.theme[.spaceCaptionGap] + caption.height(width - edges.words, scale)
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    let edges = edges(scale)
    var height = height(of: caption, width, edges, scale)
    let scale = scale.inside(height)
    for (index, turn) in turns.enumerated() {
      if height > limit { break }
      height += space(before: index, scale)
      height += turn.height(
        width - edges.words, speakers: edges.speakers, scale, upTo: limit - height)
    }
    return height
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let edges = edges(scale)
    let inner = width - edges.words
    // Every part says whose words they are, and so keeps a place for that.
    let captionThatGoesOn = Self.caption(quotation, goesOn: true, shell: shell, typesetter)
    let frame = height(of: captionThatGoesOn, width, edges, scale)
    let room = room - frame
    let scale = scale.inside(frame)
    var used = 0.0
    for (index, turn) in turns.enumerated() {
      let space = space(before: index, scale)
      let height = turn.height(
        inner, speakers: edges.speakers, scale, upTo: scale.room)
      if used + space + height <= room {
        used += space + height
        continue
      }
      if index > 0, used > room / 3, height <= scale.room { return halves(at: index) }
      let isForced = isForced && index == 0
      // A name of several lines stands beside the first words or not at all.
      if !isForced, turn.nameHeight(edges.speakers, scale) > room - used - space {
        return halves(at: index)
      }
      let parts = turn.words.cut(at: room - used - space, inner, scale, isForced: isForced)
      guard let head = parts.head else { return halves(at: index) }
      var first = turn
      first.words = head
      let part = turns.upTo(index, last: first)
      guard let tail = parts.tail else {
        return index + 1 < turns.count ? halves(part, turns.from(index + 1)) : (self, nil)
      }
      var rest = turn
      rest.words = tail
      return halves(part, turns.from(index, first: rest))
    }
    return (self, nil)
  }

  private func halves(at index: Int) -> Cut {
    guard index > 0 else { return (nil, self) }
    return halves(turns.upTo(index), turns.from(index))
  }

  private func halves(_ head: Remainder<TurnBox>, _ tail: Remainder<TurnBox>) -> Cut {
    var first = quotation
    first.goesOn = true
    return (
      QuotationBox(first, turns: head, columns: columns, shell: shell, typesetter),
      QuotationBox(
        quotation, turns: tail, columns: columns, shell: shell.withoutID, typesetter)
    )
  }

  var block: Block {
    var quotation = quotation
    quotation.turns = turns.map(\.turn)
    var block = shell
    block.content = .quotation(quotation)
    return block
  }

  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] {
    let edges = edges(scale)
    let inner = width - edges.words
    let scale = scale.inside(height(of: caption, width, edges, scale))
    return turns.flatMap { $0.words.cutTables(inner, scale) }
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    let edges = edges(scale)
    let inner = width - edges.words
    let scale = scale.inside(height(of: caption, width, edges, scale))
    for turn in turns { turn.words.place(inner, scale, into: &placements) }
  }

  var flexibility: Int { turns.reduce(0) { $0 + $1.words.flexibility } }

  var stacked: [any Box] {
    var box = self
    box.turns = Remainder(
      turns.map { turn in
        var turn = turn
        turn.words = turn.words.stacked
        return turn
      })
    return [box]
  }
}

/// What one person says: a name, if there is one, and blocks.
struct TurnBox {
  /// What is said.
  var words: Stack
  private let speaker: String?
  private let name: TextBox?

  init(_ turn: Quotation.Turn, _ maker: BoxMaker) {
    words = maker.stack(turn.blocks)
    speaker = turn.speaker
    name = turn.speaker.map { speaker in
      TextBox(
        [.text(speaker)],
        shell: Block(content: .paragraph([]), audience: .both, span: .at(0)),
        look: .init(isBold: true), maker.typesetter)
    }
  }

  /// How wide the speaker's name is, and its longest word.
  func speakerWidths(_ scale: Scale) -> (natural: Double, least: Double) {
    name?.widths(scale) ?? (0, 0)
  }

  /// The height of words and name side by side.
  func height(
    _ width: Double, speakers: Double, _ scale: Scale, upTo limit: Double
  ) -> Double {
    max(words.height(width, scale, upTo: limit), nameHeight(speakers, scale))
  }

  /// The height of the speaker's name in a column of a width.
  func nameHeight(_ speakers: Double, _ scale: Scale) -> Double {
    name?.height(speakers + 1, scale) ?? 0
  }

  /// The turn as it stands on the slide.
  var turn: Quotation.Turn { Quotation.Turn(speaker: speaker, blocks: words.blocks) }
}
