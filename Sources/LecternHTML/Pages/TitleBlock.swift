import LecternBriefing
import LecternSource
import LecternViews

/// The lines below a title: subtitle, authors, organisation, date.
struct TitleBlock {
  let briefing: BriefingFacts

  /// Writes the lines; the ORCID iD of an author is a link to follow, so a slide goes without.
  func write(_ lines: [CoverLine], to html: inout HTMLWriter, showsORCID: Bool) {
    var authors: [Author] = []
    for line in lines {
      if case .author(let author) = line {
        authors.append(author)
        continue
      }
      write(authors, to: &html, showsORCID: showsORCID)
      authors = []
      switch line {
      case .subtitle(let text): html.element("p", [("class", "subtitle")], text: text)
      case .organisation(let text): html.element("p", [("class", "organisation")], text: text)
      case .date(let text): html.element("p", [("class", "date")], text: text)
      case .authors(let authors):
        write(authors, "authors authors-together", to: &html, showsORCID: showsORCID)
      case .author: break
      }
    }
    write(authors, to: &html, showsORCID: showsORCID)
    html.line()
  }

  private func write(
    _ authors: [Author], _ name: String = "authors", to html: inout HTMLWriter, showsORCID: Bool
  ) {
    guard !authors.isEmpty else { return }
    html.element("ul", [("class", name)]) { html in
      for author in authors { write(author, showsORCID: showsORCID, to: &html) }
    }
  }

  private func write(_ author: Author, showsORCID: Bool, to html: inout HTMLWriter) {
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
      if showsORCID, let orcid = author.orcid {
        html.text(" ")
        html.element(
          "a", [("class", "author-orcid"), ("href", orcid.address)], text: orcid.address)
      }
    }
  }
}
