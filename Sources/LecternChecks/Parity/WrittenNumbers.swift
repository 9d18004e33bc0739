import LecternBriefing

/// How often an author wrote each number into what a document shows at least so often.
///
/// A page may show one more often: it repeats key messages, titles and footnotes. It never shows one less often. Figures are
/// compared as wholes, and headings, sources and references have places of their own, so their numbers are left out.
struct WrittenNumbers {
  /// The numbers that stand in texts, lists, tables and quotations.
  private(set) var counts: [String: Int] = [:]
  private let document: Audience

  /// Counts them for the deck or the report.
  init(of briefing: Briefing, for document: Audience) {
    self.document = document
    for section in briefing.sections where section.audience.includes(document) {
      for slide in section.slides where slide.audience.includes(document) { add(slide.blocks) }
    }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks where block.audience.includes(document) {
      switch block.content {
      case .paragraph, .table: for inlines in block.innerInlines { add(inlines) }
      case .list, .quotation, .callout, .columns: for inner in block.innerBlocks { add(inner) }
      case .heading, .figure, .picture, .code, .studyFacts, .rule: break
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for number in PageAccount.allNumbers(in: Self.words(of: inlines)) {
      counts[number, default: 0] += 1
    }
  }

  /// The words that a page shows as its author's own.
  private static func words(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let words), .code(let words): words
      case .softBreak, .lineBreak: " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, _, let content):
        words(of: content)
      case .link(let link): link.isEvidence ? "" : words(of: link.content)
      case .image, .citation, .footnote: " "
      }
    }.joined()
  }
}
