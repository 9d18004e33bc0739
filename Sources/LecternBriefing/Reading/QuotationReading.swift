import LecternMarkdown
import LecternSource

/// Block quotes: quotations with their attributions and turns, and callouts.
extension BlockReader {
  /// What a block quote is.
  mutating func quote(
    _ index: Int, _ sequence: inout BlockSequence
  ) -> (content: Block.Content, id: String?)? {
    quotationDepth += 1
    defer { quotationDepth -= 1 }
    reportLazyLines(index)
    var children = Array(tree.children(of: index))
    if let callout = calloutKind(children) {
      let id = explicitID(&sequence)
      return (.callout(readCallout(callout, &children)), id)
    }
    let explicit = takePendingID(&sequence)
    nesting += 1
    defer { nesting -= 1 }
    let parts = AttributionFinder(tree: tree).parts(of: children)
    var attribution = parts.attribution.map { readAttribution($0) }
    if let cut = parts.cutParagraph { cutParagraphs[cut.node] = cut.inlines }
    var inner = BlockSequence()
    for child in parts.words {
      if case .heading = tree.nodes[child].kind {
        diagnostics.append(.headingInQuotation(at: tree.nodes[child].span))
        let content = inlines(of: Array(tree.children(of: child)))
        inner.append(
          Block(
            content: .paragraph([.strong(content)]), id: nil,
            audience: inner.audience, step: inner.isStepped ? steps : nil,
            span: tree.nodes[child].span))
      } else {
        add(child, to: &inner)
      }
      // The ranges that are open where it stands.
      if let place = parts.attribution?.node, child < place {
        attribution?.audience = inner.audience
      }
    }
    let words = finish(&inner)
    let firstWords = words.named.words(upTo: 5).joined(separator: " ")
    let slug = Slug.of(firstWords)
    let id = id(explicit, else: slug.isEmpty ? "" : "quote-" + slug, fallback: "quote")
    if attribution == nil {
      diagnostics.append(.quotationWithoutAttribution(at: tree.nodes[index].span))
    }
    let turns = TurnReader(participants: metadata.participants).turns(of: unwrapped(words))
    return (.quotation(Quotation(turns: turns, attribution: attribution)), id)
  }

  private mutating func readAttribution(_ part: AttributionFinder.Part) -> Attribution {
    var content = inlines(of: part.inlines)
    content.dropDash()
    let words = part.words.withoutDash
    var attribution = AttributionReader(
      labels: labels, participants: metadata.participants, bibliography: bibliography
    ).attribution(
      words, content: content.filter { !$0.isFootnote },
      at: part.inlines.first.map { tree.nodes[$0].span } ?? .at(0))
    attribution.footnotes = content.filter(\.isFootnote)
    content.forEachInline { if case .link(let link) = $0 { attribution.links.append(link) } }
    return attribution
  }

  /// A quotation that is wrapped whole in `*…*` loses the wrapping, which says nothing.
  private func unwrapped(_ blocks: [Block]) -> [Block] {
    let paragraphs = blocks.filter { if case .paragraph = $0.content { true } else { false } }
    guard !paragraphs.isEmpty, paragraphs.count == blocks.count else { return blocks }
    var result = blocks
    for index in result.indices {
      guard case .paragraph(let inlines) = result[index].content, inlines.count == 1,
        case .emphasis(let inner) = inlines[0]
      else { return blocks }
      result[index].content = .paragraph(inner)
    }
    return result
  }

  private mutating func reportLazyLines(_ index: Int) {
    let span = tree.nodes[index].span
    let first = file.lineIndex(of: span.lower)
    let last = file.lineIndex(of: max(span.lower, span.upper - 1))
    guard last > first else { return }
    for line in (first + 1)...last {
      let place = file.lineSpan(line)
      var text = file.bytes[place.lower..<place.upper].drop { $0 == 0x20 || $0 == 0x09 }
      var marks = 0
      while text.first == UInt8(ascii: ">"), marks < quotationDepth {
        marks += 1
        text = text.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
      }
      // A line that lacks more marks is that of a quotation around this one.
      guard !text.isEmpty, marks == quotationDepth - 1 else { continue }
      diagnostics.append(.lazyContinuation(at: Span(text.startIndex, place.upper)))
    }
  }

  // MARK: Callouts

  private func calloutKind(_ children: [Int]) -> (kind: Callout.Kind, rest: [Int])? {
    guard let first = children.first, case .paragraph = tree.nodes[first].kind else { return nil }
    let inlines = Array(tree.children(of: first))
    guard let start = inlines.first, case .text(let text) = tree.nodes[start].kind,
      text.hasPrefix("[!"), text.trimmed.hasSuffix("]")
    else { return nil }
    if inlines.count > 1 {
      switch tree.nodes[inlines[1]].kind {
      case .softBreak, .lineBreak: break
      default: return nil
      }
    }
    guard let kind = Callout.Kind(rawValue: text.trimmed.dropFirst(2).dropLast().lowercased())
    else {
      return nil
    }
    return (kind, Array(inlines.dropFirst(2)))
  }

  private mutating func readCallout(
    _ callout: (kind: Callout.Kind, rest: [Int]), _ children: inout [Int]
  ) -> Callout {
    let first = children.removeFirst()
    let content = inlines(of: callout.rest)
    let block = Block(
      content: .paragraph(content), id: nil, audience: .both, step: nil,
      span: tree.nodes[first].span)
    return Callout(
      kind: callout.kind, blocks: (content.isEmpty ? [] : [block]) + blocks(of: children))
  }
}

extension [Block] {
  /// The blocks whose words may be in an id: those that both documents have, or all where one document has any.
  fileprivate var named: [Block] {
    let deck = visible(in: .deck)
    let report = visible(in: .report)
    return deck.isEmpty || report.isEmpty ? self : deck.visible(in: .report)
  }
}

extension Inline {
  fileprivate var isFootnote: Bool {
    if case .footnote = self { return true }
    return false
  }
}

extension Diagnostic.Code {
  static let quotationWithoutAttribution = Self(
    "quotation-without-attribution", .warning,
    summary: "Nothing says whose words a quotation holds.",
    remedy: "End it with a line such as `> — Hilary, focus group`.")
  static let headingInQuotation = Self(
    "heading-in-quotation", .warning,
    summary: "A heading stands inside a quotation; it begins no section.",
    remedy: "Move it above the quotation, or make it bold text.")
  static let lazyContinuation = Self(
    "lazy-continuation", .warning,
    summary: "A line joins a quotation without its `>`.",
    remedy: "Begin the line with `> `, or put a blank line before it.")
}

extension Diagnostic {
  fileprivate static func quotationWithoutAttribution(at span: Span) -> Self {
    Self(
      .quotationWithoutAttribution, "nothing says whose words these are", at: span,
      help: "end the quotation with a line such as `> — Hilary, focus group`")
  }

  fileprivate static func headingInQuotation(at span: Span) -> Self {
    Self(
      .headingInQuotation, "a heading inside a quotation begins no section", at: span,
      help: "move it above the quotation, or make it bold text")
  }

  fileprivate static func lazyContinuation(at span: Span) -> Self {
    Self(
      .lazyContinuation, "this line joins the quotation above without its `>`", at: span,
      help: "begin it with `> `, or put a blank line before it")
  }
}
