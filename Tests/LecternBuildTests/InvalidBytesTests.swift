import LecternBriefing
import LecternSource
import Testing

/// Files that are no UTF-8 are told of at their first bad byte, and nothing else is made of them.
@Suite struct InvalidBytesTests {
  private static let bytes = Array("[{\"id\": \"k".utf8) + [0xE9] + Array("\", \"x".utf8)

  @Test(arguments: ["works.json", "works.bib"])
  func areReportedInReferences(path: String) throws {
    let read = ReferenceFile.read(SourceFile(path: path, bytes: Self.bytes))
    #expect(read.value.keys.isEmpty)
    #expect(read.diagnostics.map(\.code.name) == ["invalid-utf8"])
    #expect(read.diagnostics.map(\.span) == [Span(10, 11)])
  }

  @Test func areReportedInParticipants() throws {
    let read = ParticipantReader.read(SourceFile(path: "people.yaml", bytes: Self.bytes))
    #expect(read.value.isEmpty)
    #expect(read.diagnostics.map(\.message) == ["this byte is not UTF-8 text"])
    #expect(read.diagnostics.map(\.span) == [Span(10, 11)])
  }

  /// A long line is cut around the place, and here nothing whole stands before it.
  @Test func areShownAtTheStartOfALongLine() {
    let file = SourceFile(path: "a.md", bytes: [0x80] + [UInt8](repeating: 0x61, count: 3000))
    let located = LocatedDiagnostic.all(
      [Diagnostic(.yamlByte, "m", at: Span(0, 1), help: "h")], in: file)
    #expect(located.map(\.column) == [1])
    #expect(located.map(\.excerptColumn) == [1])
    #expect(located.first?.excerpt.allSatisfy { $0 == "a" } == true)
  }
}

extension Diagnostic.Code {
  fileprivate static let yamlByte = Self("test", .error, summary: "", remedy: "")
}
