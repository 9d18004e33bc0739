public import LecternBriefing
import LecternSource
public import LecternViews

/// Writes the list of briefings, with its keywords below.
public struct IndexPage {
  private let briefings: [ListedBriefing]
  private let keywords: KeywordIndex
  /// The language of the page.
  private let language: String

  /// For how many bytes of the list, and again of the keywords, an entry makes room: more than most need, and what is not
  /// written takes no memory.
  private static let entrySize = 2048

  /// The page that lists briefings in the order in which they are given.
  public static func html(
    of briefings: [ListedBriefing], title: String, language: String, labels: Labels,
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
      parts: ["metadata": tags],
      large: [
        "briefings": PagePart(isEmpty: false, size: briefings.count * entrySize, page.writeList),
        "keywords": PagePart(
          isEmpty: page.keywords.all.isEmpty, size: briefings.count * entrySize
        ) { page.writeKeywords(labels, to: &$0) },
      ])
  }

  private func writeList(to html: inout HTMLWriter) {
    html.element("ul", [("class", "briefings")]) { html in
      html.line()
      for briefing in briefings { write(briefing, to: &html) }
    }
    html.line()
  }

  private func write(_ briefing: ListedBriefing, to html: inout HTMLWriter) {
    let folder = briefing.slug.addressEncoded
    html.element(
      "li",
      [
        ("class", "briefing"), ("id", PageID.briefing(briefing.slug)), ("lang", briefing.language),
        ("dir", TextDirection.attribute(of: briefing.language, on: language)),
      ]
    ) { html in
      html.element("h2") { html in
        html.element("a", [("href", "\(folder)/index.html")], text: briefing.title)
      }
      if let subtitle = briefing.subtitle {
        html.element("p", [("class", "subtitle")], text: subtitle)
      }
      let date = briefing.date.map { DateText(labels: briefing.labels).text($0) }
      let byline = briefing.authors + [date].compactMap(\.self)
      if !byline.isEmpty {
        html.element("p", [("class", "byline")], text: byline.joined(separator: " · "))
      }
      if !briefing.summary.isEmpty {
        html.element("p", [("class", "summary")], text: briefing.summary)
      }
      write(keywords.keywords(of: briefing), briefing.labels, to: &html)
      html.element("p", [("class", "links")]) { html in
        for (file, label) in [("index.html", Label.report), ("deck.html", Label.deck)] {
          html.element(
            "a",
            [
              ("href", "\(folder)/\(file)"),
              ("aria-label", "\(briefing.labels[label]): \(briefing.title)"),
            ], text: briefing.labels[label])
          html.text(" ")
        }
      }
      DownloadLinks(
        downloads: briefing.downloads, labels: briefing.labels, folder: "\(folder)/"
      ).write(to: &html)
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
  private func writeKeywords(_ labels: Labels, to html: inout HTMLWriter) {
    guard !keywords.all.isEmpty else { return }
    let id = PageID.title("keywords")
    html.element("section", [("class", "keyword-index"), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: labels[.keywords])
      html.line()
      html.element("dl") { html in
        for keyword in keywords.all {
          html.element("div", [("id", PageID.keyword(keyword.id))]) { html in
            let own = keyword.briefings.first.map { briefings[$0].language } ?? language
            let direction = TextDirection.attribute(of: own, on: language)
            html.element("dt", [("lang", own), ("dir", direction)], text: keyword.name)
            for index in keyword.briefings {
              let briefing = briefings[index]
              html.element("dd") { html in
                html.element(
                  "a",
                  [
                    ("href", "\(briefing.slug.addressEncoded)/index.html"),
                    ("lang", briefing.language),
                    ("dir", TextDirection.attribute(of: briefing.language, on: language)),
                  ], text: briefing.title)
              }
            }
          }
          html.line()
        }
      }
    }
    html.line()
  }
}
