import LecternBriefing
import LecternTypography

/// Makes the box of every kind of block.
struct BoxMaker {
  let typesetter: Typesetter
  /// The title of the slide, which a figure need not repeat.
  let slideTitle: String
  /// What is added between the letters of paragraphs, as a part of their size.
  let tracking: Double
  /// Told of each block that is measured, so that what nobody can measure is reported where it stands.
  let visit: (Block) -> Void

  func stack(_ blocks: [Block], spacing: Stack.Spacing = .blocks) -> Stack {
    Stack(blocks.map(box), spacing: spacing)
  }

  func box(_ block: Block) -> any Box {
    defer { visit(block) }
    switch block.content {
    case .paragraph(let inlines):
      return TextBox(inlines, shell: block, look: .init(tracking: tracking), typesetter)
    case .heading(let heading):
      return TextBox(
        heading.content, shell: block, role: .heading, look: .init(isBold: true), typesetter)
    case .list(let list): return ListBox(list, shell: block, self)
    case .quotation(let quotation): return QuotationBox(quotation, shell: block, self)
    case .callout(let callout): return CalloutBox(callout, shell: block, self)
    case .code(let code): return CodeBox(code, shell: block, typesetter)
    case .table(let table): return TableBox(table, shell: block, typesetter)
    case .figure(let figure): return FigureBox(figure, shell: block, self)
    case .picture(let picture): return PictureBox(picture, shell: block, typesetter)
    case .columns(let columns): return ColumnsBox(columns, shell: block, self)
    case .studyFacts: return FactsBox(shell: block, typesetter)
    case .rule: return RuleBox(block: block)
    }
  }
}

/// A thematic break inside another block: a thin line.
struct RuleBox: Box {
  let block: Block

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double { scale.hairline }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    room >= scale.hairline || isForced ? (self, nil) : (nil, self)
  }
}
