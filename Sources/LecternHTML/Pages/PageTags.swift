import LecternBriefing
import LecternSource
import LecternViews

/// Tags in the head of a briefing's pages that say what they are.
struct PageTags {
  let briefing: BriefingFacts
  let context: PageContext

  /// Those of the report, which is what is cited: all that is known of it.
  var ofReport: HTMLWriter {
    var html = HTMLWriter()
    writeDescription(to: &html)
    PublicationTags(
      record: PublicationRecord(briefing, site: context.site),
      report: briefing.downloads.first { $0.content == .report }?.fileName
    ).write(to: &html)
    return html
  }

  /// Those of the deck: what it is about, and where the report is.
  var ofDeck: HTMLWriter {
    var html = HTMLWriter()
    writeDescription(to: &html)
    if let address = PublicationRecord(briefing, site: context.site).address {
      html.empty("link", [("rel", "canonical"), ("href", address)])
      html.line()
    }
    return html
  }

  /// Authors, description and keywords.
  private func writeDescription(to html: inout HTMLWriter) {
    let facts = briefing.metadata
    for author in facts.authors {
      html.empty("meta", [("name", "author"), ("content", author.name)])
      html.line()
    }
    if !briefing.summary.isEmpty {
      html.empty("meta", [("name", "description"), ("content", briefing.summary)])
      html.line()
    }
    if !facts.keywords.isEmpty {
      html.empty(
        "meta", [("name", "keywords"), ("content", facts.keywords.joined(separator: ", "))])
      html.line()
    }
  }
}
