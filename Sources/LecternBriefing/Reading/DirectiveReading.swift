import LecternMarkdown
import LecternSource

/// Comments between blocks, and what they do to the blocks that follow.
extension BlockReader {
  /// The comments of a block of raw HTML that holds nothing else.
  func comments(in literal: String, at span: Span) -> [(text: String, span: Span)] {
    RawTag.comments(in: file.bytes, span.lower..<span.upper).map { range in
      let place = Span(range.lowerBound, range.upperBound)
      return (file.text(in: place).insideComment, place)
    }
  }

  /// Carries out a directive, or keeps a note.
  mutating func read(_ comment: (text: String, span: Span), for sequence: inout BlockSequence) {
    let span = comment.span
    switch Directive(comment.text) {
    case .step:
      // The report has no steps.
      guard sequence.audience != .report else { break }
      steps += 1
      sequence.isStepped = true
    case .steps: sequence.pendingSteps = span
    case .open(let audience):
      if let open = sequence.openRange {
        diagnostics.append(.rangeInsideRange(audience.rawValue, open.audience.rawValue, at: span))
      } else {
        sequence.openRange = (audience, span)
        sequence.audience = audience
      }
    case .close(let audience):
      if sequence.openRange?.audience == audience {
        if sequence.columnsAreInRange {
          diagnostics.append(.rangeCrosses(audience.rawValue, "columns", at: span))
        }
        sequence.openRange = nil
        sequence.audience = .both
      } else {
        diagnostics.append(.rangeNotOpen(audience.rawValue, at: span))
      }
    case .columns:
      if sequence.openColumns != nil {
        diagnostics.append(.rangeInsideRange("columns", "columns", at: span))
      } else {
        sequence.openColumns(at: span)
      }
    case .column:
      if sequence.openColumns == nil {
        diagnostics.append(.rangeNotOpen("column", at: span))
      } else {
        sequence.nextColumn()
      }
    case .endColumns:
      if sequence.openColumns == nil {
        diagnostics.append(.rangeNotOpen("columns", at: span))
      } else if let range = sequence.openRange, !sequence.columnsAreInRange {
        diagnostics.append(.rangeCrosses("columns", range.audience.rawValue, at: span))
      }
      sequence.closeColumns(at: span)
    case .layout(let name):
      layout = Layout(rawValue: name.lowercased())
      if layout == nil { diagnostics.append(.unknownLayout(name, at: span)) }
    case .studyFacts:
      if metadata.study.isEmpty { diagnostics.append(.studyWithoutFacts(at: span)) }
      sequence.append(
        Block(
          content: .studyFacts, id: nil, audience: sequence.audience,
          step: sequence.isStepped ? steps : nil, span: span))
    case .allow(let code, let reason):
      if reason.isEmpty { diagnostics.append(.allowWithoutReason(code, at: span)) }
      sequence.pendingAllowances.append(
        Allowance(code: code, reason: reason, span: span, place: span))
    case .short(let name): short = (name, span)
    case .id(let name):
      if let id = sequence.pendingID { diagnostics.append(.idWithoutBlock(id.name, at: id.span)) }
      sequence.pendingID = (name, span)
    case .marp(let text): marp(text, at: span)
    case .pragma: break
    case .note(let text): note(text, at: span)
    }
  }

  mutating func note(_ text: String, at span: Span) {
    guard !text.isEmpty else { return }
    if let name = Directive.nearMiss(text) {
      diagnostics.append(.commentNearDirective(text, name, at: span))
    }
    notes.append(SpeakerNote(text: text, span: span))
  }

  mutating func marp(_ text: String, at span: Span) {
    if text.hasPrefix("_class:") || text.hasPrefix("class:") {
      let classes = text.drop { $0 != ":" }.dropFirst().words
      if classes.contains("lead") || classes.contains("title") { isLead = true }
      if !classes.allSatisfy({ ["lead", "title"].contains($0) }) {
        diagnostics.append(.marpIgnored(text, at: span))
      }
      return
    }
    if text == "fit" { return }
    diagnostics.append(.marpIgnored(text, at: span))
  }
}

