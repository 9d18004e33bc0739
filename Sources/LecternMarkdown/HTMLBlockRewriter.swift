package import LecternSource

/// Opens blocks of raw HTML so that the words in them are read as Markdown.
///
/// Tags that pass become inlines, other tags are left out, scripts and styles go with their content.
/// Blocks that hold comments alone stay as they are: those are notes and directives.
struct HTMLBlockRewriter {
  let file: SourceFile
  /// The text as it is to be parsed; as long as the file's.
  private(set) var bytes: [UInt8]
  /// The problems found.
  private(set) var diagnostics: [Diagnostic] = []
  /// Where text behind comments has been reported, in this round or an earlier one.
  private var reported: Set<Int> = []
  private var missing = MissingEnds()
  /// Comments that had to be left out of the text; notes all the same.
  private(set) var comments: [Span] = []

  /// Makes a rewriter for one round; it keeps what the round before it found.
  init(file: SourceFile, bytes: [UInt8], after earlier: HTMLBlockRewriter? = nil) {
    self.file = file
    self.bytes = bytes
    diagnostics = earlier?.diagnostics ?? []
    reported = earlier?.reported ?? []
    comments = earlier?.comments ?? []
  }

  /// Rewrites every block of raw HTML in a tree and says whether any changed.
  mutating func rewrite(_ tree: MarkdownTree) -> Bool {
    let before = bytes
    for node in tree.nodes {
      guard case .htmlBlock(let literal) = node.kind else { continue }
      switch CommentBlock(literal) {
      case .comments: continue
      case .commentsThenText:
        let place = lineAfterComment(in: node.span)
        if reported.insert(place.lower).inserted {
          diagnostics.append(.textAfterComment(at: place))
        }
      case .other: rewrite(node.span)
      }
    }
    return bytes != before
  }

  private mutating func lineAfterComment(in span: Span) -> Span {
    var at = span.lower
    while at < span.upper, let tag = RawTag.read(bytes, at: at, end: span.upper, &missing) {
      at = tag.range.upperBound
      while at < span.upper, bytes[at] == 0x20 { at += 1 }
    }
    let line = file.lineSpan(file.lineIndex(of: min(at, max(span.lower, span.upper - 1))))
    return Span(max(at, line.lower), min(line.upper, span.upper))
  }

  private mutating func rewrite(_ span: Span) {
    var at = span.lower
    while at < span.upper {
      guard bytes[at] == UInt8(ascii: "<"),
        let tag = RawTag.read(bytes, at: at, end: span.upper, &missing)
      else {
        at += 1
        continue
      }
      let place = Span(tag.range.lowerBound, tag.range.upperBound)
      at = place.upper
      switch tag.form {
      case .comment:
        if file.bytes[place.lower..<place.upper].contains(0x0A) {
          comments.append(place)
          fill(place)
        }
      case _ where holdsComment(place):
        at = refuse(place, within: span)
      case .declaration:
        diagnostics.append(.htmlLeftOut(file.text(in: place).prefixLine, at: place))
        fill(place)
      case .open where RawHTMLPolicy.droppedWithContent.contains(tag.name):
        at = drop(tag.name, from: place, within: span)
      case .open, .close:
        if RawHTMLPolicy.elements.contains(tag.name) {
          bytes[place.lower] = Filler.open
          bytes[place.upper - 1] = Filler.close
        } else {
          if tag.form != .close { diagnostics.append(.htmlLeftOut("<\(tag.name)>", at: place)) }
          fill(place)
          if RawHTMLPolicy.blockElements.contains(tag.name) { bytes[place.upper - 1] = 0x20 }
        }
      }
    }
    blankEmptyLines(in: span)
  }

  /// Whether a tag or declaration has what looks like a comment inside.
  private func holdsComment(_ place: Span) -> Bool {
    bytes[place.lower..<place.upper].firstRange(of: Array("<!--".utf8)) != nil
  }

  /// Whether a comment begins in a stretch and does not end there.
  private func hidesComment(_ place: Span) -> Bool {
    // By bytes: an accent behind `<!--` makes one letter of both.
    var rest = bytes[place.lower..<place.upper]
    while let start = rest.firstRange(of: Array("<!--".utf8)) {
      guard let end = rest[start.upperBound...].firstRange(of: Array("-->".utf8)) else {
        return true
      }
      rest = rest[end.upperBound...]
    }
    return false
  }

