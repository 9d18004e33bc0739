import LecternBriefing
import LecternSource

/// What an author has marked for one document alone, and where.
struct OneSidedParts {
  /// A part and the document that it is for.
  struct Part {
    var audience: Audience
    var span: Span
    /// The id of a quotation or figure.
    var id: String?
    var numbers: Set<String>
  }

  /// Quotations, figures and other blocks in order; a whole slide or section by its blocks.
  private(set) var parts: [Part] = []
  /// Numbers in the short names of headings, which the deck alone shows.
  private(set) var shortNumbers: Set<String> = []

  private let file: SourceFile
  private var footnotes: [Int: [Block]] = [:]

  /// Reads them from a briefing and its source.
  init(of briefing: Briefing, in file: SourceFile) {
    self.file = file
    footnotes = Dictionary(
      briefing.footnotes.map { ($0.number, $0.blocks) }, uniquingKeysWith: { first, _ in first })
    for section in briefing.sections {
      add(section.heading, section.audience)
      for slide in section.slides {
        let audience = Self.inner(section.audience, slide.audience)
        add(slide.heading, audience)
        for block in slide.blocks { add(block, in: audience) }
      }
    }
  }

  /// Where a quotation or figure of an id, or one without an id of some words, is marked for one document alone.
  func part(withID id: String?, orWords words: String, for audience: Audience) -> Part? {
    guard let id else {
      return parts.first { part in
        part.audience == audience && !words.isEmpty
          && PageAccount.words(of: file.text(in: part.span)).contains(words)
      }
    }
    return parts.first { $0.id == id && $0.audience == audience }
  }

  /// The first part for one document that holds a number.
  func part(withNumber number: String, for audience: Audience) -> Part? {
    parts.first { $0.audience == audience && $0.numbers.contains(number) }
  }

  private mutating func add(_ heading: Heading?, _ audience: Audience) {
    guard let heading else { return }
    shortNumbers.formUnion(PageAccount.numbers(in: heading.short ?? ""))
    if audience != .both { add(audience, heading.span, id: nil) }
  }

  private mutating func add(_ block: Block, in outer: Audience) {
    let audience = Self.inner(outer, block.shown)
    if audience != .both { add(audience, block.span, id: block.id) }
    for inner in block.innerBlocks.joined() { add(inner, in: audience) }
    guard audience != .both else { return }
    // A footnote belongs to the words that call it.
    for inlines in block.innerInlines {
      inlines.forEachInline { inline in
        guard case .footnote(let number, _) = inline else { return }
        for note in footnotes[number] ?? [] { add(audience, note.span, id: nil) }
      }
    }
  }

  private mutating func add(_ audience: Audience, _ span: Span, id: String?) {
    let numbers = PageAccount.numbers(in: file.text(in: span))
    parts.append(Part(audience: audience, span: span, id: id, numbers: numbers))
  }

  /// The audience of what lies in something for another audience.
  private static func inner(_ outer: Audience, _ audience: Audience) -> Audience {
    audience == .both ? outer : audience
  }
}

extension Block {
  /// The documents that show anything of it: one for both of which all the words are for one is in that alone.
  fileprivate var shown: Audience {
    guard audience == .both else { return audience }
    if [self].visible(in: .deck).isEmpty { return .report }
    return [self].visible(in: .report).isEmpty ? .deck : .both
  }
}
