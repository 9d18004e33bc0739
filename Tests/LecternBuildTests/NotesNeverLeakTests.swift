import LecternBuild
import LecternSource
import TestSupport
import Testing

/// A marker word in comments of every shape is on no page, or the briefing is refused.
@Suite struct NotesNeverLeakTests {
  static let shapes = [
    "<!-- MARK -->", "Text <!-- MARK --> text", "## Heading <!-- MARK -->", "- item <!-- MARK -->",
    "- item\n\n  <!-- MARK -->\n\n  more", "> words <!-- MARK -->\n>\n> — Ada",
    "> words\n>\n> — Ada <!-- MARK -->",
    "> words\n>\n> <!-- MARK -->\n>\n> — Ada", "> words\n>\n> — Ada\n>\n> <!-- MARK -->",
    "| a <!-- MARK --> |\n|---|\n| b |", "| a |\n|---|\n| b <!-- MARK -- x --> |",
    "| a <!-- x | MARK --> |\n|---|---|\n",
    "![alt <!-- MARK --> text](https://example.org/x.png)", "[text <!-- MARK -->](#top)",
    "[a](#top \"<!-- MARK -->\")", "[a](<#<!-- MARK -->>)", "*a <!-- MARK --> b*",
    "**a <!-- MARK -- c --> b**",
    "a <!-- one -- MARK -- two --> b", "a <!-- MARK--> b", "a <!--MARK---> b", "a <!--> MARK --> b",
    "a <!---> MARK --> b", "<!--> MARK -->", "a <!-- MARK", "a\n<!-- MARK\n\nstill\n\n-->\nb",
    "<!-- MARK",
    "    <!-- MARK -->", "- a\n\n      <!-- MARK -->", "\t<!-- MARK -->", "> \t<!-- MARK -->",
    "a <!-- x\n\nMARK --> b", "<div>\nx <!-- MARK --> y\n</div>",
    "<div>\n<!-- MARK\n\n-->\ny\n</div>",
    "<div> <!-- a\nMARK --> y\n</div>", "<table><tr><td><!-- MARK --></td></tr></table>",
    "<script>/* <!-- MARK --> */</script>", "<style><!-- MARK --></style>",
    "<?php <!-- MARK --> ?>",
    "<span title=\"<!-- MARK -->\">x</span>", "[^1]\n\n[^1]: note <!-- MARK -->",
    "[r]: /u \"<!-- MARK -->\"\n\n[r]",
    "[r]: /u \"<!-- MARK -->\"", "```chart\n# MARK\ndata: {A: 1} # MARK\n```",
    "```chart\ntitle: <!-- MARK -->\ndata: {A: 1}\n```",
    "```chart\n# MARK\ndta: 1\n```",
    "```chart\ntitle: one, \"two # MARK\"\ndta: 1\n```", "```chart\ntitle: a#b # MARK\ndta: 1\n```",
    "```chart\ntitle: one [\"two # MARK\"]\ndta: 1\n```",
    "```balance\nleft: {title: A <!-- MARK -->, items: [x]}\nright: {title: B, items: [y <!-- MARK -->]}\n```",
    "<!-- deck -->\n\nMARK\n\n<!-- /deck\n", "<!-- stpe MARK -->", "<!-- note: MARK -->",
    "<!-- _class: MARK -->",
    "<!-- allow MARK: x -->", "<!--\r\nMARK\r\n-->", "\\<!-- MARK -->", "a \\<!-- MARK -->",
    "<!-- a --> <!-- MARK -->", "<!-- a -->MARK", "~~a <!-- MARK --> b~~", "# <!-- MARK -->",
    "Table: <!-- MARK --> x\n\n| a |\n|---|\n| b |", "1. a <!-- step -->\n   <!-- MARK -->\n2. b",
    "> [!NOTE]\n> <!-- MARK -->\n> x", "<mark>a <!-- MARK --></mark>", "<!-- MARK --!> b -->",
    "<!DOCTYPE <!--> MARK -->", "<!DOCTYPE <!-- a > MARK -->", "<p title=\"<!-- x\"> MARK -->",
    "<!\u{1}-- MARK -->", "<\u{2}!-- MARK --\u{3}>",
    "<!-- <!-- MARK --> -->",
  ]

