public import LecternSource

/// Reads Markdown behind guards: no note shows, no footnote is lost, no raw HTML hides words.
public struct MarkdownParser: Sendable {
  /// What is refused before parsing.
  public var limits: MarkdownLimits

  /// Makes a parser.
  public init(limits: MarkdownLimits = .standard) {
    self.limits = limits
  }

  /// What a parser makes of a text.
  public struct Result: Sendable {
    /// The nodes; the document alone when the text was refused.
    public var tree: MarkdownTree
    /// Comments that could not stay in the tree, notes all the same.
    public var strayComments: [Span]
  }

  /// Parses a file from an offset on; a file that breaks a limit gives an empty tree and an error.
  public func parse(_ file: SourceFile, from base: Int = 0) -> Diagnosed<Result> {
    let empty = Result(
      tree: MarkdownTree(nodes: [
        MarkdownNode(kind: .document, span: Span(base, file.bytes.count), end: 1, depth: 0)
      ]), strayComments: [])
    let refusals = Guards(limits: limits).problems(in: file, from: base)
    guard refusals.isEmpty else { return Diagnosed(empty, refusals) }
    var diagnostics: [Diagnostic] = []
    var bytes = file.bytes
    replaceControlCharacters(&bytes, file, base, &diagnostics)
    var current = copy(bytes, file, base)
    var html = HTMLBlockRewriter(file: file, bytes: bytes)
    var comments = CommentRewriter(file: file, bytes: bytes)
    // Each round takes at least one tag or comment out of the way; honest texts need one or two.
    for round in 0... {
      html = HTMLBlockRewriter(file: file, bytes: bytes, after: html)
      if html.rewrite(current.tree) {
        bytes = html.bytes
      } else {
        comments = CommentRewriter(file: file, bytes: bytes, after: comments)
        guard comments.rewrite(current.tree, from: base) else { break }
        bytes = comments.bytes
      }
      guard round < limits.commentRounds else {
        let first = file.bytes[base...].firstRange(of: Array("<!--".utf8))
        let place = first.map { Span($0.lowerBound, $0.upperBound) } ?? .at(base)
        return Diagnosed(empty, [.commentsTooTangled(limit: limits.commentRounds, at: place)])
      }
      current = copy(bytes, file, base)
    }
    diagnostics += html.diagnostics + comments.diagnostics
    var footnotes = FootnoteRescue(file: file, bytes: bytes)
    if footnotes.rescue(current.tree, from: base) {
      let rescued = copy(footnotes.bytes, file, base)
      diagnostics += footnotes.diagnostics
      // A block that is never closed would swallow the references.
      if !rescued.tree.hasBlock(across: file.bytes.count) {
        bytes = footnotes.bytes
        current = rescued
        current.tree.cutOff(after: file.bytes.count)
      }
    }
    if let place = current.tooDeep {
      diagnostics.append(
        .nestingTooDeep(limit: limits.depth, at: Span(place.lower, place.lower + 1)))
    }
    diagnostics += unclosedFences(in: current.tree)
    var tree = current.tree
    if bytes != file.bytes {
      tree = tree.withoutFillers()
      tree.restoreComments(from: file)
    }
    return Diagnosed(Result(tree: tree, strayComments: html.comments), diagnostics)
  }

  private func copy(
    _ bytes: [UInt8], _ file: SourceFile, _ base: Int
  ) -> (tree: MarkdownTree, tooDeep: Span?) {
    let parsed = bytes == file.bytes ? file : SourceFile(path: file.path, bytes: bytes)
    guard let document = CMarkDocument(parsing: bytes[base...]) else {
      preconditionFailure("cmark-gfm has no memory or lacks an extension that it always has")
    }
    var copier = TreeCopier(file: parsed, base: base, maximumDepth: limits.depth)
    let tree = copier.tree(of: document)
    return (tree, copier.tooDeep)
  }

