public import LecternBriefing
import LecternSource
public import LecternViews

/// Writes the list of briefings, with its keywords below.
public struct IndexPage {
  private let briefings: [BriefingFacts]
  private let keywords: KeywordIndex
  /// The language of the page.
  private let language: String

  /// The page that lists briefings in the order in which they are given.
  public static func html(
    of briefings: [BriefingFacts], title: String, language: String, labels: Labels,
    in context: PageContext
  ) -> [UInt8] {
    let page = IndexPage(
      briefings: briefings, keywords: KeywordIndex(briefings), language: language)
    var tags = HTMLWriter()
    if let site = context.site {
      tags.empty("link", [("rel", "canonical"), ("href", "\(site)/")])
      tags.line()
      tags.empty(
        "link",
        [
          ("rel", "alternate"), ("type", "application/atom+xml"), ("href", "feed.xml"),
          ("title", title),
        ])
      tags.line()
    }
    return context.page(
      .index,
      [
        "lang": language, "direction": TextDirection.attribute(of: language),
        "policy": PageContext.policy, "title": title, "stylesheet": context.reportStyles,
      ],
      parts: [
        "metadata": tags, "briefings": page.writeList(), "keywords": page.writeKeywords(labels),
      ])
  }

  private func writeList() -> HTMLWriter {
    var html = HTMLWriter()
    html.element("ul", [("class", "briefings")]) { html in
      html.line()
      for facts in briefings { write(facts, to: &html) }
    }
    html.line()
    return html
  }

  private func write(_ facts: BriefingFacts, to html: inout HTMLWriter) {
    let folder = facts.slug.addressEncoded
    let metadata = facts.metadata
    html.element(
      "li",
      [
        ("class", "briefing"), ("id", PageID.briefing(facts.slug)), ("lang", metadata.language),
        ("dir", TextDirection.attribute(of: metadata.language, on: language)),
      ]
    ) { html in
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
      write(keywords.keywords(of: facts), facts.labels, to: &html)
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
      DownloadLinks(briefing: facts, folder: "\(folder)/").write(to: &html)
    }
    html.line()
  }

  /// The keywords of one briefing, each a link to all the briefings that share it.
  private func write(
    _ keywords: [KeywordIndex.Keyword], _ labels: Labels, to html: inout HTMLWriter
  ) {
    guard !keywords.isEmpty else { return }
    html.element("ul", [("class", "keywords"), ("aria-label", labels[.keywords])]) { html in
      for keyword in keywords {
        html.element("li") { html in
          html.element("a", [("href", "#\(PageID.keyword(keyword.id))")], text: keyword.name)
        }
      }
    }
  }

  /// Every keyword with the briefings that share it: a filter that needs no script.
  private func writeKeywords(_ labels: Labels) -> HTMLWriter {
    var html = HTMLWriter()
    guard !keywords.all.isEmpty else { return html }
    let id = PageID.title("keywords")
    html.element("section", [("class", "keyword-index"), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: labels[.keywords])
      html.line()
      html.element("dl") { html in
        for keyword in keywords.all {
          html.element("div", [("id", PageID.keyword(keyword.id))]) { html in
            html.element("dt", text: keyword.name)
            for index in keyword.briefings {
              let facts = briefings[index]
              html.element("dd") { html in
                html.element(
                  "a",
                  [
                    ("href", "\(facts.slug.addressEncoded)/index.html"),
                    ("lang", facts.metadata.language),
                    ("dir", TextDirection.attribute(of: facts.metadata.language, on: language)),
                  ], text: facts.title.text)
              }
            }
          }
          html.line()
        }
      }
    }
    html.line()
    return html
  }
}
