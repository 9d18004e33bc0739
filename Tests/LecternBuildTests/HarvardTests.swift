import LecternBuild
import TestSupport
import Testing

/// Harvard (Cite Them Right) for articles in journals, against worked examples; the works are invented.
@Suite struct HarvardTests {
  /// A briefing that cites works, as the report prints it.
  private func report(_ references: String, _ text: String) throws -> String {
    let input = "---\ntitle: T\nreferences:\n\(references)\n---\n\n\(text)\n"
    return try Program.lectern.run(["render", "-", "--to", "fragment"], input: Array(input.utf8))
      .text
      .replacing("<em>", with: "*").replacing("</em>", with: "*")
  }

  private let okafor = """
      - {id: okafor, type: article-journal, author: [{family: Okafor, given: Ngozi T.}],
         issued: {date-parts: [[2023, 5]]}, title: 'Waiting rooms as places of care: an ethnographic study',
         container-title: Journal of Community Care Studies, volume: 14, issue: 2, page: 112-128, DOI: 10.5555/jccs.2023.0112}
    """
  private let pryce = """
      - {id: pryce, type: article-journal, author: [{family: Pryce, given: G.}, {family: Adeyemi, given: T.}],
         issued: {date-parts: [[2021]]}, title: Carers’ accounts of hospital discharge,
         container-title: Northern Review of Social Policy, volume: 9, issue: 4, page: 301-319}
    """
  private let lindqvist = """
      - {id: lindqvist, type: article-journal, author: [{family: Lindqvist, given: A.}, {family: Shah, given: P.}, {family: Doyle, given: M.}],
         issued: {date-parts: [[2022]]}, title: Balancing risk and choice in home care,
         container-title: Care and Practice, volume: 31, page: 45-60, DOI: 10.5555/cap.31.45}
    """
  private let ana = """
      - {id: ana, type: article-journal, author: [{family: Ana, given: B.}, {family: B, given: C.}, {family: C, given: D.}, {family: D, given: E.}],
         issued: {date-parts: [[2019]]}, title: Four author paper, container-title: Care and Practice, volume: 28, issue: 2, page: 99-104}
    """

  @Test func listsOneAuthorWithVolumeIssuePagesAndIdentifier() throws {
    let page = try report(okafor, "x [@okafor] y [@okafor, p. 115]")
    #expect(page.contains(">Okafor, 2023</a>)") && page.contains(">Okafor, 2023, p. 115</a>)"))
    #expect(
      page.contains(
        "Okafor, N.T. (2023) ‘Waiting rooms as places of care: an ethnographic study’, *Journal of Community Care Studies*, 14(2), pp. 112–128. Available at: <a class=\"address\" href=\"https://doi.org/10.5555/jccs.2023.0112\">"
      ))
  }

  @Test func listsTwoAuthors() throws {
    let page = try report(pryce, "x [@pryce]")
    #expect(page.contains(">Pryce and Adeyemi, 2021</a>)"))
    #expect(
      page.contains(
        "Pryce, G. and Adeyemi, T. (2021) ‘Carers’ accounts of hospital discharge’, *Northern Review of Social Policy*, 9(4), pp. 301–319. <a class=\"backref\""
      ))
  }

  @Test func listsThreeAuthorsWithoutIssue() throws {
    let page = try report(lindqvist, "x [@lindqvist]")
    #expect(page.contains(">Lindqvist, Shah and Doyle, 2022</a>)"))
    #expect(
      page.contains(
        "Lindqvist, A., Shah, P. and Doyle, M. (2022) ‘Balancing risk and choice in home care’, *Care and Practice*, 31, pp. 45–60. Available at: "
      ))
  }

  @Test func shortensFourAuthors() throws {
    let page = try report(ana, "x [@ana] and @ana")
    #expect(page.contains(">Ana *et al.*, 2019</a>)") && page.contains(">Ana *et al.* (2019)</a>"))
    #expect(
      page.contains(
        "Ana, B. *et al.* (2019) ‘Four author paper’, *Care and Practice*, 28(2), pp. 99–104. <a class=\"backref\""
      )
    )
  }

  @Test func sortsTheListByAuthorAndACitationByYear() throws {
    let page = try report(
      [pryce, okafor, ana].joined(separator: "\n"), "x [@pryce; see @ana; @okafor]")
    let places = ["Ana, B.", "Okafor, N.T.", "Pryce, G."].map {
      page.firstRange(of: $0)?.lowerBound ?? page.endIndex
    }
    #expect(places == places.sorted() && places.last != page.endIndex)
    #expect(
      page.contains(
        "(<a href=\"#ref.ana\">see Ana *et al.*, 2019</a>; <a href=\"#ref.pryce\">Pryce and Adeyemi, 2021"
      ))
  }

  @Test func linksBackToEveryPlaceThatCitesAWork() throws {
    let page = try report([pryce, okafor].joined(separator: "\n"), "x [@pryce] y @okafor [@pryce]")
    #expect(page.contains("<span class=\"citation\" id=\"cite.1\">("))
    let back = { (number: Int, label: String, mark: String) in
      "<a class=\"backref\" href=\"#cite.\(number)\" role=\"doc-backlink\" aria-label=\"\(label)\">\(mark)</a>"
    }
    #expect(page.contains(back(2, "Back to the text", "↩")))
    #expect(
      page.contains(
        "pp. 301–319. \(back(1, "Back to the text, place 1 of 2", "↩1")) \(back(3, "Back to the text, place 2 of 2", "↩2"))</li>"
      ))
  }
}
