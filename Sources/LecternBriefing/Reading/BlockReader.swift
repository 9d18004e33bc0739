import LecternMarkdown
import LecternSource

/// Reads blocks from a tree: the comments between them govern what follows.
///
/// It keeps what one reading of a briefing must keep: ids given out, notes found on the current slide, the count of its steps.
struct BlockReader {
  let file: SourceFile
  let tree: MarkdownTree
  let labels: Labels
  let metadata: Metadata
  let figures: FigureRegistry
  let bibliography: Bibliography
  let isMarp: Bool
  var ids = IDAllocator()
  var diagnostics: [Diagnostic] = []
  /// The keys that no reference has.
  var unknownKeys: [UnknownKey] = []
  var notes: [SpeakerNote] = []
  var allowances: [Allowance] = []
  /// How many values the figures hold so far.
  var figureValues = 0
  /// How many steps the current slide has so far.
  var steps = 0
  /// How many block quotes are being read, one in another.
  var quotationDepth = 0
  /// The layout that a directive asked for on the current slide.
  var layout: Layout?
  /// Whether Marp would set the slide in the middle and large.
  var isLead = false
  /// The name that a directive gave to the heading before it.
  var short: (name: String, span: Span)?
  /// The inlines of paragraphs whose last line is an attribution, without that line.
  var cutParagraphs: [Int: [Int]] = [:]
  /// How many quotations and lists the current block lies in.
  var nesting = 0

  /// The blocks that some sibling nodes make.
  mutating func blocks(of siblings: [Int]) -> [Block] {
    var sequence = BlockSequence()
    for index in siblings { add(index, to: &sequence) }
    return finish(&sequence)
  }

  /// Adds what one node makes to the blocks before it.
  mutating func add(_ index: Int, to sequence: inout BlockSequence) {
    let node = tree.nodes[index]
    if case .htmlBlock(let literal) = node.kind {
      for comment in comments(in: literal, at: node.span) { read(comment, for: &sequence) }
      return
    }
    // Steps inside the block come after the one that reveals it.
    let step = sequence.isStepped ? steps : nil
    guard let content = content(of: index, sequence: &sequence) else { return }
    let block = Block(
      content: content.content, id: content.id, audience: sequence.audience, step: step,
      span: node.span)
    for var allowance in sequence.pendingAllowances {
      allowance.span = node.span
      allowances.append(allowance)
    }
    sequence.pendingAllowances = []
    if let id = sequence.pendingID {
      diagnostics.append(.idWithoutBlock(id.name, at: id.span))
      sequence.pendingID = nil
    }
    sequence.append(block)
  }

  /// The blocks of a sequence, once its ranges are known to be closed.
  mutating func finish(_ sequence: inout BlockSequence) -> [Block] {
    if let open = sequence.openRange {
      diagnostics.append(.rangeNeverClosed(open.audience.rawValue, at: open.span))
    }
    if let span = sequence.openColumns {
      diagnostics.append(.rangeNeverClosed("columns", at: span))
    }
    if let id = sequence.pendingID { diagnostics.append(.idWithoutBlock(id.name, at: id.span)) }
    if let steps = sequence.pendingSteps { diagnostics.append(.stepsWithoutList(at: steps)) }
    return sequence.finish()
  }

  // MARK: Content

  private mutating func content(
    of index: Int, sequence: inout BlockSequence
  ) -> (content: Block.Content, id: String?)? {
    let node = tree.nodes[index]
    if let steps = sequence.pendingSteps {
      sequence.pendingSteps = nil
      return itemByItem(index, steps, &sequence)
    }
    switch node.kind {
    case .paragraph: return paragraph(index, &sequence)
    case .heading(let level, _):
      return (.heading(heading(index, level: level, id: takePendingID(&sequence))), nil)
    case .blockQuote: return quote(index, &sequence)
    case .list:
      let id = explicitID(&sequence)
      return list(index, itemByItem: false).map { (.list($0), id) }
    case .codeBlock(let code): return codeBlock(code, node.span, &sequence)
    case .table(let alignments):
      let id = explicitID(&sequence)
      let caption = sequence.takeCaption()
      return (.table(table(index, alignments, caption)), id)
    case .thematicBreak: return (.rule, nil)
    default: return nil
    }
  }

