import LecternMarkdown
import LecternSource

/// Fences that name a kind of figure.
extension BlockReader {
  /// The figure of a fence; one with a bad body is shown as code, without its YAML comments.
  mutating func figure(
    _ kind: any FigureKind.Type, _ code: MarkdownNode.CodeBlock, _ span: Span,
    _ explicit: (name: String, span: Span)?
  ) -> (content: Block.Content, id: String?)? {
    let body = body(of: span)
    let before = diagnostics.count
    if let figure = read(kind, span, body) {
      let wanted = figure.id.map { ($0.name, $0.span) } ?? explicit
      let name =
        figure.figure.title.map { Slug.of($0.words.prefix(5).joined(separator: " ")) } ?? kind.name
      return (.figure(figure.figure), id(wanted, else: "figure-" + name))
    }
    if diagnostics.count == before {
      diagnostics.append(.figureEmpty(kind.name, at: span))
    }
    let text = Self.withoutYAMLComments(code.literal).withoutComments
    return (.code(CodeBlock(language: kind.name, text: text)), explicitID(explicit))
  }

  private mutating func explicitID(_ explicit: (name: String, span: Span)?) -> String? {
    explicit.map { id($0, else: "") }
  }

  private mutating func read(
    _ kind: any FigureKind.Type, _ span: Span, _ yaml: (file: SourceFile, shift: Int)
  ) -> (figure: Figure, id: (name: String, span: Span)?)? {
    let value = YAMLValue.read(yaml.file)
    report(value.diagnostics, shift: yaml.shift)
    guard let value = value.value else { return nil }
    var body = FigureBody(
      value, name: kind.name, span: Span(span.lower, span.lower + 3).moved(by: -yaml.shift))
    let title = body.reader.text("title")?.collapsed
    let summary = body.reader.text("summary")?.collapsed
    let source = body.reader.text("source")?.collapsed
    let id = body.reader.text("id")
    let idSpan = body.reader.span(of: "id")
    let content = kind.read(&body)
    body.reader.finish(.figureKeyUnknown)
    report(body.reader.diagnostics, shift: yaml.shift)
    guard let content, !body.reader.diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    var run = TextRun()
    if let source { run.append(source, at: span) }
    let citations = CitationReader(bibliography: bibliography)
    let figure = Figure(
      body: content, title: title, summary: summary,
      source: source == nil ? [] : citations.read(run, diagnostics: &diagnostics), span: span)
    return (figure, id.map { ($0, (idSpan ?? .at(0)).moved(by: yaml.shift)) })
  }

  /// The lines between the fences, as they stand in the file, so that places in them are true.
  ///
  /// Everything before them, and what a line is prefixed with in a quotation or list, becomes spaces.
  private func body(of span: Span) -> (file: SourceFile, shift: Int) {
    let first = file.lineIndex(of: span.lower) + 1
    let last = file.lineIndex(of: max(span.lower, span.upper - 1))
    guard first < last else { return (SourceFile(path: file.path, bytes: []), span.lower) }
    let start = file.lineStarts[first]
    var bytes = Array(file.bytes[start..<file.lineStarts[last]])
    var offset = 0
    while offset < bytes.count {
      while offset < bytes.count, bytes[offset] == UInt8(ascii: ">") || bytes[offset] == 0x20 {
        bytes[offset] = 0x20
        offset += 1
      }
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      offset += 1
    }
    return (SourceFile(path: file.path, bytes: bytes), start)
  }

  private mutating func report(_ problems: [Diagnostic], shift: Int) {
    diagnostics += problems.map { problem in
      var problem = problem
      problem.span = problem.span.moved(by: shift)
      return problem
    }
  }

  private static func withoutYAMLComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let hash = line.firstIndex(of: "#") else { return String(line) }
      let isComment = hash == line.startIndex || line[line.index(before: hash)].isWhitespace
      return isComment ? String(line[..<hash]) : String(line)
    }.joined(separator: "\n")
  }
}

extension Diagnostic.Code {
  static let figureEmpty = Self(
    "figure-empty", .error,
    summary: "A figure fence holds nothing.",
    remedy: "Write what the figure shows as YAML between the fences.")
}

extension Diagnostic {
  fileprivate static func figureEmpty(_ name: String, at span: Span) -> Self {
    Self(
      .figureEmpty, "the `\(name)` holds nothing", at: span,
      help: "write what it shows as YAML between the fences")
  }
}
