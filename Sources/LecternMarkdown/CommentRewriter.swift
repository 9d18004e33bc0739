package import LecternSource

/// Finds every `<!--` that Markdown does not read as a comment, so that no note shows as text.
///
/// One with `--` inside is rewritten so that cmark reads it as the comment that it was meant to be. Whatever else looks like a
/// comment and is none is an error, and its words are taken out of the text.
struct CommentRewriter {
  let file: SourceFile
  private(set) var bytes: [UInt8]
  private var found: [Diagnostic] = []
  /// Comments that were rewritten already.
  private var rewritten: Set<Int> = []
  /// Comments that were rewritten in vain, and what is said of them instead.
  private var withdrawn: Set<Span> = []
  private var refused: [Diagnostic] = []
  private var missing = MissingEnds()

  /// The problems found.
  var diagnostics: [Diagnostic] { found.filter { !withdrawn.contains($0.span) } + refused }

  /// Makes a rewriter for one round; it keeps what the round before it found.
  init(file: SourceFile, bytes: [UInt8], after earlier: CommentRewriter? = nil) {
    self.file = file
    self.bytes = bytes
    found = earlier?.found ?? []
    rewritten = earlier?.rewritten ?? []
    withdrawn = earlier?.withdrawn ?? []
    refused = earlier?.refused ?? []
  }

  /// Deals with every stray comment of a tree that was parsed from `bytes`, and says whether any changed.
  mutating func rewrite(_ tree: MarkdownTree, from base: Int) -> Bool {
    let places = occurrences(from: base)
    guard !places.isEmpty else { return false }
    var regions = RegionCursor(tree)
    var changed = false
    var next = 0
    for place in places where place >= next {
      switch regions.innermost(at: place) {
      case .code: continue
      case .comment(let span):
        // A block of comments may hold several; an inline is one.
        if let tag = RawTag.read(bytes, at: place, end: span.upper) {
          next = tag.range.upperBound
        } else {
          found.append(.commentNeverClosed(at: Span(place, min(place + 4, span.upper))))
          next = span.upper
        }
      case .indentedCode(let span):
        if RawTag.read(bytes, at: place, end: span.upper) == nil {
          found.append(.commentNeverClosed(at: Span(place, place + 4)))
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
    guard let tag = RawTag.read(bytes, at: place, end: limit, &missing) else {
      found.append(.commentNeverClosed(at: Span(place, place + 4)))
      // Nothing of it may show in a preview either, so it is taken out as far as its author meant it to go.
      let reach = min(bytes.count, place + Self.reach)
      let meant = RawTag.read(bytes, at: place, end: reach).map(\.range.upperBound) ?? limit
      fill(Span(place, max(limit, meant)))
      return max(limit, meant)
    }
    let whole = Span(place, tag.range.upperBound)
    let inner = Span(place + 4, whole.upper - 3)
    let hasDashes =
      Self.hasDoubleDash(bytes[inner.lower..<inner.upper])
      || (inner.length > 0 && bytes[inner.upper - 1] == 0x2D)
    if hasDashes, rewritten.insert(place).inserted {
      found.append(.commentReadAsText(at: whole))
      for offset in inner.lower..<inner.upper where bytes[offset] == 0x2D {
        bytes[offset] = UInt8(ascii: "=")
      }
    } else {
      withdrawn.insert(whole)
      refused.append(.commentNotRead(at: whole))
      fill(whole)
    }
    return whole.upper
  }

  private static func hasDoubleDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
  }

  /// How far the end of a comment is looked for that Markdown does not read as one, in bytes.
  private static let reach = 20_000

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

/// Tells how Markdown reads a place; asked for places in their order, it walks over the tree once.
private struct RegionCursor {
  enum Kind {
    case code
    case indentedCode(Span)
    case comment(Span)
    case tag
    case text(Span)
  }

  private let regions: [(span: Span, kind: Kind)]
  private var next = 0
  private var open: [Int] = []

  init(_ tree: MarkdownTree) {
    regions = tree.nodes.compactMap { node in
      switch node.kind {
      case .code: (node.span, .code)
      case .codeBlock(let code):
        (node.span, code.isFenced ? .code : .indentedCode(node.span))
      case .html(let literal), .htmlBlock(let literal):
        (
          node.span,
          literal.utf8.drop { $0 <= 0x20 }.starts(with: "<!--".utf8) ? .comment(node.span) : .tag
        )
      case .paragraph, .heading, .tableCell: (node.span, .text(node.span))
      default: nil
      }
    }.sorted { ($0.span.lower, -$0.span.upper) < ($1.span.lower, -$1.span.upper) }
  }

  /// The innermost stretch that a place lies in.
  mutating func innermost(at place: Int) -> Kind? {
    while next < regions.count, regions[next].span.lower <= place {
      open.append(next)
      next += 1
    }
    while let last = open.last, regions[last].span.upper <= place { open.removeLast() }
    return open.last.map { regions[$0].kind }
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
  static let commentsTooTangled = Self(
    "comments-too-tangled", .error,
    summary: "Comments hide one another more than 8 times over.",
    remedy: "Put each comment on lines of its own, away from backticks and tags.")
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

  static func commentsTooTangled(limit: Int, at span: Span) -> Self {
    Self(
      .commentsTooTangled, "comments hide one another more than \(limit) times over", at: span,
      help: "put each on lines of its own, away from backticks and tags")
  }

  fileprivate static func commentNeverClosed(at span: Span) -> Self {
    Self(
      .commentNeverClosed, "comment is never closed", at: span,
      help: "close it with `-->`; inside a paragraph it cannot hold a blank line")
  }
}