  private func replaceControlCharacters(
    _ bytes: inout [UInt8], _ file: SourceFile, _ base: Int, _ diagnostics: inout [Diagnostic]
  ) {
    for offset in base..<bytes.count where bytes[offset] < 0x20 || bytes[offset] == 0x7F {
      guard ![0x09, 0x0A, 0x0D].contains(bytes[offset]) else { continue }
      if !diagnostics.contains(where: { $0.code == .controlCharacter }) {
        diagnostics.append(.controlCharacter(bytes[offset], at: Span(offset, offset + 1)))
      }
      if let comment = commentHidden(by: offset, in: file) {
        diagnostics.append(.commentNotRead(at: comment))
        for place in comment.lower..<comment.upper where bytes[place] != 0x0A {
          bytes[place] = 0x20
        }
      }
      bytes[offset] = 0x20
    }
  }

  /// The comment that a control character keeps Markdown from seeing: `<!--` with the character inside.
  private func commentHidden(by offset: Int, in file: SourceFile) -> Span? {
    let around = max(0, offset - 8)..<min(file.bytes.count, offset + 8)
    let places = around.filter { file.bytes[$0] >= 0x20 && file.bytes[$0] != 0x7F }
    for index in places.indices.dropLast(3) {
      let four = places[index..<(index + 4)]
      guard four.map({ file.bytes[$0] }) == Array("<!--".utf8), let first = four.first,
        let last = four.last, first < offset, offset < last
      else { continue }
      let line = file.lineSpan(file.lineIndex(of: first))
      return Span(first, line.upper)
    }
    return nil
  }

  private func unclosedFences(in tree: MarkdownTree) -> [Diagnostic] {
    tree.nodes.compactMap { node in
      guard case .codeBlock(let code) = node.kind, !code.isClosed else { return nil }
      return .fenceNeverClosed(at: Span(node.span.lower, min(node.span.lower + 3, node.span.upper)))
    }
  }
}

extension MarkdownTree {
  /// Whether code or raw HTML reaches over an offset.
  fileprivate func hasBlock(across offset: Int) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .codeBlock, .htmlBlock: node.span.lower < offset && node.span.upper > offset
      default: false
      }
    }
  }

  /// Takes out what begins after the end of the author's text.
  fileprivate mutating func cutOff(after end: Int) {
    var result: [MarkdownNode] = []
    var moved = [Int](repeating: 0, count: nodes.count + 1)
    for (index, node) in nodes.enumerated() {
      moved[index] = result.count
      if index == 0 || node.span.lower <= end { result.append(node) }
    }
    moved[nodes.count] = result.count
    var kept = 0
    for (index, node) in nodes.enumerated() where moved[index + 1] > moved[index] {
      result[kept].end = moved[node.end]
      kept += 1
    }
    if !result.isEmpty { result[0].span = Span(result[0].span.lower, end) }
    nodes = result
  }

  /// Gives comments that were rewritten for the parser the author's words again.
  fileprivate mutating func restoreComments(from file: SourceFile) {
    for index in nodes.indices {
      if case .html(let literal) = nodes[index].kind, literal.hasPrefix("<!--") {
        nodes[index].kind = .html(file.text(in: nodes[index].span))
      }
    }
  }
}

extension Diagnostic.Code {
  static let controlCharacter = Self(
    "control-character", .warning,
    summary: "The text holds control characters, which no page may show; each counts as a space.",
    remedy: "Take them out; they often come with text pasted from a PDF.")
  static let fenceNeverClosed = Self(
    "fence-never-closed", .error,
    summary: "A code or figure fence is never closed, so that everything after it becomes code.",
    remedy: "Close it with a line of as many backticks or tildes as opened it.")
}

extension Diagnostic {
  fileprivate static func controlCharacter(_ byte: UInt8, at span: Span) -> Self {
    Self(
      .controlCharacter,
      "control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)) counts as a space",
      at: span, help: "take out this and any others; they often come from text pasted from a PDF")
  }

  fileprivate static func fenceNeverClosed(at span: Span) -> Self {
    Self(
      .fenceNeverClosed, "fence is never closed", at: span,
      help: "close it with a line of as many backticks or tildes as opened it")
  }
}