  /// Front matter in which a comment stands where no comment belongs.
  static let values = [
    "title: Talk <!-- MARK -->", "subtitle: x <!-- MARK -->", "author: x <!-- MARK -->",
    "author: <!-- MARK -->",
    "authors: [x <!-- MARK -->]",
    "authors: [{name: x <!-- MARK -->, affiliation: y <!-- MARK -->, email: z <!-- MARK -->}]",
    "author: x\nemail: y <!-- MARK -->", "organisation: x <!-- MARK -->",
    "date: 2021 <!-- MARK -->", "lang: en <!-- MARK -->",
    "summary: x <!-- MARK -->", "summary: x <!-- MARK -- y --> z", "summary: x <!-- MARK",
    "keywords: [x <!-- MARK -->]",
    "keywords: x, <!-- MARK -->", "doi: 10.1/x <!-- MARK -->", "licence: x <!-- MARK -->",
    "contact: x <!-- MARK -->",
    "version: x <!-- MARK -->", "agenda: x <!-- MARK -->", "key-messages: One <!-- MARK -->",
    "participants: [x <!-- MARK -->]",
    "participants: [{id: a, name: x <!-- MARK -->, role: <!-- MARK -->}]",
    "study: {aim: x <!-- MARK -->}", "study: {'<!-- MARK -->': x}",
    "study: {methods: [x, y <!-- MARK -->]}",
    "study: {from: 2020 <!-- MARK -->, to: 2021}", "header: <!-- MARK -->",
    "unknown: <!-- MARK -->", "# MARK",
    "title: <!-- MARK", "subtitle: x <!-- MARK", "theme: <!-- MARK -->",
    "references: [{id: a, title: x <!-- MARK -->, author: [{family: y <!-- MARK -->}], issued: {raw: '2020'}}]",
  ]

  @Test(arguments: values)
  func keepsAMarkerInFrontMatterOffEveryPage(value: String) throws {
    let title = value.hasPrefix("title") ? "" : "title: Talk\n"
    let text =
      "---\n\(title)\(value)\n---\n\n## One\n\nText @a [@a]\n\n<!-- study -->\n\n## Two\n\n## Three\n"
    for document in ["deck", "report", "fragment"] {
      let printed = try Program.lectern.run(
        ["render", "-", "--to", document], input: Array(text.utf8))
      #expect(!printed.text.contains("MARK"), "the \(document) shows a note")
    }
  }

  @Test(arguments: shapes)
  func keepsAMarkerOffEveryPage(shape: String) async throws {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write(
      "---\ntitle: Talk\n---\n\n## One\n\n\(shape)\n\n## Two\n\nText\n", to: "content/talk.md")
    let builder = SiteBuilder(ProjectLoader(Project(folder: folder.path)), options: .init(jobs: 1))
    let result = try await builder.build()
    if result.changedFiles == nil {
      #expect(result.diagnostics.contains { $0.diagnostic.severity == .error })
    } else {
      for (name, bytes) in try folder.files() {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("MARK"), "\(name) shows a note")
      }
    }
    // What is printed without being published may not show it either.
    let printed = try Program.lectern.run(
      ["render", "\(folder.path)/content/talk.md", "--to", "deck", "--project", folder.path])
    let report = try Program.lectern.run(
      ["render", "\(folder.path)/content/talk.md", "--to", "report", "--project", folder.path])
    if !shape.contains("-->MARK"), !shape.contains("\n\nMARK\n\n") {
      #expect(!printed.text.contains("MARK"))
      #expect(!report.text.contains("MARK"))
    }
  }
}