  /// Takes out a tag that has what looks like a comment inside, as far as that may go.
  private mutating func refuse(_ place: Span, within span: Span) -> Int {
    diagnostics.append(.commentNotRead(at: place))
    var end = span.upper
    var at = place.lower + 1
    while at < span.upper {
      if bytes[at...].starts(with: "<!--".utf8),
        let tag = RawTag.read(bytes, at: at, end: span.upper, &missing)
      {
        end = max(place.upper, tag.range.upperBound)
        break
      }
      at += 1
    }
    fill(Span(place.lower, end))
    return end
  }

  /// Drops a script or style with its content and returns where the text goes on.
  private mutating func drop(_ name: String, from open: Span, within span: Span) -> Int {
    var at = open.upper
    while at < span.upper {
      if bytes[at] == UInt8(ascii: "<"),
        let tag = RawTag.read(bytes, at: at, end: span.upper, &missing),
        tag.form == .close, tag.name == name
      {
        let whole = Span(open.lower, tag.range.upperBound)
        if hidesComment(whole) { return refuse(whole, within: span) }
        diagnostics.append(.htmlDropped(name, at: open))
        fill(whole)
        return whole.upper
      }
      at += 1
    }
    diagnostics.append(.htmlNeverClosed(name, at: open))
    fill(Span(open.lower, span.upper))
    return span.upper
  }

  private mutating func fill(_ span: Span) {
    for offset in span.lower..<span.upper where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      bytes[offset] = Filler.nothing
    }
  }

  /// A line of which nothing is left becomes a blank one, so that paragraphs end where the author ended them.
  private mutating func blankEmptyLines(in span: Span) {
    let first = file.lineIndex(of: span.lower)
    let last = file.lineIndex(of: max(span.lower, span.upper - 1))
    for line in first...last {
      let line = file.lineSpan(line)
      let range = line.lower..<line.upper
      let isEmpty = bytes[range].allSatisfy {
        [Filler.nothing, 0x20, 0x09, UInt8(ascii: ">")].contains($0)
      }
      guard isEmpty else { continue }
      for offset in range where bytes[offset] == Filler.nothing { bytes[offset] = 0x20 }
    }
  }
}

/// What a block of raw HTML is made of.
private enum CommentBlock {
  case comments
  case commentsThenText
  case other

  init(_ literal: String) {
    let bytes = Array(literal.utf8)
    var at = 0
    var hasComment = false
    while at < bytes.count {
      if bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) {
        at += 1
      } else if let tag = RawTag.read(bytes, at: at), tag.form == .comment {
        hasComment = true
        at = tag.range.upperBound
      } else {
        let isOpenComment = bytes[at...].starts(with: "<!--".utf8)
        self = isOpenComment ? .comments : hasComment ? .commentsThenText : .other
        return
      }
    }
    self = .comments
  }
}

extension String {
  fileprivate var prefixLine: String { String(prefix { !$0.isNewline }.prefix(24)) }
}

extension Diagnostic.Code {
  static let htmlLeftOut = Self(
    "html-left-out", .warning,
    summary: "A raw HTML tag is not among those that pass; its text is kept, the tag is not.",
    remedy:
      "Write it in Markdown; of raw HTML only br, wbr, sub, sup, mark, abbr, kbd, small, u, s, del, "
      + "ins, q, cite and span pass.")
  static let htmlDropped = Self(
    "html-dropped", .warning,
    summary: "A script or style element is dropped with its content.",
    remedy: "Take it out: nothing in a briefing can run or restyle a page.")
  static let htmlNeverClosed = Self(
    "html-never-closed", .error,
    summary:
      "A script or style element is never closed, so that everything after it would be lost.",
    remedy: "Take the element out, or close it.")
  static let textAfterComment = Self(
    "text-after-comment", .error,
    summary:
      "Text follows a comment on a line that begins with the comment; Markdown does not read it.",
    remedy: "Move the text to a line of its own with a blank line between.")
}

extension Diagnostic {
  package static func htmlLeftOut(_ tag: String, at span: Span) -> Self {
    Self(
      .htmlLeftOut, "`\(tag)` is left out", at: span,
      help: "write it in Markdown; the words inside are kept")
  }

  package static func htmlDropped(_ name: String, at span: Span) -> Self {
    Self(
      .htmlDropped, "`<\(name)>` is dropped with its content", at: span,
      help: "take it out: nothing in a briefing can run or restyle a page")
  }

  fileprivate static func htmlNeverClosed(_ name: String, at span: Span) -> Self {
    Self(
      .htmlNeverClosed, "`<\(name)>` is never closed", at: span,
      help: "take it out, or close it with `</\(name)>`")
  }

  fileprivate static func textAfterComment(at span: Span) -> Self {
    Self(
      .textAfterComment, "text after a comment is not read as Markdown", at: span,
      help: "put the text on a line of its own, with a blank line between")
  }
}
