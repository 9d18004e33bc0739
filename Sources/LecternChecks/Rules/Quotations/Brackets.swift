import LecternBriefing
import LecternSource

/// Editorial brackets in quotations: one that is never closed, one that becomes a link, one thing spelt in two ways.
struct Brackets: Rule {
  static let topic = RuleTopic.quotations
  static let source = "UK Data Service, replacements marked in brackets, the same throughout"
  static let codes: [Diagnostic.Code] = [
    .bracketUnbalanced, .bracketBecomesLink, .replacementSpeltTwoWays,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var spellings: [String: String] = [:]
    for quotation in briefing.quotations where !quotation.isLiterature {
      let pairs = pairs(quotation, briefing)
      if let place = pairs.unbalanced { found.append(.bracketUnbalanced(at: place)) }
      for pair in pairs.closed {
        let words = briefing.text(in: pair).collapsed.lowercased()
        let bare = words.withoutArticle
        guard !bare.isEmpty, bare.contains(where: \.isLetter) else { continue }
        if let other = spellings[bare], other != words {
          found.append(.replacementSpeltTwoWays(words, other, at: pair))
        } else {
          spellings[bare] = words
        }
      }
      for turn in quotation.quotation.turns {
        turn.blocks.forEachInline { inline in
          guard case .link(let link) = inline, isReference(link, briefing) else { return }
          found.append(.bracketBecomesLink(link.content.plainText, at: link.span))
        }
      }
    }
    return found
  }

  /// The insides of the brackets of a quotation, and the first bracket without its other half.
  private static func pairs(
    _ quotation: CheckedQuotation, _ briefing: CheckedBriefing
  ) -> (closed: [Span], unbalanced: Span?) {
    let bytes = briefing.file.bytes
    var closed: [Span] = []
    var open: [Int] = []
    for passage in briefing.passages[quotation.passages] {
      var at = passage.span.lower
      while at < passage.span.upper {
        switch bytes[at] {
        case UInt8(ascii: "\\"): at += 1
        case UInt8(ascii: "["): open.append(at)
        case UInt8(ascii: "]"):
          guard let start = open.popLast() else { return (closed, Span(at, at + 1)) }
          closed.append(Span(start + 1, at))
        default: break
        }
        at += 1
      }
    }
    return (closed, open.first.map { Span($0, $0 + 1) })
  }

  /// Whether a link was written as words in brackets alone, for which an address stands elsewhere.
  private static func isReference(_ link: Link, _ briefing: CheckedBriefing) -> Bool {
    let bytes = briefing.file.bytes
    guard bytes.indices.contains(link.span.lower), bytes[link.span.lower] == UInt8(ascii: "["),
      link.span.upper <= bytes.count
    else { return false }
    return bytes[link.span.upper - 1] == UInt8(ascii: "]")
  }
}

extension String {
  /// Without `the`, `a` or `an` at the front.
  fileprivate var withoutArticle: String {
    for article in ["the ", "a ", "an "] where hasPrefix(article) {
      return String(dropFirst(article.count))
    }
    return self
  }
}

extension Diagnostic.Code {
  static let bracketUnbalanced = Self(
    "bracket-unbalanced", .warning,
    summary:
      "A square bracket in a quotation lacks its other half, so that nobody can tell what was added.",
    remedy: "Close the bracket where the added words end, or take it out.")
  static let bracketBecomesLink = Self(
    "bracket-becomes-link", .warning,
    summary: "Words in brackets in a quotation become a link, since an address has the same name.",
    remedy: "Write a backslash before the bracket, or give the address another name.")
  static let replacementSpeltTwoWays = Self(
    "replacement-spelt-two-ways", .information,
    summary:
      "The same thing stands in brackets in two ways, such as `[hospital]` and `[the hospital]`.",
    remedy: "Write it in one way throughout.")
}

extension Diagnostic {
  fileprivate static func bracketUnbalanced(at span: Span) -> Self {
    Self(
      .bracketUnbalanced, "this bracket lacks its other half", at: span,
      help: "close it where the added words end, or take it out")
  }

  fileprivate static func bracketBecomesLink(_ words: String, at span: Span) -> Self {
    Self(
      .bracketBecomesLink, "`[\(words.prefix(40))]` becomes a link", at: span,
      help: "write `\\[\(words.prefix(40))]` if it is an editor's note")
  }

  fileprivate static func replacementSpeltTwoWays(
    _ words: String, _ other: String, at span: Span
  ) -> Self {
    Self(
      .replacementSpeltTwoWays, "`[\(words)]` is `[\(other)]` elsewhere", at: span,
      help: "write it in one way throughout")
  }
}
