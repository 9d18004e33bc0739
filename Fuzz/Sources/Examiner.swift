import LecternBriefing
import LecternBuild
import LecternSource
import LecternViews
import TestSupport

/// Makes both pages of what a text becomes and says what is wrong with them.
struct Examiner {
  private let target: FuzzTarget
  private let page: PageExaminer
  /// Read once for all texts that leave templates and theme alone.
  private let shared: Compiler

  /// What has become of a text.
  private struct Result {
    /// Nil where what the project's briefings share is too broken for pages.
    var outcome: Compiler.Outcome?
    /// What is wrong with what the project's briefings share.
    var problems: [LocatedDiagnostic]

    var pages: [String: [UInt8]] { outcome?.pages ?? [:] }
    var diagnostics: [LocatedDiagnostic] { problems + (outcome?.diagnostics ?? []) }
  }

  /// An examiner of texts for a target.
  init(_ target: FuzzTarget) {
    do {
      self.target = target
      page = try PageExaminer()
      shared = try MemoryProject([:]).load().compiler
    } catch {
      preconditionFailure("without its own files nothing can be examined: \(error)")
    }
  }

  /// What is wrong with what becomes of a text, in words; nil when all is well.
  func problem(in text: [UInt8]) -> String? {
    let files = target.files(holding: text)
    do {
      let first = try result(of: files)
      let second = try result(of: files)
      return differences(first, second) ?? spanProblem(first, files) ?? fitProblem(first)
        ?? pageProblem(first) ?? lostWord(first, files)
    } catch {
      return "the machine is said to have failed: \(error)"
    }
  }

  /// All that becomes of a text, as lines that another run must repeat.
  func made(of text: [UInt8]) -> String {
    do {
      let made = try result(of: target.files(holding: text))
      let pages = made.pages.sorted { $0.key < $1.key }.map {
        "\($0.key)\n\(String(decoding: $0.value, as: UTF8.self))"
      }
      return (pages + made.diagnostics.map(Self.line)).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private func result(of files: [String: [UInt8]]) throws(MachineError) -> Result {
    let project = MemoryProject(files)
    let briefing = BriefingFile(path: "\(MemoryProject.folder)/content/talk.md")
    guard target.changesMaterials else {
      return Result(outcome: try project.read(by: shared).compile(briefing), problems: [])
    }
    let loaded = try project.load()
    let outcome = loaded.isUsable ? try loaded.compiler.compile(briefing) : nil
    return Result(outcome: outcome, problems: loaded.problems)
  }

  // MARK: What must hold

  private func differences(_ first: Result, _ second: Result) -> String? {
    if first.pages != second.pages { return "two runs make different pages" }
    let said = [first, second].map { $0.diagnostics.map(Self.line) }
    return said[0] == said[1] ? nil : "two runs say different things"
  }

  private func spanProblem(_ result: Result, _ files: [String: [UInt8]]) -> String? {
    for located in result.diagnostics {
      let path = located.path.dropFirst(MemoryProject.folder.count + 1)
      guard located.path.hasPrefix(MemoryProject.folder), let bytes = files[String(path)] else {
        continue
      }
      let spans = [located.diagnostic.span] + located.diagnostic.notes.map(\.span)
      for span in spans where span.lower < 0 || span.upper > bytes.count {
        return "\(Self.line(located)) lies outside the \(bytes.count) bytes of its file"
      }
    }
    let count = files["content/talk.md"]?.count ?? 0
    for block in result.outcome?.briefing.allBlocks ?? []
    where block.span.lower < 0 || block.span.upper > count {
      return "a block at \(block.span) lies outside the \(count) bytes of its file"
    }
    return nil
  }

  /// A slide whose head and foot leave less than nothing, or whose text is higher than what they leave.
  ///
  /// A theme of the fuzzer's own may have letters that fit on no slide.
  private func fitProblem(_ result: Result) -> String? {
    guard !target.changesMaterials else { return nil }
    for slide in result.outcome?.deck.slides ?? []
    where slide.room < 0 || slide.height > slide.room + 1 {
      return "slide \(slide.number) is \(slide.height) high where there is room for \(slide.room)"
    }
    return nil
  }

  private func pageProblem(_ result: Result) -> String? {
    for (path, bytes) in result.pages.sorted(by: { $0.key < $1.key })
    where path.hasSuffix(".html") && !(target.hasOwnDeck && path.hasSuffix("deck.html")) {
      if let problem = page.problem(in: bytes) { return "\(path) \(problem)" }
    }
    return nil
  }

  /// What a diagnostic speaks of: an element that is dropped with its content goes on to its closing tag.
  private static func extent(of diagnostic: Diagnostic, in file: SourceFile) -> Span {
    let span = diagnostic.span
    guard diagnostic.code.name == "html-dropped" else { return span }
    // By bytes: an accent behind `>` makes one letter of both.
    let name = file.bytes[span.lower..<span.upper].drop { !isLetter($0) }.prefix(while: isLetter)
    let closing = Array("</".utf8) + name.map { $0 | 0x20 }
    let rest = file.bytes[span.upper...]
    // What only begins like the closing tag, as `</script one`, is text.
    let close = rest.indices.first { index in
      let end = index + closing.count
      guard end <= rest.endIndex, rest[index..<end].elementsEqual(closing, by: isSame) else {
        return false
      }
      return rest[end...].first { ![0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }
        == UInt8(ascii: ">")
    }
    return close.map { Span(span.lower, $0) } ?? span
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a byte is that of a tag's name, in whatever case.
  private static func isSame(_ written: UInt8, _ lowercased: UInt8) -> Bool {
    written == lowercased || isLetter(written) && written | 0x20 == lowercased
  }

  /// A word of the author's that neither the report nor a diagnostic has, where the briefing could be published.
  private func lostWord(_ result: Result, _ files: [String: [UInt8]]) -> String? {
    let diagnostics = result.diagnostics
    guard !diagnostics.contains(where: { $0.diagnostic.severity == .error }),
      let bytes = files["content/talk.md"], let report = result.pages["talk/index.html"]
    else { return nil }
    let file = SourceFile(path: "content/talk.md", bytes: bytes)
    let words = SourceWord.list(in: file)
    guard !words.isEmpty else { return nil }
    // Words that touch across a tag may be read as one or as two.
    let present = Set(Words.list(in: Words.visible(in: report, tagsPart: true)))
      .union(Words.list(in: Words.visible(in: report, tagsPart: false)))
    for word in words where word.audience != "deck" {
      // A comment inside a word parts it in the source alone; by bytes, since an accent of its own may be a word.
      let bytes = word.word.utf8
      guard !present.contains(word.word),
        !present.contains(where: { $0.utf8.firstRange(of: bytes) != nil })
      else { continue }
      let isTold = diagnostics.contains { located in
        let told = Self.extent(of: located.diagnostic, in: file)
        return told.lower <= word.span.upper && word.span.lower <= told.upper
      }
      if !isTold { return "the report lacks `\(word.word)` of \(word.span)" }
    }
    return nil
  }

  private static func line(_ located: LocatedDiagnostic) -> String {
    let diagnostic = located.diagnostic
    return "\(located.path):\(located.line):\(located.column) \(diagnostic.severity.rawValue) "
      + "\(diagnostic.code.name): \(diagnostic.message) (\(diagnostic.help))"
  }
}
