import LecternBuild
import TestSupport
import Testing

/// The data of figures for spreadsheets.
@Suite struct FigureFileTests {
  private func file(_ body: String) async throws -> String {
    let folder = try ScratchFolder()
    defer { try? folder.remove() }
    try folder.write("# Talk\n\n\(body)\n", to: "content/talk.md")
    let built = try Program.lectern.run(["build", "--project", folder.path])
    #expect(built.status == 0, "\(built.errors)")
    return try folder.text("site/talk/figure-1.csv")
  }

  @Test func holdsNumbersWithoutTheirUnit() async throws {
    #expect(
      try await file("```chart\nunit: \"%\"\ndata: {Self-care: 25, Education: 14.50}\n```")
        == "\u{FEFF}Category,Value (%)\r\nSelf-care,25\r\nEducation,14.50\r\n")
  }

  @Test func holdsOneInfluenceARow() async throws {
    let balance =
      "```balance\nleft: {title: A, items: [one]}\n"
      + "right: {title: B, items: [{text: two, weight: 3}]}\n```"
    #expect(
      try await file(balance) == "\u{FEFF}Side,Influence,Weight\r\nA,one,1\r\nB,two,3\r\n")
  }

  @Test func runsNothingInASpreadsheet() async throws {
    let text = try await file(
      "```chart\ndata:\n  \"=1+1\": 1\n  \"@SUM(A1)\": 2\n  \"-2\": 3\n  \"a, \\\"b\\\"\": 4\n```")
    #expect(
      text
        == "\u{FEFF}Category,Value\r\n'=1+1,1\r\n'@SUM(A1),2\r\n-2,3\r\n\"a, \"\"b\"\"\",4\r\n")
  }

  /// With an accent behind it a quotation mark is one letter, and ends a cell all the same.
  @Test func doublesQuotationMarksUnderAccents() async throws {
    let text = try await file("```chart\ndata:\n  'x\"\u{301},=1+1': 1\n  \"=\u{301}1\": 2\n```")
    #expect(text == "\u{FEFF}Category,Value\r\n\"x\"\"\u{301},=1+1\",1\r\n'=\u{301}1,2\r\n")
  }
}