extension Diagnostic.Code {
  static let rangeNeverClosed = Self(
    "range-never-closed", .error,
    summary: "A range that a directive opens is never closed.",
    remedy: "Close it: `<!-- /deck -->`, `<!-- /report -->` or `<!-- /columns -->`.")
  static let rangeInsideRange = Self(
    "range-inside-range", .error,
    summary: "A range begins inside another one.",
    remedy: "Close the first before the second begins.")
  static let rangeCrosses = Self(
    "range-crosses", .error,
    summary: "A range ends while one that began inside it is still open.",
    remedy: "Close the inner one first.")
  static let rangeNotOpen = Self(
    "range-not-open", .error,
    summary: "A directive closes or divides a range that is not open.",
    remedy: "Take it out, or open the range before it.")
  static let rangeInsideText = Self(
    "range-inside-text", .error,
    summary: "A range directive stands inside a line of text, where it governs nothing.",
    remedy: "Put the directive on a line of its own, with blank lines around it.")
  static let rangeCutsSlide = Self(
    "range-cuts-slide", .error,
    summary: "A one-sided range holds halves of two slides or sections.",
    remedy: "Let it hold whole slides, whole sections, or a part of one slide.")
  static let directiveInsideText = Self(
    "directive-inside-text", .warning,
    summary: "A directive stands inside a line of text, where it governs nothing.",
    remedy: "Put the directive on a line of its own, with blank lines around it.")
  static let unknownLayout = Self(
    "unknown-layout", .error,
    summary: "A layout is not one of those that are known.",
    remedy: "Write title, section, statement, quote, figure or two-columns.")
  static let studyWithoutFacts = Self(
    "study-without-facts", .warning,
    summary: "The study's facts are to be drawn here, but the front matter has none.",
    remedy: "Add `study:` to the front matter, or take the directive out.")
  static let allowWithoutReason = Self(
    "allow-without-reason", .warning,
    summary: "A diagnostic is silenced without a reason.",
    remedy: "Write why it is right here: `<!-- allow CODE: reason -->`.")
  static let idWithoutBlock = Self(
    "id-without-block", .warning,
    summary: "An id directive has no block to name, or one that names itself.",
    remedy: "Put it directly before the block, or take it out.")
  static let stepsWithoutList = Self(
    "steps-without-list", .warning,
    summary: "`steps` stands before something that is neither a list nor a figure.",
    remedy: "Put it before a list or a figure, or write `<!-- step -->`.")
  static let commentNearDirective = Self(
    "comment-near-directive", .warning,
    summary: "A comment is taken as a note, but is nearly a directive.",
    remedy: "Correct the directive's name, or begin the note with other words.")
  static let marpIgnored = Self(
    "marp-ignored", .information,
    summary: "A directive of Marp's means nothing here and is ignored.",
    remedy: "Nothing needs to be done; the theme decides how slides look.")
  static let duplicateID = Self(
    "duplicate-id", .error,
    summary: "An id is given to a second block.",
    remedy: "Give each block an id of its own.")
  static let idNotAllowed = Self(
    "id-not-allowed", .error,
    summary: "An id that an author wrote holds white space or a full stop.",
    remedy: "Write hyphens instead; full stops are in the ids that pages have of their own.")
  static let repeatedHeading = Self(
    "repeated-heading", .information,
    summary: "A heading has the words of an earlier one, so its id has a number.",
    remedy: "Nothing needs to be done; links lead to the id that the message names.")
  static let emptyHeading = Self(
    "empty-heading", .warning,
    summary: "A heading has no words.",
    remedy: "Write a title, or cut the slide with `---`.")
}

extension Diagnostic {
  static func idNotAllowed(_ id: String, _ allowed: String, at span: Span) -> Self {
    Self(
      .idNotAllowed, "the id `\(id)` holds white space or a full stop", at: span,
      help: "write `\(allowed)`")
  }

  static func rangeNeverClosed(_ name: String, at span: Span) -> Self {
    Self(
      .rangeNeverClosed, "`\(name)` is never closed", at: span,
      help: "write `<!-- /\(name) -->` where it ends, on the same level")
  }

