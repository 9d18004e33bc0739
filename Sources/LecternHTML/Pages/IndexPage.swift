public import LecternBriefing
public import LecternViews

/// Writes the list of briefings.
public struct IndexPage {
  /// What the list says of one briefing.
  public struct Entry: Sendable {
    fileprivate let facts: BriefingFacts

    /// Makes an entry.
    public init(_ facts: BriefingFacts) {
      self.facts = facts
    }
  }

  /// The page that lists briefings in the order in which they are given.
  public static func html(
    of entries: [Entry], title: String, language: String, labels: Labels, in context: PageContext
  ) -> [UInt8] {
    var html = HTMLWriter()
    html.element("ul", [("class", "briefings")]) { html in
      html.line()
      for entry in entries { write(entry.facts, labels, to: &html) }
    }
    html.line()
    return context.page(
      .index,
      [
        "lang": language, "direction": TextDirection.attribute(of: language),
        "policy": PageContext.policy,
        "title": title, "stylesheet": context.reportStyles, "briefings": html.string,
      ])
  }

  private static func write(_ facts: BriefingFacts, _ labels: Labels, to html: inout HTMLWriter) {
    let folder = facts.slug.addressEncoded
    let metadata = facts.metadata
    html.element("li", [("class", "briefing"), ("lang", metadata.language)]) { html in
      html.element("h2") { html in
        html.element("a", [("href", "\(folder)/index.html")], text: facts.title.text)
      }
      if let subtitle = metadata.subtitle {
        html.element("p", [("class", "subtitle")], text: subtitle)
      }
      let date = metadata.date.map { DateText(labels: facts.labels).text($0) }
      let byline = metadata.authors.map(\.name) + [date].compactMap(\.self)
      if !byline.isEmpty {
        html.element("p", [("class", "byline")], text: byline.joined(separator: " · "))
      }
      let summary = metadata.summary.map(\.plainText).joined(separator: " ")
      if !summary.isEmpty { html.element("p", [("class", "summary")], text: summary) }
      html.element("p", [("class", "links")]) { html in
        for (file, label) in [("index.html", Label.report), ("deck.html", Label.deck)] {
          html.element(
            "a",
            [
              ("href", "\(folder)/\(file)"),
              ("aria-label", "\(facts.labels[label]): \(facts.title.text)"),
            ], text: facts.labels[label])
          html.text(" ")
        }
      }
    }
    html.line()
  }
}
