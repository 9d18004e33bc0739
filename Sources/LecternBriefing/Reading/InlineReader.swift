import LecternMarkdown
import LecternSource

/// Reads the inlines of one block: links, images, citations, elements of raw HTML, and the comments between them.
struct InlineReader {
  let tree: MarkdownTree
  let file: SourceFile
  let citations: CitationReader
  /// The problems found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The keys that no reference has.
  private(set) var unknownKeys: [UnknownKey] = []
  /// The comments in the order in which they stand.
  private(set) var comments: [(text: String, span: Span)] = []

  init(tree: MarkdownTree, file: SourceFile, citations: CitationReader) {
    self.tree = tree
    self.file = file
    self.citations = citations
  }

  /// The inlines of a block that some sibling nodes make, without white space at its ends.
  mutating func inlines(of siblings: [Int], isCited: Bool = true) -> [Inline] {
    inner(siblings, isCited: isCited).trimmed
  }

  private mutating func inner(_ index: Int, isCited: Bool) -> [Inline] {
    inner(Array(tree.children(of: index)), isCited: isCited)
  }

  private mutating func inner(_ siblings: [Int], isCited: Bool) -> [Inline] {
    var stack = ElementStack()
    var skipped: String?
    var run = TextRun()
    let closings = closingTags(siblings)
    for index in siblings {
      let node = tree.nodes[index]
      switch node.kind {
      case .text(let text) where skipped == nil:
        let source = text.holds("@") || text.holds("^") ? file.text(in: node.span) : nil
        run.append(text, at: node.span, source: source)
      case .softBreak where skipped == nil: run.append("\n", at: node.span)
      case .html(let literal):
        finish(&run, &stack, isCited: isCited)
        readHTML(literal, at: node.span, &stack, &skipped)
        // Without a closing tag only the opening one is dropped.
        if let name = skipped, closings[name, default: index] <= index { skipped = nil }
      default:
        finish(&run, &stack, isCited: isCited)
        if skipped == nil { stack.append(inline(index, node, isCited: isCited)) }
      }
    }
    finish(&run, &stack, isCited: isCited)
    return stack.finish()
  }

  /// The last closing tag of each element that has one among some nodes.
  private func closingTags(_ siblings: [Int]) -> [String: Int] {
    var closings: [String: Int] = [:]
    for index in siblings {
      guard case .html(let literal) = tree.nodes[index].kind,
        let tag = RawTag.read(Array(literal.utf8), at: 0), tag.form == .close
      else { continue }
      closings[tag.name] = index
    }
    return closings
  }

  private mutating func finish(
    _ run: inout TextRun, _ stack: inout ElementStack, isCited: Bool
  ) {
    guard !run.text.isEmpty else { return }
    reportUndefinedFootnotes(run)
    let inlines = isCited ? citations.read(run, unknown: &unknownKeys) : run.inlines
    for inline in inlines { stack.append(inline) }
    run = TextRun()
  }

  /// `[^name]` that Markdown left as text has no footnote behind it.
  private mutating func reportUndefinedFootnotes(_ run: TextRun) {
    var rest = run.text[...]
    while let start = rest.firstByteRange(of: "[^"),
      let end = rest[start.upperBound...].firstIndex(of: "]")
    {
      let name = rest[start.upperBound..<end]
      if !name.isEmpty, !name.contains(where: \.isWhitespace), !run.isEscaped(start.lowerBound) {
        let span = run.span(of: start.lowerBound..<rest.index(after: end))
        diagnostics.append(.footnoteUndefined(String(name), at: span))
      }
      rest = rest[end...]
    }
  }

  private mutating func inline(_ index: Int, _ node: MarkdownNode, isCited: Bool) -> Inline? {
    switch node.kind {
    case .lineBreak: return .lineBreak
    case .code(let text): return .code(text)
    case .emphasis: return .emphasis(inner(index, isCited: isCited))
    case .strong: return .strong(inner(index, isCited: isCited))
    case .strikethrough: return .strikethrough(inner(index, isCited: isCited))
    case .link(let destination, let title): return link(index, node, destination, title)
    case .image(let destination, let title):
      return .image(image(index, node, destination, title))
    case .footnoteReference(_, let number, let occurrence):
      return .footnote(number: number, occurrence: occurrence)
    default: return nil
    }
  }

  private mutating func link(
    _ index: Int, _ node: MarkdownNode, _ destination: String, _ title: String
  ) -> Inline {
    let content = inner(index, isCited: false)
    var address = AddressReader.read(destination)
    if destination.trimmed.isEmpty {
      diagnostics.append(.emptyAddress(at: node.span))
      address = .dropped
    } else if address == .dropped {
      diagnostics.append(.addressDropped(destination, at: node.span))
    }
    var isEvidence = false
    if case .fragment = address, content.plainText.trimmed.lowercased() == "evidence" {
      isEvidence = true
    }
    return .link(
      Link(
        address: address, title: title.withoutComments, content: content, isEvidence: isEvidence,
        span: node.span))
  }

