public import LecternSource

/// A piece of a slide or a chapter.
public struct Block: Sendable {
  /// What it is.
  public var content: Content
  /// The id that a link can lead to, if it has one.
  public var id: String?
  /// Which document it is in.
  public var audience: Audience
  /// With which step it is revealed, counted from 1 on its slide; nil when it is there from the start.
  public var step: Int?
  /// Where it stands.
  public var span: Span

  /// Makes a block.
  public init(
    content: Content, id: String? = nil, audience: Audience, step: Int? = nil, span: Span
  ) {
    self.content = content
    self.id = id
    self.audience = audience
    self.step = step
    self.span = span
  }

  /// What a block can be.
  public indirect enum Content: Sendable {
    case paragraph([Inline])
    /// A heading inside a slide, level 4 or deeper.
    case heading(Heading)
    case list(List)
    case quotation(Quotation)
    case callout(Callout)
    case code(CodeBlock)
    case table(Table)
    case figure(Figure)
    case picture(Picture)
    case columns([[Block]])
    /// The facts of `study:` are drawn here.
    case studyFacts
    /// A thematic break inside another block.
    case rule
  }
}

/// A bullet or numbered list.
public struct List: Sendable {
  /// The number of the first item; nil for bullets.
  public var start: Int?
  /// Whether the items stand close together.
  public var isTight: Bool
  /// The items in order.
  public var items: [Item]

  /// One item of a list.
  public struct Item: Sendable {
    /// Whether it is a done task; nil when it is no task.
    public var isChecked: Bool?
    /// With which step it is revealed.
    public var step: Int?
    /// What it holds.
    public var blocks: [Block]
    /// Whether it goes on from the slide before.
    public var goesOn = false

    /// Makes an item.
    public init(isChecked: Bool? = nil, step: Int? = nil, blocks: [Block]) {
      self.isChecked = isChecked
      self.step = step
      self.blocks = blocks
    }
  }

  /// Makes a list.
  public init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A note, tip or warning set apart from the text.
public struct Callout: Sendable {
  /// What kind of callout it is.
  public var kind: Kind
  /// What it holds.
  public var blocks: [Block]

  /// The five kinds of GitHub's alerts.
  public enum Kind: String, Sendable, CaseIterable {
    case note
    case tip
    case important
    case warning
    case caution
  }
}

/// Code, shown as written.
public struct CodeBlock: Sendable {
  /// The language that the author named; empty for none.
  public var language: String
  /// The code.
  public var text: String

  /// Makes a block of code.
  public init(language: String, text: String) {
    self.language = language
    self.text = text
  }
}

/// A table with its caption.
public struct Table: Sendable {
  /// The words of its `Table:` paragraph.
  public var caption: [Inline]?
  /// How each column is aligned.
  public var alignments: [Alignment]
  /// The cells of the first row.
  public var header: [[Inline]]
  /// The cells of the other rows.
  public var rows: [[[Inline]]]

  /// Makes a table.
  public init(
    caption: [Inline]? = nil, alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]
  ) {
    self.caption = caption
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }

  /// How a column is aligned.
  public enum Alignment: String, Sendable {
    case none
    case left
    case center
    case right
  }
}

/// A picture in a paragraph of its own.
public struct Picture: Sendable {
  /// The image.
  public var image: Image
  /// Its title, which becomes the caption.
  public var caption: String?
}

extension Block {
  /// The same without its id, for what stands on a page a second time.
  public var withoutID: Block {
    var block = self
    block.id = nil
    return block
  }
}
