import LecternTypography
import Testing

/// Lines break where Chromium breaks them; the places were read off it, in a box without width.
@Suite struct LineBreakTests {
  static let cases: [(text: String, breaks: [Int])] = [
    ("well-being", [5]),
    ("and/or", []),
    ("3-4", [2]),
    ("A-1", [2]),
    ("-1", []),
    ("a...b", []),
    ("word.Word", []),
    ("(see)x", []),
    ("f(x)/g", []),
    ("user@mail.org", []),
    ("50%of", []),
    ("$50", []),
    ("a|b", []),
    ("10,000.50", []),
    ("mid–dash", [6]),
    ("mid—dash", [3, 6]),
    ("é-é", [3]),
    ("é?é", [3]),
    ("é!é", [3]),
    ("“a”b", []),
    ("a’b", []),
    ("a…b", [4]),
    ("a…”b", []),
    ("a…[b]", [4]),
    ("日本語", [3, 6]),
    ("日本語テスト。", [3, 6, 9, 12, 15]),
    ("a\u{200B}b", [4]),
    ("foo\u{2060}bar", []),
    ("no\u{A0}break", []),
    ("https://www.example.org/a/b-c_d?e=f&g=h#i", [28, 32]),
  ]

  @Test(arguments: cases.indices)
  func breaksWhereChromiumDoes(index: Int) {
    let found = BreakFinder(language: "en").lineBreaks(in: Array(Self.cases[index].text.utf8))
    // The end of a text is no place for a break.
    let inside = found.filter { $0 < Self.cases[index].text.utf8.count }
    #expect(inside == Self.cases[index].breaks, "\(Self.cases[index].text)")
  }
}