  /// A list or figure whose items come one at a time.
  private mutating func itemByItem(
    _ index: Int, _ directive: Span, _ sequence: inout BlockSequence
  ) -> (content: Block.Content, id: String?)? {
    if case .list = tree.nodes[index].kind {
      let id = explicitID(&sequence)
      return list(index, itemByItem: true).map { (.list($0), id) }
    }
    let made = content(of: index, sequence: &sequence)
    guard case .figure(var figure) = made?.content else {
      // A figure that cannot be read has been reported already.
      if case .code(let code) = made?.content, figures.kind(named: code.language) != nil {
        return made
      }
      diagnostics.append(.stepsWithoutList(at: directive))
      return made
    }
    figure.firstStep = steps + 1
    steps += figure.body.itemCount
    return (.figure(figure), made?.id)
  }

  private mutating func paragraph(
    _ index: Int, _ sequence: inout BlockSequence
  ) -> (content: Block.Content, id: String?)? {
    let children = inlines(ofParagraph: index)
    if let picture = picture(children) {
      let id = explicitID(&sequence)
      return (.picture(picture), id)
    }
    let written = inlines(of: children)
    // The words of a quotation are its speaker's.
    let inlines = quotationDepth == 0 ? written.withBareEvidence : written
    guard !inlines.isEmpty else { return nil }
    if let caption = inlines.tableCaption {
      if isCaptionForNext(index) {
        sequence.pendingCaption = caption
        return nil
      }
      if sequence.setCaption(caption) { return nil }
    }
    let id = explicitID(&sequence)
    return (.paragraph(inlines), id)
  }

  /// Whether the node after a paragraph is a table; comments between them are none.
  private func isCaptionForNext(_ index: Int) -> Bool {
    var next = tree.nodes[index].end
    while next < tree.nodes.count, tree.nodes[next].depth == tree.nodes[index].depth {
      switch tree.nodes[next].kind {
      case .table: return true
      case .htmlBlock(let literal):
        let isQuiet = comments(in: literal, at: tree.nodes[next].span).allSatisfy { comment in
          switch Directive(comment.text) {
          case .note, .id, .allow, .pragma, .step: true
          default: false
          }
        }
        guard isQuiet else { return false }
        next = tree.nodes[next].end
      default: return false
      }
    }
    return false
  }

  /// The inlines of a paragraph, without an attribution at its end.
  func inlines(ofParagraph index: Int) -> [Int] {
    cutParagraphs[index] ?? Array(tree.children(of: index))
  }

  private mutating func picture(_ children: [Int]) -> Picture? {
    var images: [Int] = []
    for child in children {
      switch tree.nodes[child].kind {
      case .image: images.append(child)
      case .html(let literal) where literal.hasPrefix("<!--"): continue
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: return nil
      }
    }
    guard images.count == 1, case .image(let destination, let title) = tree.nodes[images[0]].kind
    else { return nil }
    _ = inlines(of: children.filter { $0 != images[0] })
    var reader = inlineReader()
    let image = reader.image(images[0], tree.nodes[images[0]], destination, title)
    take(reader)
    return Picture(image: image, caption: image.title.isEmpty ? nil : image.title)
  }

  private mutating func codeBlock(
    _ code: MarkdownNode.CodeBlock, _ span: Span, _ sequence: inout BlockSequence
  ) -> (content: Block.Content, id: String?)? {
    let language = code.info.prefix { !$0.isWhitespace }
    if code.isFenced, code.isClosed, let kind = figures.kind(named: language.lowercased()) {
      let explicit = takePendingID(&sequence)
      return figure(kind, code, span, explicit)
    }
    let id = explicitID(&sequence)
    var text = code.literal
    if !code.isFenced, text.hasComment {
      text = withoutIndentedComments(text, span)
      guard !text.trimmed.isEmpty else { return nil }
    }
    return (.code(CodeBlock(language: String(language), text: text)), id)
  }

  /// Comments in indented code are notes all the same.
  private mutating func withoutIndentedComments(_ text: String, _ span: Span) -> String {
    let source = file.text(in: span)
    var rest = source[...]
    while let start = rest.firstByteRange(of: "<!--"),
      let end = rest[start.upperBound...].firstByteRange(of: "-->")
    {
      let lower = span.lower + source[..<start.lowerBound].utf8.count
      let upper = span.lower + source[..<end.upperBound].utf8.count
      diagnostics.append(.commentReadAsText(at: Span(lower, upper)))
      notes.append(
        SpeakerNote(
          text: String(rest[start.upperBound..<end.lowerBound]).trimmed, span: Span(lower, upper)))
      rest = rest[end.upperBound...]
    }
    return text.withoutComments.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
  }