  /// An image and what it shows; comments in its text are notes, not words.
  mutating func image(
    _ index: Int, _ node: MarkdownNode, _ destination: String, _ title: String
  ) -> Image {
    for child in tree.nodes[(index + 1)..<node.end] {
      if case .html(let literal) = child.kind, literal.hasPrefix("<!--") {
        comments.append((literal.insideComment, child.span))
      }
    }
    var address = AddressReader.read(destination)
    if case .absolute(let absolute) = address, !absolute.lowercased().hasPrefix("http") {
      address = .dropped
    }
    if address == .dropped || destination.isEmpty {
      diagnostics.append(.addressDropped(destination, at: node.span))
    }
    return Image(
      address: address, alternative: tree.plainText(of: index).collapsed,
      title: title.withoutComments, span: node.span)
  }

  private mutating func readHTML(
    _ literal: String, at span: Span, _ stack: inout ElementStack, _ skipped: inout String?
  ) {
    let bytes = Array(literal.utf8)
    guard let tag = RawTag.read(bytes, at: 0) else {
      if skipped == nil { stack.append(.text(literal)) }
      return
    }
    if let name = skipped {
      if tag.form == .close, tag.name == name { skipped = nil }
      return
    }
    switch tag.form {
    case .comment: comments.append((literal.insideComment, span))
    case .declaration: diagnostics.append(.htmlLeftOut(String(literal.prefix(24)), at: span))
    case .open(let isSelfClosing):
      if RawHTMLPolicy.droppedWithContent.contains(tag.name) {
        diagnostics.append(.htmlDropped(tag.name, at: span))
        if !isSelfClosing { skipped = tag.name }
      } else if RawHTMLPolicy.elements.contains(tag.name) {
        var names: Set<String> = []
        // Of two attributes of one name browsers keep the first.
        let attributes = tag.attributes.filter {
          RawHTMLPolicy.attributes.contains($0.name) && names.insert($0.name).inserted
        }
        if attributes.count < tag.attributes.count {
          diagnostics.append(.attributeLeftOut(tag.name, at: span))
        }
        stack.open(tag.name, attributes.map { ($0.name, $0.value) }, literal)
      } else {
        diagnostics.append(.htmlLeftOut("<\(tag.name)>", at: span))
        if RawHTMLPolicy.blockElements.contains(tag.name) { stack.append(.text(" ")) }
      }
    case .close:
      if RawHTMLPolicy.elements.contains(tag.name) {
        stack.close(tag.name, literal)
      } else if RawHTMLPolicy.blockElements.contains(tag.name) {
        stack.append(.text(" "))
      }
    }
  }
}

extension [Inline] {
  /// Without white space at the ends, as comments leave it behind, and with neighbouring texts joined.
  fileprivate var trimmed: [Inline] {
    var result: [Inline] = []
    var words = ""
    for inline in self {
      if case .text(let text) = inline {
        words += words.hasSuffix(" ") && text.hasPrefix(" ") ? String(text.dropFirst()) : text
      } else {
        if !words.isEmpty { result.append(.text(words)) }
        words = ""
        result.append(inline)
      }
    }
    if !words.isEmpty { result.append(.text(words)) }
    result.trimStart()
    result.trimEnd()
    return result
  }

  private mutating func trimStart() {
    while let first {
      switch first {
      case .softBreak, .lineBreak: removeFirst()
      case .text(let text):
        let rest = String(text.drop(while: \.isBlank))
        guard rest.isEmpty else {
          self[0] = .text(rest)
          return
        }
        removeFirst()
      default: return
      }
    }
  }

  private mutating func trimEnd() {
    while let last {
      switch last {
      case .softBreak, .lineBreak: removeLast()
      case .text(let text):
        guard let end = text.lastIndex(where: { !$0.isBlank }) else {
          removeLast()
          continue
        }
        self[count - 1] = .text(String(text[...end]))
        return
      default: return
      }
    }
  }
}

extension Diagnostic.Code {
  static let footnoteUndefined = Self(
    "footnote-undefined", .warning,
    summary: "A reference to a footnote has no footnote behind it and stays text.",
    remedy: "Write the footnote: `[^name]: …` on a line of its own.")
  static let attributeLeftOut = Self(
    "attribute-left-out", .warning,
    summary:
      "An attribute of a raw HTML element is not among `lang`, `dir` and `title`, or stands there twice; it is left out.",
    remedy: "Take it out; how a page looks is the theme's.")
}

extension Diagnostic {
  fileprivate static func footnoteUndefined(_ name: String, at span: Span) -> Self {
    Self(
      .footnoteUndefined, "there is no footnote `\(name)`", at: span,
      help: "write `[^\(name)]: …` on a line of its own")
  }

  fileprivate static func attributeLeftOut(_ name: String, at span: Span) -> Self {
    Self(
      .attributeLeftOut, "an attribute of `<\(name)>` is left out", at: span,
      help: "of attributes only `lang`, `dir` and `title` pass, each once")
  }
}
