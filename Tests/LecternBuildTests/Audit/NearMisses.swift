/// Texts in which no private string stands, though something like one does.
enum NearMisses {
  static let list = """
    Ann
    Mark Page
    Johanna Brightwater
    Kestrel House
    0191 498 0021
    Lee-Ann
    St. John's
    Per Son
    """

  static let all = [
    "The Annual report was planned.", "Joanna, Hannah and Annex.", "Anna’s annals.",
    "**Ann**ual reports.", "Annie–Rose and Anne‑Marie.", "A planning meeting, and manna.",
    "We mark pages, page by page.", "Marks page", "Mark pages", "Marking Page 3", "Mark, page 3",
    "Mark. Page three.", "Mark – page by page.", "<b>Ann</b>ual", "An`n`ual",
    "<span>Ann</span>ual", "The <span lang=\"cy\">Ann</span>ual.",
    "<abbr title=\"Yearly\">Ann</abbr>ual",
    "<span>J</span><span>ohanna</span> came. Brightwater is a lake.",
    "Johanna came. Brightwater is a lake.",
    "Johanna, Brightwater and others.", "Johannas Brightwater", "Brightwater Johanna",
    "Kestrel Houses", "The kestrel. House martins too.", "Kestrel — House rules",
    "Kestrel\n\nbird\n\nHouse", "[Kestrel](https://example.org/house)", "Kestrel and House",
    "0191 498 00211", "10191 498 0021", "0191 498 002", "0191, 498, 0021", "0191.498.0022",
    "0191 498 0 0215", "30191 4980021",
    "Person", "A person of note", "Leeann", "Lee and Annette", "Saint Johnson",
    "St. Johnston", "```chart\ndata:\n  Annual: 3\n  Others: 4\n```",
    "| Mark | Number |\n| - | - |\n| Page 1 | 2 |",
    "See [this](https://example.org/annual%20page).",
    "<!-- an annual note -->", "Text[^1].\n\n[^1]: Annual.",
  ]
}
