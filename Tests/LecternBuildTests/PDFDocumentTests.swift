import LecternBuild
import TestSupport
import Testing

/// Reading and changing a PDF's objects.
@Suite struct PDFDocumentTests {
  /// A file of objects, with its table.
  private func file(_ objects: [String], trailer: String = "/Root 1 0 R", table: String? = nil)
    -> [UInt8]
  {
    var text = "%PDF-1.4\n"
    var rows = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let digits = String(text.utf8.count)
      rows += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += table ?? "xref\n0 \(objects.count + 1)\n\(rows)trailer\n<<\(trailer)>>\n"
    return Array("\(text)startxref\n\(start)\n%%EOF\n".utf8)
  }

  @Test(arguments: [
    (
      "<</A 1/B[(x(y)\\)\\101)<414>null]/C 12 0 R/D -1.5>>",
      "<</A 1\n/B [(x\\(y\\)\\)A) (A@) null]\n/C 12 0 R\n/D -1.5\n>>"
    ),
    ("[1 2 0 3 0 R]", "[1 2 0 3 0 R]"), ("(a\\\nb\\r)", "(ab\\r)"), ("/Name#20x", "/Name#20x"),
  ])
  func readsAndWritesValues(example: (text: String, written: String)) throws {
    var parser = PDFParser(Array(example.text.utf8)[...])
    let value = parser.value()
    let read = try #require(value)
    #expect(String(decoding: read.bytes, as: UTF8.self) == example.written)
    var again = PDFParser(read.bytes[...])
    #expect(again.value() == read)
  }

  @Test(arguments: [
    "<</A", "[1", "(a", "<41", "<</A 1 2>>", "", String(repeating: "[", count: 100_000),
  ])
  func readsNoBrokenValue(text: String) {
    var parser = PDFParser(Array(text.utf8)[...])
    #expect(parser.value() == nil)
  }

  @Test func keepsTextsOfEveryScript() {
    for text in ["plain", "Sioned ŵ", "測", "🎈 (a)", ""] {
      #expect(PDFValue.text(text).text == text)
    }
  }

  @Test func replacesAddsAndRemovesObjects() throws {
    var document = try #require(PDFDocument(file(["<</Old 1>>", "<</Secret (gone)>>", "(kept)"])))
    #expect(document.object(3) == .string(Array("kept".utf8)))
    #expect(document.object(9) == nil)
    document.set(1, .dictionary(["New": .number(2)]))
    document.remove(2)
    let added = document.add(["Kind": .name("Test")], stream: Array("data".utf8))
    #expect(added == 4)
    #expect(document.object(1)?.entries?["New"] == .number(2))
    let written = document.written()
    let text = String(decoding: written, as: UTF8.self)
    #expect(!text.contains("gone") && !text.contains("Old"))
    let again = try #require(PDFDocument(written))
    #expect(again.object(1)?.entries?["New"] == .number(2))
    #expect(again.object(2) == nil)
    #expect(again.object(3) == .string(Array("kept".utf8)))
    #expect(again.object(4)?.entries?["Length"] == .number(4))
    #expect(again.written() == written)
  }

  @Test func refusesWhatItDoesNotUnderstand() {
    #expect(PDFDocument([]) == nil)
    #expect(PDFDocument(Array("%PDF-1.4\nstartxref\n99999999999999999999\n%%EOF".utf8)) == nil)
    #expect(PDFDocument(file(["1"], trailer: "/Prev 12")) == nil)
    #expect(PDFDocument(file(["1"], trailer: "/Encrypt 1 0 R")) == nil)
    #expect(PDFDocument(file(["1"], table: "1 0 obj\n<</Type/XRef>>\n")) == nil)
    #expect(
      PDFDocument(file(["1"], table: "xref\n0 9223372036854775807\n0000000000 65535 f \n")) == nil)
    #expect(PDFDocument(file(["1"], table: "xref\n9223372036854775807 2\n0 0 n\n")) == nil)
    #expect(
      PDFDocument(file(["1"], table: "xref\n0 2\n0 65535 f\n9 0 n\n9 0 n\ntrailer\n<<>>")) == nil)
  }

  @Test func countsTheNodesOfTagsAnewInTheirOrder() {
    let text =
      "/ID (node00000332) /Headers [(node00001228)(node00000332)] (node12) (nod) (node0000001x)"
    let counted = PDFNodeNames.countedAnew(Array(text.utf8))
    #expect(
      String(decoding: counted, as: UTF8.self)
        == "/ID (node00000001) /Headers [(node00000002)(node00000001)] (node12) (nod) (node0000001x)"
    )
  }
}
