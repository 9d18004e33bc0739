import LecternBriefing
import LecternSource

/// Gathers the texts, quotations, code and contacts of a briefing in one walk.
struct PassageCollector {
  private let file: SourceFile
  private let reader: WordReader
  private(set) var passages: [Passage] = []
  private(set) var quotations: [CheckedQuotation] = []
  private(set) var code: [Span] = []
  private(set) var contacts: [Span] = []

  init(file: SourceFile) {
    self.file = file
    reader = WordReader(bytes: file.bytes)
  }

  /// Takes a section with its slides.
  mutating func add(_ section: Section) {
    if let heading = section.heading { add(heading.span, .heading) }
    for slide in section.slides {
      let ownsHeading = slide.beginsWithHeading && slide.heading?.id != section.heading?.id
      if let heading = slide.heading, ownsHeading, !slide.goesOn { add(heading.span, .heading) }
      add(slide.blocks)
      // A comment begins with four marks and ends with three.
      for note in slide.notes { add(Span(note.span.lower + 4, note.span.upper - 3), .note) }
      if [slide.heading, section.heading].contains(where: { $0.map(Self.isContact) == true }),
        let first = slide.blocks.first, let last = slide.blocks.last
      {
        contacts.append(first.span.union(last.span))
      }
      if section.heading == nil { contacts += slide.blocks.filter(isByline).map(\.span) }
    }
  }

  /// Whether a paragraph is an author's name with an address, as it stands below a title: `Dr Ann Lee, ann@example.org`.
  private func isByline(_ block: Block) -> Bool {
    guard case .paragraph = block.content, block.span.length < 200 else { return false }
    let words = file.text(in: block.span).words
    let names = words.filter { !$0.contains("@") }
    return names.count < words.count && (2...6).contains(names.count)
      && names.allSatisfy { $0.first?.isUppercase == true }
  }

  /// Whether readers look below a heading for whom to write to.
  private static func isContact(_ heading: Heading) -> Bool {
    contactWords.contains { heading.text.holds($0) }
  }

  private static let contactWords: [StaticString] = [
    "contact", "in touch", "further information", "find out more", "more information", "about us",
  ]

  /// Takes some blocks.
  mutating func add(_ blocks: [Block], as kind: Passage.Kind = .text) {
    for block in blocks { add(block, as: kind) }
  }

  /// Takes a stretch of text.
  mutating func add(_ span: Span, _ kind: Passage.Kind) {
    let words = reader.words(in: span)
    if !words.isEmpty { passages.append(Passage(kind: kind, span: span, words: words)) }
  }

  private mutating func add(_ block: Block, as kind: Passage.Kind) {
    switch block.content {
    case .paragraph:
      add(block.span, kind)
      addAlternatives(in: block.span)
    case .heading(let heading): add(heading.span, kind == .quotation ? kind : .heading)
    case .list(let list):
      for item in list.items { add(item.blocks, as: kind == .text ? .item : kind) }
    case .quotation(let quotation):
      if kind == .quotation {
        for turn in quotation.turns { add(turn.blocks, as: kind) }
      } else {
        add(quotation, block)
      }
    case .callout(let callout): add(callout.blocks, as: kind)
    case .columns(let columns): for column in columns { add(column, as: kind) }
    case .table: add(block.span, .table)
    case .code: code.append(block.span)
    case .figure:
      // The marks of the fence would pass for those of a code span.
      let fence = file.lineSpan(file.lineIndex(of: block.span.lower))
      add(Span(fence.upper, block.span.upper), .aside)
    case .picture: addAlternatives(in: block.span)
    case .studyFacts, .rule: break
    }
  }

  /// Takes the words for the pictures of a span, which are no part of its text.
  private mutating func addAlternatives(in span: Span) {
    var found: [Span] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var at = span.lower
      while let mark = bytes.place(of: UInt8(ascii: "!"), from: at, to: span.upper - 1) {
        at = mark + 1
        guard bytes[at] == UInt8(ascii: "["),
          let close = bytes.place(of: UInt8(ascii: "]"), from: at, to: min(span.upper, at + 2_000))
        else { continue }
        found.append(Span(at + 1, close))
        at = close
      }
    }
    for span in found { add(span, .aside) }
  }

  private mutating func add(_ quotation: Quotation, _ block: Block) {
    let attribution = CheckedQuotation.attributionSpan(of: block, quotation, in: file)
    let start = passages.count
    for turn in quotation.turns {
      for inner in turn.blocks {
        var inner = inner
        // The attribution may be the last line of the last paragraph.
        if inner.span.contains(attribution), attribution.length > 0 {
          inner.span = Span(inner.span.lower, attribution.lower)
        }
        add(inner, as: .quotation)
      }
    }
    quotations.append(
      CheckedQuotation(
        block: block, quotation: quotation, attributionSpan: attribution,
        passages: start..<passages.count))
    if attribution.length > 0 { add(attribution, .attribution) }
  }
}