  mutating func heading(_ index: Int, level: Int, id explicit: (name: String, span: Span)?)
    -> Heading
  {
    var heading = heading(index, level: level, sharing: "")
    // Spaces that a comment or tag leaves behind count once; those that an author typed, as GitHub has them.
    let hasMarkup = tree.nodes[index..<tree.nodes[index].end].contains { node in
      if case .html = node.kind { true } else { false }
    }
    let words = heading.content.plainText
    let slug = Slug.of(hasMarkup ? words.collapsed : words.trimmed)
    heading.id = id(explicit, else: slug)
    if explicit == nil, heading.id != slug, !slug.isEmpty {
      diagnostics.append(.repeatedHeading(heading.text, heading.id, at: heading.span))
    }
    return heading
  }

  /// A heading with the id of another that is in the other document alone.
  mutating func heading(_ index: Int, level: Int, sharing id: String) -> Heading {
    let limited = HeadingLimit.limited(
      inlines(of: Array(tree.children(of: index))), at: tree.nodes[index].span)
    diagnostics += limited.diagnostics
    let content = limited.value
    let text = content.plainText.collapsed
    if text.isEmpty { diagnostics.append(.emptyHeading(at: tree.nodes[index].span)) }
    return Heading(
      id: id, level: level, content: content, text: text, short: nil, span: tree.nodes[index].span)
  }

  private mutating func table(
    _ index: Int, _ alignments: [MarkdownNode.Alignment], _ caption: [Inline]?
  ) -> Table {
    var rows: [[[Inline]]] = []
    for row in tree.children(of: index) {
      rows.append(
        tree.children(of: row).map { cell in inlines(of: Array(tree.children(of: cell))) }
      )
    }
    return Table(
      caption: caption, alignments: alignments.map { .init(rawValue: $0.rawValue) ?? .none },
      header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  // MARK: Inlines

  /// What finds citations in texts.
  var citations: CitationReader { CitationReader(bibliography) }

  func inlineReader() -> InlineReader {
    InlineReader(tree: tree, file: file, citations: citations)
  }

  /// The inlines of some nodes; the comments among them become notes.
  mutating func inlines(of siblings: [Int]) -> [Inline] {
    var reader = inlineReader()
    let inlines = reader.inlines(of: siblings)
    take(reader)
    return inlines
  }

  mutating func take(_ reader: InlineReader) {
    diagnostics += reader.diagnostics
    unknownKeys += reader.unknownKeys
    for comment in reader.comments { readInline(comment.text, at: comment.span) }
  }

  private mutating func readInline(_ comment: String, at span: Span) {
    switch Directive(comment) {
    case .note(let text): note(text, at: span)
    case .pragma: break
    case .marp(let text): marp(text, at: span)
    case .open(let audience), .close(let audience):
      diagnostics.append(.rangeInsideText(audience.rawValue, at: span))
    default: diagnostics.append(.directiveInsideText(comment.trimmed, at: span))
    }
  }

  // MARK: Ids

  /// An id that a directive gave, or one made from a name.
  mutating func id(
    _ explicit: (name: String, span: Span)?, else name: String, fallback: String = "section"
  )
    -> String
  {
    guard var explicit else { return ids.next(name, fallback: fallback) }
    // A full stop is in the ids that pages have of their own.
    let allowed = explicit.name.words.joined(separator: "-").replacing(".", with: "-")
    if allowed != explicit.name {
      diagnostics.append(.idNotAllowed(explicit.name, allowed, at: explicit.span))
      explicit.name = allowed
    }
    guard ids.take(explicit.name) else {
      diagnostics.append(.duplicateID(explicit.name, at: explicit.span))
      return ids.next(explicit.name, fallback: fallback)
    }
    return explicit.name
  }

  func takePendingID(_ sequence: inout BlockSequence) -> (name: String, span: Span)? {
    defer { sequence.pendingID = nil }
    return sequence.pendingID
  }

  mutating func explicitID(_ sequence: inout BlockSequence) -> String? {
    takePendingID(&sequence).map { id($0, else: "") }
  }
}

extension [Inline] {
  /// The words after `Table:`, if a paragraph begins so.
  fileprivate var tableCaption: [Inline]? {
    guard case .text(let text)? = first, text.prefix(6).lowercased() == "table:" else { return nil }
    let rest = String(text.dropFirst(6).drop { $0.isWhitespace })
    let caption = (rest.isEmpty ? [] : [.text(rest)]) + dropFirst()
    return caption.plainText.trimmed.isEmpty ? nil : caption
  }
}
