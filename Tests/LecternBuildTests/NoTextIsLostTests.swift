import LecternBriefing
import LecternBuild
import LecternMarkdown
import LecternSource
import TestSupport
import Testing

/// The words of a briefing are in both documents.
@Suite struct NoTextIsLostTests {
  @Test(arguments: [
    "content/link-worker-ethnography.md", "content/writing-a-briefing.md",
    "Tests/Verbatim/link-worker-verbatim.md", "Tests/Verbatim/marp-talk.md",
  ])
  func keepsEveryWordOfABriefing(path: String) throws {
    try expectNoLoss(of: try Repository.text(path), path, path: "\(Repository.root)/\(path)")
  }

  @Test func keepsEveryWordOfRandomTexts() throws {
    var random = RandomMarkdown(seed: 3)
    for _ in 0..<150 {
      let text = "# Title\n\n" + random.text(pieces: 30)
      try expectNoLoss(of: text, text.debugDescription, path: "random.md")
    }
  }

  private func expectNoLoss(of text: String, _ name: String, path: String) throws {
    let file = SourceFile(path: path, text: text)
    let briefing = BriefingFile(path: path)
    let compiler = try ProjectLoader(Project(folder: Repository.root)).compiler()
    let deck = String(decoding: try compiler.render(file, briefing, to: .deck).bytes, as: UTF8.self)
    let report = String(
      decoding: try compiler.render(file, briefing, to: .report).bytes, as: UTF8.self)
    let loss = try sourceWords(file)
    for (document, page, audience) in [("deck", deck, "report"), ("report", report, "deck")] {
      // Words that touch across a tag may be read as one or as two.
      let present = Set(Words.list(in: Words.visible(in: page, tagsPart: true)))
        .union(Words.list(in: Words.visible(in: page, tagsPart: false)))
      for word in loss where word.audience != audience {
        #expect(present.contains(word.word), "\(name): the \(document) lacks `\(word.word)`")
      }
    }
  }

  /// The words of text, code and alternative texts, each with the only document it is in, if there is one.
  private func sourceWords(_ file: SourceFile) throws -> [(word: String, audience: String?)] {
    let preamble = frontMatterEnd(file)
    let tree = MarkdownParser().parse(file, from: preamble).value.tree
    var audience: String?
    var words: [(String, String?)] = []
    var index = 0
    var attributions: Set<Int> = []
    for (position, node) in tree.nodes.enumerated() {
      // A quotation's attribution counts by its source; a citation by its key.
      if case .blockQuote = node.kind { attributions.formUnion(attribution(position, tree)) }
    }
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      defer { index += 1 }
      switch node.kind {
      case .htmlBlock(let literal):
        let text = literal.filter { !$0.isWhitespace }
        if text == "<!--deck-->" { audience = "deck" }
        if text == "<!--report-->" { audience = "report" }
        if text == "<!--/deck-->" || text == "<!--/report-->" { audience = nil }
      case .text(let text) where !attributions.contains(index) && !text.contains("@"):
        let isMarker = text == "evidence"
        if !isMarker { words += Words.list(in: text).map { ($0, audience) } }
      case .code(let text): words += Words.list(in: text).map { ($0, audience) }
      case .codeBlock(let code) where !["chart", "balance"].contains(code.info.lowercased()):
        words += Words.list(in: code.literal.withoutComments).map { ($0, audience) }
      default: break
      }
    }
    return words
  }

  private func attribution(_ index: Int, _ tree: MarkdownTree) -> Set<Int> {
    var last: Int?
    for child in tree.children(of: index) { last = child }
    guard let last, case .paragraph = tree.nodes[last].kind else { return [] }
    return Set((last + 1)..<tree.nodes[last].end)
  }

  private func frontMatterEnd(_ file: SourceFile) -> Int {
    let text = file.text(in: file.span)
    guard text.hasPrefix("---\n"), let end = text.dropFirst(4).firstRange(of: "\n---\n") else {
      return 0
    }
    return text.utf8.distance(from: text.startIndex, to: end.upperBound)
  }
}

/// Words, for comparing what was written with what is shown.
enum Words {
  static func list(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  /// The text of a page: tags left out, alternative texts and labels kept, references decoded.
  static func visible(in page: String, tagsPart: Bool) -> String {
    var text = ""
    var isTag = false
    var tag = ""
    for character in page {
      if character == "<" {
        isTag = true
        tag = ""
      } else if character == ">", isTag {
        isTag = false
        for name in ["alt=\"", "data-source=\"", "href=\"", "aria-label=\""] {
          if let start = tag.firstRange(of: name),
            let end = tag[start.upperBound...].firstIndex(of: "\"")
          {
            text += " \(tag[start.upperBound..<end]) "
          }
        }
        text += !tagsPart && isInline(tag) ? "" : " "
      } else if isTag {
        tag.append(character)
      } else {
        text.append(character)
      }
    }
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.replacing(reference, with: character)
    }
    return text
  }

  private static func isInline(_ tag: String) -> Bool {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
    return ["em", "strong", "del", "code", "a", "span", "sub", "sup", "mark", "s", "u"].contains(
      String(name))
  }
}
