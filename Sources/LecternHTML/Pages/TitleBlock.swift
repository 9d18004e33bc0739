import LecternBriefing
import LecternSource
import LecternViews

/// The lines below a title: subtitle, authors, organisation, date.
struct TitleBlock {
  let briefing: BriefingFacts

  func write(to html: inout HTMLWriter, showsEmail: Bool) {
    let metadata = briefing.metadata
    if let subtitle = metadata.subtitle {
      html.element("p", [("class", "subtitle")], text: subtitle)
    }
    if !metadata.authors.isEmpty {
      html.element("ul", [("class", "authors")]) { html in
        for author in metadata.authors { write(author, showsEmail: showsEmail, to: &html) }
      }
    }
    if let organisation = metadata.organisation {
      html.element("p", [("class", "organisation")], text: organisation)
    }
    if let date = metadata.date {
      html.element(
        "p", [("class", "date")], text: DateText(labels: briefing.labels).text(date))
    }
    html.line()
  }

  private func write(_ author: Author, showsEmail: Bool, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("span", [("class", "author-name")], text: author.name)
      if let affiliation = author.affiliation {
        html.text(" ")
        html.element("span", [("class", "author-affiliation")], text: affiliation)
      }
      if let email = author.email {
        html.text(" ")
        html.element("a", [("class", "author-email"), ("href", "mailto:\(email)")], text: email)
      }
    }
  }

  /// Tags that name authors, description and keywords to programs.
  var metadata: String {
    var html = HTMLWriter()
    let facts = briefing.metadata
    for author in facts.authors {
      html.empty("meta", [("name", "author"), ("content", author.name)])
      html.line()
    }
    let description = facts.summary.map(\.plainText).joined(separator: " ").collapsed
    if !description.isEmpty {
      html.empty("meta", [("name", "description"), ("content", description)])
      html.line()
    }
    if !facts.keywords.isEmpty {
      html.empty(
        "meta", [("name", "keywords"), ("content", facts.keywords.joined(separator: ", "))])
      html.line()
    }
    return html.string
  }
}