  fileprivate static func rangeInsideRange(_ name: String, _ outer: String, at span: Span) -> Self {
    Self(
      .rangeInsideRange, "`\(name)` begins inside `\(outer)`", at: span,
      help: "write `<!-- /\(outer) -->` before it")
  }

  fileprivate static func rangeCrosses(_ name: String, _ inner: String, at span: Span) -> Self {
    Self(
      .rangeCrosses, "`\(name)` ends inside `\(inner)`", at: span,
      help: "write `<!-- /\(inner) -->` before it")
  }

  fileprivate static func rangeNotOpen(_ name: String, at span: Span) -> Self {
    Self(
      .rangeNotOpen, "no `\(name)` is open here", at: span,
      help: "take this out, or open the range before it on the same level")
  }

  static func rangeInsideText(_ name: String, at span: Span) -> Self {
    Self(
      .rangeInsideText, "`\(name)` stands inside a line of text", at: span,
      help: "put it on a line of its own, with blank lines around it")
  }

  static func rangeCutsSlide(_ name: String, at span: Span) -> Self {
    Self(
      .rangeCutsSlide, "`\(name)` holds halves of two slides or sections", at: span,
      help:
        "begin it before a heading or a break and end it before the next, or keep it within one slide"
    )
  }

  static func directiveInsideText(_ text: String, at span: Span) -> Self {
    Self(
      .directiveInsideText, "`\(text.prefix(30))` does nothing inside a line of text", at: span,
      help: "put it on a line of its own, with blank lines around it")
  }

  fileprivate static func unknownLayout(_ name: String, at span: Span) -> Self {
    let names = Layout.allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: names)
    return Self(
      .unknownLayout, "no layout is called `\(name)`", at: span,
      help: nearest.map { "write `<!-- layout: \($0) -->`" }
        ?? "write one of \(names.map { "`\($0)`" }.joined(separator: ", "))")
  }

  fileprivate static func studyWithoutFacts(at span: Span) -> Self {
    Self(
      .studyWithoutFacts, "the front matter has no `study:` to draw here", at: span,
      help: "add `study:` with `aim:` and the like, or take this out")
  }

  fileprivate static func allowWithoutReason(_ code: String, at span: Span) -> Self {
    Self(
      .allowWithoutReason, "`\(code)` is silenced without a reason", at: span,
      help: "write `<!-- allow \(code): why it is right here -->`")
  }

  static func idWithoutBlock(_ name: String, at span: Span) -> Self {
    Self(
      .idWithoutBlock, "the id `\(name)` has no block to name", at: span,
      help: "put it directly before the block")
  }

  static func idBesidesOwn(_ name: String, _ own: String, at span: Span) -> Self {
    Self(
      .idWithoutBlock, "the id `\(name)` names nothing: this figure is called `\(own)`", at: span,
      help: "take this out, or the `id:` in the figure")
  }

  static func stepsWithoutList(at span: Span) -> Self {
    Self(
      .stepsWithoutList, "`steps` stands before neither a list nor a figure", at: span,
      help: "put it before a list or a figure, or write `<!-- step -->`")
  }

  fileprivate static func commentNearDirective(_ text: String, _ name: String, at span: Span)
    -> Self
  {
    Self(
      .commentNearDirective, "`\(text.prefix(30))` is taken as a note", at: span,
      help: "write `<!-- \(name) -->` if you meant the directive")
  }

  static func marpIgnored(_ text: String, at span: Span) -> Self {
    Self(
      .marpIgnored, "`\(text.prefix(40))` means nothing here", at: span,
      help: "nothing needs to be done; the theme decides how slides look")
  }

  static func duplicateID(_ name: String, at span: Span) -> Self {
    Self(
      .duplicateID, "the id `\(name)` is taken", at: span,
      help: "give this block another id")
  }

  static func repeatedHeading(_ words: String, _ id: String, at span: Span) -> Self {
    Self(
      .repeatedHeading, "the heading `\(words)` stands here once more; its id is `\(id)`", at: span,
      help: "link to it with `#\(id)`, or give it other words")
  }

  static func emptyHeading(at span: Span) -> Self {
    Self(
      .emptyHeading, "heading has no words", at: span,
      help: "write a title, or cut the slide with `---`")
  }
}
