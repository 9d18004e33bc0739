import LecternBriefing
import LecternSource

/// Words that are blanked out in quotations instead of being replaced by what they stood for.
struct BlankedWords: Rule {
  static let topic = RuleTopic.quotations
  static let source = "UK Data Service, replace rather than blank out"
  static let codes: [Diagnostic.Code] = [.wordsBlankedOut]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.file.bytes.withUnsafeBufferPointer { bytes in
      briefing.quotations.filter { !$0.isLiterature }.flatMap { quotation -> [Diagnostic] in
        var found: [Diagnostic] = []
        var at = quotation.block.span.lower
        let end = quotation.block.span.upper
        while at < end {
          let upper = self.end(bytes, at, end)
          if upper > at { found.append(.wordsBlankedOut(at: Span(at, upper))) }
          at = max(upper, at + 1)
        }
        return found
      }
    }
  }

  /// The end of what is blanked out and begins here; the same place when nothing is.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "X"), UInt8(ascii: "_"):
      guard start == 0 || !(bytes[start - 1].isLetter || bytes[start - 1] == byte) else {
        return start
      }
      var at = start
      while at < end, bytes[at] == byte { at += 1 }
      let isWord = at == end || !(bytes[at].isLetter || bytes[at].isDigit)
      return at - start >= 3 && isWord ? at : start
    case UInt8(ascii: "["):
      for word in ["[redacted]", "[name redacted]", "[removed]", "[deleted]", "[blank]"]
        as [StaticString]
      where bytes.hasText(word, at: start, end: end) { return start + word.utf8CodeUnitCount }
      return start
    case 0xE2:
      // Blocks of black, U+2588.
      var at = start
      while at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x96, bytes[at + 2] == 0x88 {
        at += 3
      }
      return at
    default: return start
    }
  }
}

extension Diagnostic.Code {
  static let wordsBlankedOut = Self(
    "words-blanked-out", .warning,
    summary: "Words of a quotation are blanked out, so that nobody can tell what was spoken of.",
    remedy: "Write what kind of thing it was in brackets: `[the hospital]`, `[her daughter]`.")
}

extension Diagnostic {
  fileprivate static func wordsBlankedOut(at span: Span) -> Self {
    Self(
      .wordsBlankedOut, "words are blanked out here", at: span,
      help: "write what kind of thing it was in brackets, as in `[the hospital]`")
  }
}
