import LecternBuild
import TestSupport
import Testing

/// A marker word in a range for one document is on no page of the other, or the briefing is refused.
@Suite struct OneSidedTests {
  /// Texts with a range for the document that `SIDE` stands for; what `ZEBRA` stands in is inside it.
  static let shapes = [
    "<!-- SIDE -->\n\nZEBRA\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\n### ZEBRA\n\nwords\n\n<!-- /SIDE -->\n\n### Next\n\nmore",
    "<!-- SIDE -->\n\n### ZEBRA\n\nwords\n\n<!-- /SIDE -->\n\n---\n\nmore",
    "### One\n\n<!-- SIDE -->\n\n### ZEBRA\n\nwords\n\n<!-- /SIDE -->\n\n---\n\nmore\n\n---\n\nand more",
    "<!-- SIDE -->\n\n### Same\n<!-- short: ZEBRA -->\n\nwords\n\n<!-- /SIDE -->\n\n### Same\n\nmore",
    "<!-- SIDE -->\n\n### Same [x](https://example.org/ZEBRA)\n\nwords\n\n<!-- /SIDE -->\n\n### Same x\n\nmore",
    "<!-- SIDE -->\n\n## ZEBRA\n\nwords\n\n<!-- /SIDE -->\n\n## Next\n\nmore",
    "<!-- SIDE -->\n\n#### ZEBRA\n\nwords\n\n<!-- /SIDE -->",
    "### One\n\n<!-- SIDE -->\n<!-- short: ZEBRA -->\n\nwords\n\n<!-- /SIDE -->",
    "## One\n\n<!-- SIDE -->\n<!-- short: ZEBRA -->\n\nwords\n\n<!-- /SIDE -->",
    "> - words\n>\n>   <!-- SIDE -->\n>\n>   said.\n>   — ZEBRA, focus group\n>\n>   <!-- /SIDE -->",
    "> words\n>\n> <!-- SIDE -->\n>\n> — ZEBRA, focus group\n>\n> <!-- /SIDE -->",
    "> Ada: words\n>\n> <!-- SIDE -->\n>\n> ZEBRA: words\n>\n> <!-- /SIDE -->\n>\n> Eve: words",
    "<!-- SIDE -->\n\n> ZEBRA words\n>\n> — ZEBRA\n\n<!-- /SIDE -->",
    "- one\n\n  <!-- SIDE -->\n\n  ZEBRA\n\n  <!-- /SIDE -->\n\n- two",
    "<!-- SIDE -->\n\n[^1]: ZEBRA\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\nwords[^1]\n\n<!-- /SIDE -->\n\n[^1]: ZEBRA",
    "[^1]\n\n[^1]: words\n\n    <!-- SIDE -->\n\n    ZEBRA\n\n    <!-- /SIDE -->",
    "<!-- SIDE -->\n\nTable: ZEBRA\n\n| a |\n|---|\n| ZEBRA |\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\n```chart\ntitle: ZEBRA\ndata: {ZEBRA: 1}\n```\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\n```ZEBRA\nZEBRA\n```\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\n![ZEBRA](https://example.org/ZEBRA.png)\n\n<!-- /SIDE -->",
    "<!-- columns -->\n\n<!-- SIDE -->\n\nZEBRA\n\n<!-- /SIDE -->\n\n<!-- column -->\n\nb\n\n<!-- /columns -->",
    "<!-- SIDE -->\n\n<!-- id: ZEBRA -->\n\nwords\n\n<!-- /SIDE -->",
    "## Key messages\n\n- one\n\n  <!-- SIDE -->\n\n  ZEBRA\n\n  <!-- /SIDE -->\n\n- two",
    "<!-- SIDE -->\n\n## Key messages\n\n- ZEBRA\n\n<!-- /SIDE -->",
  ]

  @Test(arguments: shapes, ["deck", "report"])
  func keepsAMarkerOffTheOtherDocument(shape: String, side: String) throws {
    let body = shape.replacing("SIDE", with: side)
    try expectNoMark("# Talk\n\n## First\n\n\(body)\n\n## Second\n\nwords\n", besides: side)
    try expectNoMark("# Talk\n\n\(body)\n", besides: side)
  }

  /// Marp decks, whose first heading of a slide is its title whatever its level.
  static let marp = [
    "<!-- SIDE -->\n\n# ZEBRA\n\n<!-- /SIDE -->\n\nwords",
    "<!-- SIDE -->\n\nZEBRA\n\n<!-- /SIDE -->",
    "<!-- SIDE -->\n\n---\n\n# ZEBRA\n\nwords\n\n---\n\n<!-- /SIDE -->\n\nmore",
  ]

  @Test(arguments: marp, ["deck", "report"])
  func keepsAMarkerOfAMarpDeckOffTheOtherDocument(shape: String, side: String) throws {
    let body = shape.replacing("SIDE", with: side)
    try expectNoMark(
      "---\nmarp: true\n---\n\nfirst\n\n---\n\n\(body)\n\n---\n\nlast\n", besides: side)
    try expectNoMark("---\nmarp: true\n---\n\n\(body)\n", besides: side)
  }

  @Test(arguments: ["deck", "report"])
  func keepsRangesOutOfTitlesAndSummaries(side: String) throws {
    try expectNoMark(
      "<!-- \(side) -->\n\n# ZEBRA\n\n<!-- /\(side) -->\n\n## One\n\nwords\n", besides: side)
    let summary =
      "---\ntitle: Talk\nsummary: |\n  words\n\n  <!-- \(side) -->\n\n  ZEBRA\n\n  <!-- /\(side) -->\n---\n\n## One\n\nwords\n"
    try expectNoMark(summary, besides: side)
  }

  private func expectNoMark(
    _ text: String, besides side: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let other = side == "deck" ? "report" : "deck"
    let printed = try Program.lectern.run(["render", "-", "--to", other], input: Array(text.utf8))
    // What is refused is published nowhere; a preview of it is for its author.
    let isHidden = printed.status == 1 || !printed.text.lowercased().contains("zebra")
    #expect(
      isHidden, "the \(other) shows what is for the \(side): \(text)", sourceLocation: location)
  }
}
