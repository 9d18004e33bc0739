package import LecternSource

/// Finds every `<!--` that Markdown does not read as a comment, so that no note shows as text.
///
/// One with `--` inside is rewritten so that cmark reads it as the comment that it was meant to be. Whatever else looks like a
/// comment and is none is an error, and its words are taken out of the text.
struct CommentRewriter {
  let file: SourceFile
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []
  /// Comments that were rewritten already.
  private var rewritten: Set<Int> = []

  /// Makes a rewriter for one round; it keeps what the round before it found.
  init(file: SourceFile, bytes: [UInt8], after earlier: CommentRewriter? = nil) {
    self.file = file
    self.bytes = bytes
    diagnostics = earlier?.diagnostics ?? []
    rewritten = earlier?.rewritten ?? []
  }

  /// Deals with every stray comment of a tree that was parsed from `bytes`, and says whether any changed.
  mutating func rewrite(_ tree: MarkdownTree, from base: Int) -> Bool {
    let places = occurrences(from: base)
    guard !places.isEmpty else { return false }
    let regions = Region.all(in: tree)
    var changed = false
    var next = 0
    for place in places where place >= next {
      switch regions.last(where: { $0.span.lower <= place && place < $0.span.upper })?.kind {
      case .code: continue
      case .comment(let span):
        // A block of comments may hold several; an inline is one.
        if let tag = RawTag.read(bytes, at: place, end: span.upper) {
          next = tag.range.upperBound
        } else {
          diagnostics.append(.commentNeverClosed(at: Span(place, min(place + 4, span.upper))))
          next = span.upper
        }
      case .indentedCode(let span):
        if RawTag.read(bytes, at: place, end: span.upper) == nil {
          diagnostics.append(.commentNeverClosed(at: Span(place, place + 4)))
          fill(Span(place, span.upper))
          changed = true
        }
      case .tag: next = strayComment(place, limit: file.span.upper, &changed)
      case .text(let span): next = strayComment(place, limit: span.upper, &changed)
      case nil:
        let line = file.lineSpan(file.lineIndex(of: place))
        next = strayComment(place, limit: line.upper, &changed)
      }
    }
    return changed
  }

  private mutating func strayComment(_ place: Int, limit: Int, _ changed: inout Bool) -> Int {
    changed = true
    guard let tag = RawTag.read(bytes, at: place, end: limit) else {
      diagnostics.append(.commentNeverClosed(at: Span(place, place + 4)))
      // Nothing of it may show in a preview either, so it is taken out as far as its author meant it to go.
      let meant = RawTag.read(bytes, at: place).map(\.range.upperBound) ?? limit
      fill(Span(place, max(limit, meant)))
      return max(limit, meant)
    }
    let whole = Span(place, tag.range.upperBound)
    let inner = Span(place + 4, whole.upper - 3)
    let hasDashes =
      Self.hasDoubleDash(bytes[inner.lower..<inner.upper])
      || (inner.length > 0 && bytes[inner.upper - 1] == 0x2D)
    if hasDashes, rewritten.insert(place).inserted {
      diagnostics.append(.commentReadAsText(at: whole))
      for offset in inner.lower..<inner.upper where bytes[offset] == 0x2D {
        bytes[offset] = UInt8(ascii: "=")
      }
    } else {
      diagnostics.removeAll { $0.span == whole }
      diagnostics.append(.commentNotRead(at: whole))
      fill(whole)
    }
    return whole.upper
  }

  private static func hasDoubleDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
  }

  private func occurrences(from base: Int) -> [Int] {
    var places: [Int] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard buffer.count >= base + 4 else { return }
      for at in base..<(buffer.count - 3)
      where buffer[at] == 0x3C && buffer[at + 1] == 0x21 && buffer[at + 2] == 0x2D
        && buffer[at + 3] == 0x2D
      {
        places.append(at)
      }
    }
    return places
  }

  private mutating func fill(_ span: Span) {
    for offset in span.lower..<span.upper where bytes[offset] != 0x0A && bytes[offset] != 0x0D {
      bytes[offset] = Filler.nothing
    }
  }
}

/// A stretch of source and how Markdown reads it.
private struct Region {
  enum Kind {
    case code
    case indentedCode(Span)
    case comment(Span)
    case tag
    case text(Span)
  }

  var span: Span
  var kind: Kind

  /// The stretches of a tree in reading order, inner ones after the ones that they lie in.
  static func all(in tree: MarkdownTree) -> [Region] {
    tree.nodes.compactMap { node in
      switch node.kind {
      case .code: Region(span: node.span, kind: .code)
      case .codeBlock(let code):
        Region(span: node.span, kind: code.isFenced ? .code : .indentedCode(node.span))
      case .html(let literal), .htmlBlock(let literal):
        Region(
          span: node.span,
          kind: literal.drop { $0.isWhitespace }.hasPrefix("<!--") ? .comment(node.span) : .tag)
      case .paragraph, .heading, .tableCell: Region(span: node.span, kind: .text(node.span))
      default: nil
      }
    }
  }
}

extension Diagnostic.Code {
  static let commentReadAsText = Self(
    "comment-read-as-text", .warning,
    summary:
      "A comment that Markdown would show as text, because of `--` inside or its indentation, is taken as a note.",
    remedy:
      "Write an en dash instead of `--` inside the comment, or move the comment to the start of a line."
  )
  static let commentNotRead = Self(
    "comment-not-read", .error,
    summary:
      "Something looks like a comment, but Markdown reads it as part of a text, a tag or an address.",
    remedy: "Move the comment to a line of its own, or show `<!--` in a code span.")
  static let commentNeverClosed = Self(
    "comment-never-closed", .error,
    summary: "A comment begins and never ends.",
    remedy: "Close it with `-->`; inside a paragraph the comment cannot hold a blank line.")
}

extension Diagnostic {
  package static func commentReadAsText(at span: Span) -> Self {
    Self(
      .commentReadAsText, "Markdown reads this comment as text; it is taken as a note", at: span,
      help: "avoid `--` inside a comment, and begin it at the start of a line")
  }

  static func commentNotRead(at span: Span) -> Self {
    Self(
      .commentNotRead, "this looks like a comment, but Markdown does not read it as one", at: span,
      help: "move the comment to a line of its own, or show it in a code span")
  }

  fileprivate static func commentNeverClosed(at span: Span) -> Self {
    Self(
      .commentNeverClosed, "comment is never closed", at: span,
      help: "close it with `-->`; inside a paragraph it cannot hold a blank line")
  }
}
