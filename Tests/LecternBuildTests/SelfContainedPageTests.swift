import LecternHTML
import Testing

/// One file of a page and of what it asks for, whatever template the page was made with.
@Suite struct SelfContainedPageTests {
  private let files = [
    "a.css": "p { src: url(\"f.woff2\") }", "a.js": "go()", "p.png": "PNG", "n.csv": "a,b",
    "f.woff2": "font",
  ]

  private func html(
    _ page: String, for use: SelfContainedPage.Use = .screen, _ own: [String: String] = [:]
  ) -> String {
    let files = files.merging(own) { $1 }
    let made = SelfContainedPage(
      for: use,
      file: { address in
        files[address].map { EmbeddedFile(name: address, bytes: Array($0.utf8)) }
      },
      digest: { Array("<\($0.count)>".utf8) })
    return String(decoding: made.html(of: Array(page.utf8)), as: UTF8.self)
  }

  /// The page without its policy.
  private func body(
    _ page: String, for use: SelfContainedPage.Use = .screen, _ own: [String: String] = [:]
  ) -> String {
    let text = html(page, for: use, own)
    guard let start = text.firstRange(of: "<meta http-equiv"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return text }
    return String(text[..<start.lowerBound] + text[text.index(after: end)...])
  }

  @Test func putsAStyleSheetWithItsFontsWhereItWasLinked() {
    #expect(
      body("<head>\n<link href='a.css' rel=stylesheet>\n</head>")
        == "<head>\n<style>p { src: url(\"data:font/woff2;base64,Zm9udA==\") }</style>\n</head>")
  }

  @Test func putsTheScriptAtTheEndOfTheBody() {
    #expect(
      body("<head>\n<script src=\"a.js\" defer></script>\n</head><body>x</body></html>")
        == "<head>\n</head><body>x<script>go()</script>\n</body></html>")
    #expect(body("<script src=a.js></script>x") == "x<script>go()</script>\n")
  }

  @Test func letsNoTextEndItsElement() {
    let sheet = body("<link rel=stylesheet href=x>", ["x": "/* </STYLE> */\r\na\0"])
    #expect(sheet == "<style>/* <\\/style> */\na\u{FFFD}</style>")
    let script = body("<script src=x></script>", ["x": "'<!--<script></Script>' + 1</2/1"])
    #expect(script == "<script>'\\x3C!--<script>\\x3C/script>' + 1</2/1</script>\n")
  }

  @Test func hashesWhatItHoldsAndForbidsTheRest() {
    let page = html(
      "<head><meta http-equiv=\"content-security-policy\" content=\"x\"><link rel=stylesheet href=a.css></head>"
    )
    #expect(
      page.hasPrefix(
        "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-PDQ5Pg=='; script-src 'none'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'\"><style>"
      ))
    #expect(!page.contains("content=\"x\""))
  }

  @Test func givesAPageWithoutAPolicyOne() {
    #expect(html("<!doctype html><html><head><title>t</title>").contains("<head><meta http-equiv"))
    #expect(html("<p>x").hasPrefix("<meta http-equiv"))
  }

  @Test func holdsPicturesAndShowsTheWordsOfThoseThatAreNotThere() {
    #expect(
      body("<img src=\"p.png\" alt=\"a\">")
        == "<img src=\"data:image/png;base64,UE5H\" alt=\"a\">")
    #expect(body("<img class=x src=\"q.png\" alt=\"a\">") == "<img class=x alt=\"a\">")
    #expect(
      body("<img src=\"https://example.org/q.png\" srcset=\"r.png 2x\" alt=\"a\">")
        == "<img alt=\"a\">")
  }

  @Test func holdsFilesToBeSavedAndDropsThemOnPaper() {
    #expect(
      body("<a href=\"n.csv#x\" title=\"t\">n</a>")
        == "<a href=\"data:text/csv;charset=utf-8;base64,YSxi\" download=\"n.csv\" title=\"t\">n</a>"
    )
    #expect(
      body("<a href=\"n.csv\" download=\"m.csv\">n</a>")
        == "<a href=\"data:text/csv;charset=utf-8;base64,YSxi\" download=\"m.csv\">n</a>")
    #expect(body("<p><a href=\"n.csv\">n</a></p>", for: .paper) == "<p>n</p>")
  }

  @Test func keepsTheWordsOfALinkToAnotherPage() {
    #expect(body("<p>See <a href=\"../b/index.html#x\">b</a>.</p>") == "<p>See b.</p>")
    let kept = "<a href=\"#x\">x</a> <a href=\"https://example.org\">y</a> <a id=z>z</a>"
    #expect(body(kept) == kept)
    #expect(body("<a href=\"#top\">x</a>", for: .paper) == "x")
  }

  @Test func leavesOutNavigationThatLeadsNowhere() {
    #expect(body("a\n<nav class=x><a href=\"d.html\">D <img src=\"p.png\"></a></nav>\nb") == "a\nb")
    #expect(
      body("<nav><a href=\"d.html\">D <img src=\"p.png\"></a> <a href=\"#x\">X</a></nav>")
        == "<nav> <a href=\"#x\">X</a></nav>")
    #expect(body("<nav>words</nav>") == "<nav>words</nav>")
  }

  @Test func leavesOutWhatABrowserCouldFetch() {
    for relation in ["icon", "preload", "preconnect", "stylesheet", "alternate stylesheet"] {
      #expect(body("<link rel=\"\(relation)\" href=\"https://example.org/x\">\na") == "a")
    }
    #expect(body("<link rel=alternate href=\"deck.html\">\na") == "a")
    let kept = "<link rel=\"canonical\" href=\"https://example.org/x\">"
    #expect(body(kept) == kept)
    #expect(
      body("<head><script src=\"https://example.org/x.js\"></script></head>") == "<head></head>")
  }

  @Test func printsWithoutAScript() {
    #expect(body("<script src=a.js></script><p>x", for: .paper) == "<p>x")
  }

  @Test func passesOverWhatIsNoMarkup() {
    let text =
      "<!-- <a href=x> --><title><a href=x></title> 1 < 2 <3 <style><img src=x></style><script>'<nav>'</script>"
    #expect(body(text) == text)
  }
}
