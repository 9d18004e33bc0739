import LecternBriefing
import LecternSource

extension Briefing {
  /// The summary in plain words, citations as the text has them; empty when there is none.
  var plainSummary: String {
    let blocks = metadata.summary
    guard !blocks.isEmpty else { return "" }
    // A style is much work, and few summaries cite.
    var citations = 0
    blocks.forEachInline { if case .citation = $0 { citations += 1 } }
    guard citations > 0 else { return blocks.map(\.plainText).joined(separator: " ").collapsed }
    let text = CitationText(style: CitationStyles.style(of: self))
    return blocks.map { $0.plainText { text.inlines($0).plainText } }.joined(separator: " ")
      .collapsed
  }
}

extension Block {
  /// The words of a paragraph or list, citations as they are said to read; of other blocks as ever.
  fileprivate func plainText(citing words: (Citation) -> String) -> String {
    switch content {
    case .paragraph(let inlines): inlines.plainText(citing: words)
    case .list(let list):
      list.items.flatMap(\.blocks).map { $0.plainText(citing: words) }.joined(separator: " ")
    default: plainText
    }
  }
}
