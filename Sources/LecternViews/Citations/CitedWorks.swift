import LecternBriefing

/// The works that a briefing cites, in the order in which they are first mentioned.
struct CitedWorks {
  /// Those of the report, in the order of its page.
  private(set) var inReport: [Reference] = []
  /// Those that only the deck cites.
  private(set) var inDeckAlone: [Reference] = []

  init(_ briefing: Briefing) {
    var seen: Set<String> = []
    // Not the whole briefing, which would be copied for every inline.
    let bibliography = briefing.bibliography
    func works(_ visit: ((Inline) -> Void) -> Void) -> [Reference] {
      var works: [Reference] = []
      visit { inline in
        guard case .citation(let citation) = inline, citation.written == nil else { return }
        for item in citation.items where seen.insert(item.key).inserted {
          if let work = bibliography[item.key] { works.append(work) }
        }
      }
      return works
    }
    inReport = works { briefing.forEachInline(in: .report, $0) }
    inDeckAlone = works { briefing.forEachInline(in: .deck, $0) }
  }

  /// Every work, those of the report first.
  var all: [Reference] { inReport + inDeckAlone }
}

extension Briefing {
  /// Visits every inline of a document in the order in which people come upon it.
  fileprivate func forEachInline(in document: Audience, _ visit: (Inline) -> Void) {
    title.content.forEachInline(visit)
    if document == .report {
      metadata.summary.forEachInline(visit)
      for message in keyMessages?.messages ?? [] {
        message.blocks.visible(in: .report).withoutFigures.forEachInline(visit)
      }
    }
    for section in sections.visible(in: document) {
      section.heading?.content.forEachInline(visit)
      for slide in section.slides {
        if !slide.goesOn { slide.heading?.content.forEachInline(visit) }
        slide.blocks.forEachInline(visit)
      }
    }
    for footnote in footnotes { footnote.blocks.visible(in: document).forEachInline(visit) }
  }
}
