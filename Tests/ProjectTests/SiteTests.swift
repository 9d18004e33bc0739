import LecternBuild
import TestSupport
import Testing

/// The committed site is what the program makes of the committed content.
@Suite struct SiteTests {
  @Test func isWhatTheProgramMakesOfTheContent() throws {
    let folder = try ScratchFolder()
    let result = try Program.lectern.run(
      ["build", "--strict", "--output", "\(folder.path)/site"], folder: Repository.root)
    #expect(result.status == 0, "\(result.errors)")
    let fresh = try folder.files()
    var committed: [String: [UInt8]] = [:]
    for name in try FileStore.disk.files(below: "\(Repository.root)/site") {
      committed[name] = try FileStore.disk.read("\(Repository.root)/site/\(name)")
    }
    let stale = Set(fresh.keys).union(committed.keys).filter { fresh[$0] != committed[$0] }
    #expect(stale.sorted() == [], "site/ is stale: run make site")
    try folder.remove()
  }

  @Test func quotesTheParticipantsExactly() throws {
    let verbatim = quotations(try Repository.text("Tests/Verbatim/link-worker-verbatim.md"))
    let page = Self.plain(try Repository.text("site/link-worker-ethnography/index.html"))
    let deck = Self.plain(try Repository.text("site/link-worker-ethnography/deck.html"))
    #expect(verbatim.count >= 15)
    for quotation in verbatim {
      #expect(page.contains(quotation), "the report alters: \(quotation)")
      #expect(deck.contains(quotation), "the deck alters: \(quotation)")
    }
  }

  /// The paragraphs of the block quotes in a text, without marks, speakers and attributions.
  private func quotations(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("> "), line.count > 3 else {
        let words = lines.joined(separator: " ").filter { $0 != "*" }
        lines = []
        if words.count > 20, !"—–-".contains(words.first ?? "-") {
          let speech =
            words.prefix(12).firstRange(of: ": ").map { words[$0.upperBound...] } ?? words[...]
          paragraphs.append(Self.collapsed(String(speech)))
        }
        continue
      }
      lines.append(line.dropFirst(2))
    }
    return paragraphs
  }

  private static func plain(_ page: String) -> String {
    var text = ""
    var isTag = false
    for character in page {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    return collapsed(text.replacing("&amp;", with: "&"))
  }

  private static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
