import LecternBriefing

/// Estimates how large a slide's content can be.
///
/// Widths are guessed from the number of letters, so an estimate errs on the small side.
struct SlideFit {
  private let width: Double
  private let height: Double

  /// The body of a slide in design pixels.
  init(size: SlideSize) {
    width = size == .wide ? 1104 : 784
    height = 462
  }

  /// The largest of the theme's scales at which a slide's content is thought to fit.
  func scale(of slide: DeckSlide) -> Int {
    switch slide.layout {
    case .quote: quoteScale(slide)
    case .content, .figure, .twoColumns, .statement: contentScale(slide)
    case .agenda: slide.agenda.count > 6 ? 85 : 100
    case .title: slide.title.plainText.count > 60 ? 70 : 100
    case .section: slide.title.plainText.count > 60 ? 75 : 100
    }
  }

  private func room(_ slide: DeckSlide) -> Double {
    let titleLines = slide.hidesTitle ? 0 : Self.lines(slide.title.plainText.count, 40, width)
    let foot =
      Double(
        slide.footnotes.reduce(0) {
          $0 + Self.lines($1.blocks.reduce(0) { $0 + $1.letters }, 18, width)
        }) * 24
      + (slide.sources.isEmpty ? 0 : 30)
    return height - Double(max(0, titleLines - 1)) * 46 - foot
  }

  private func contentScale(_ slide: DeckSlide) -> Int {
    let room = room(slide)
    for scale in stride(from: 100, through: 50, by: -5) {
      let em = 32 * Double(scale) / 100
      if blocksHeight(slide.blocks, em: em, width: width) <= room { return scale }
    }
    return 45
  }

  private func quoteScale(_ slide: DeckSlide) -> Int {
    let room = room(slide)
    for scale in stride(from: 200, through: 110, by: -10) {
      let em = 32 * Double(scale) / 100
      // A short quotation grows, but never fills more than two thirds of the room.
      if blocksHeight(slide.blocks, em: em, width: width) <= room * 0.66 { return scale }
    }
    return contentScale(slide)
  }

  private func blocksHeight(_ blocks: [Block], em: Double, width: Double) -> Double {
    blocks.reduce(-0.7 * em) { $0 + blockHeight($1, em: em, width: width) + 0.7 * em }
  }

  private func blockHeight(_ block: Block, em: Double, width: Double) -> Double {
    switch block.content {
    case .paragraph(let inlines):
      return Double(Self.lines(inlines.plainText.count, em, width)) * 1.4 * em
    case .heading: return 1.6 * em
    case .list(let list):
      return list.items.reduce(0) { sum, item in
        sum + blocksHeight(item.blocks, em: em, width: width - 1.4 * em) + 0.45 * em
      }
    case .quotation(let quotation):
      let inner = quotation.isConversation ? width - 8 * em : width - 46
      let words = quotation.turns.reduce(0) { sum, turn in
        sum + blocksHeight(turn.blocks, em: em, width: inner) + (turn.speaker == nil ? 0 : 0.9 * em)
      }
      return words + (quotation.attribution == nil ? 0 : 20 + min(24, em) * 1.3)
    case .callout(let callout):
      return blocksHeight(callout.blocks, em: em, width: width - 3 * em) + 3.2 * em
    case .code(let code):
      let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
      let size = max(0.875 * em, min(24, em))
      return 1.6 * em
        + lines.reduce(0) {
          $0 + Double(max(1, Int((Double($1.count) * 0.6 * size / (width - 2 * em)).rounded(.up))))
            * 1.35 * size
        }
    case .table(let table):
      let size = max(0.875 * em, min(24, em))
      let column = width / Double(max(1, table.header.count))
      let rows = [table.header] + table.rows
      return rows.reduce(table.caption == nil ? 0 : 44) { sum, row in
        let lines = row.map { Self.lines($0.plainText.count, size, column - 1.6 * size) }.max() ?? 1
        return sum + Double(lines) * 1.35 * size + 0.8 * size
      }
    case .figure, .picture: return 300
    case .columns(let columns):
      let column = (width - 64 * Double(columns.count - 1)) / Double(max(1, columns.count))
      return columns.map { blocksHeight($0, em: em, width: column) }.max() ?? 0
    case .studyFacts: return 6 * 1.9 * em
    case .rule: return em
    }
  }

  private static func lines(_ letters: Int, _ em: Double, _ width: Double) -> Int {
    max(1, Int((Double(letters) * em * 0.54 / max(width, em)).rounded(.up)))
  }
}

extension Block {
  fileprivate var letters: Int { plainText.count }
}
