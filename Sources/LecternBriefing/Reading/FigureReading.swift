import LecternMarkdown
import LecternSource
import LecternYAML

/// Fences that name a kind of figure.
extension BlockReader {
  /// The figure of a fence; one with a bad body is shown as code, without its YAML comments.
  mutating func figure(
    _ kind: any FigureKind.Type, _ code: MarkdownNode.CodeBlock, _ span: Span,
    _ explicit: (name: String, span: Span)?
  ) -> (content: Block.Content, id: String?)? {
    let body = BodyText(code.literal, in: file, fence: span)
    let before = diagnostics.count
    if let figure = read(kind, span, body) {
      if let own = figure.id, let explicit, own.name != explicit.name {
        diagnostics.append(.idBesidesOwn(explicit.name, own.name, at: explicit.span))
      }
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
    _ kind: any FigureKind.Type, _ span: Span, _ yaml: BodyText
  ) -> (figure: Figure, id: (name: String, span: Span)?)? {
    let value = YAMLValue.read(yaml.file)
    report(value.diagnostics, yaml)
    guard let value = value.value, isReadable(value, yaml) else { return nil }
    var body = FigureBody(
      value, name: kind.name, span: BodyText.fence)
    let title = body.reader.text("title")?.collapsed
    if let title, title.utf8.count > FigureLimits.title {
      let place = yaml.place(of: body.reader.span(of: "title") ?? .at(0))
      diagnostics.append(
        .figureTextLong(title.utf8.count, limit: FigureLimits.title, at: place))
      return nil
    }
    let summary = body.reader.text("summary")?.collapsed
    let sourceSpan = body.reader.value("source")?.span
    let source = body.reader.text("source")?.collapsed
    let id = body.reader.text("id")?.trimmed
    let idSpan = body.reader.span(of: "id")
    let content = kind.read(&body)
    body.reader.finish(.figureKeyUnknown)
    report(body.reader.diagnostics, yaml)
    guard let content, !body.reader.diagnostics.contains(where: { $0.severity == .error }) else {
      return nil
    }
    var run = TextRun()
    if let source { run.append(source, at: yaml.place(of: sourceSpan ?? .at(0))) }
    let figure = Figure(
      body: content, title: title, summary: summary,
      source: source == nil ? [] : citations.read(run, unknown: &unknownKeys).inPlacesOfTheirOwn,
      firstStep: nil,
      span: span)
    return (figure, id.map { ($0, yaml.place(of: idSpan ?? .at(0))) })
  }

  /// Whether a figure is small enough to be read, measured once aliases are what they stand for.
  private mutating func isReadable(_ value: YAMLValue, _ yaml: BodyText) -> Bool {
    var problem: Diagnostic?
    var letters = 0
    value.visit { value in
      figureValues += 1
      let length = value.string?.utf8.count ?? 0
      letters += length
      if length > FigureLimits.letters {
        problem = .figureTextLong(length, limit: FigureLimits.letters, at: value.span)
      } else if letters > FigureLimits.allLetters {
        problem = .figureTextLong(letters, limit: FigureLimits.allLetters, at: value.span)
      } else if figureValues > FigureLimits.values {
        problem = .figureTooLarge(figureValues, limit: FigureLimits.values, at: BodyText.fence)
      }
      return problem == nil
    }
    guard let problem else { return true }
    report([problem], yaml)
    return false
  }

  private mutating func report(_ problems: [Diagnostic], _ body: BodyText) {
    diagnostics += problems.map { problem in
      var problem = problem
      problem.span = body.place(of: problem.span)
      return problem
    }
  }

  /// The text up to a `#` that may begin a comment, on every line.
  ///
  /// Where a quotation mark is one depends on what stands around it, which a text that could not be read does not tell; so
  /// words behind a `#` are lost rather than a comment shown.
  private static func withoutYAMLComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard
        let hash = line.indices.first(where: { index in
          line[index] == "#"
            && (index == line.startIndex || line[line.index(before: index)].isWhitespace)
        })
      else { return String(line) }
      return String(line[..<hash])
    }.joined(separator: "\n")
  }
}

extension [Inline] {
  /// With citations that stand in different places, also where the places in a folded value cannot be told apart.
  fileprivate var inPlacesOfTheirOwn: [Inline] {
    var last = -1
    return map { inline in
      guard case .citation(var citation) = inline else { return inline }
      last = Swift.max(last + 1, citation.span.lower)
      citation.span = Span(last, Swift.max(last, citation.span.upper))
      return .citation(citation)
    }
  }
}

/// The YAML of a fence as Markdown reads it, and where its lines stand in the file.
private struct BodyText {
  /// Stands for the opening fence among the places of a body.
  static let fence = Span(-3, 0)

  let file: SourceFile
  private let opening: Span
  /// For each line of the body where it begins in the body and in the briefing's file.
  private let lines: [(start: Int, origin: Int)]

  init(_ literal: String, in briefing: SourceFile, fence: Span) {
    let file = SourceFile(path: briefing.path, text: literal)
    self.file = file
    opening = Span(fence.lower, fence.lower + 3)
    let first = briefing.lineIndex(of: fence.lower) + 1
    // What a line is prefixed with in a quotation or list is no part of the body; both lines end alike.
    lines = file.lineStarts.indices.map { index in
      let line = file.lineSpan(index)
      let source = briefing.lineSpan(min(first + index, briefing.lineStarts.count - 1))
      return (line.lower, max(source.lower, source.upper - line.length))
    }
  }

  /// Where a span of the body stands in the briefing's file.
  func place(of span: Span) -> Span {
    guard span.lower >= 0 else { return opening }
    return Span(offset(span.lower), offset(span.upper))
  }

  private func offset(_ offset: Int) -> Int {
    let line = lines[file.lineIndex(of: offset)]
    return line.origin + offset - line.start
  }
}

/// How much the figures of a briefing may hold.
private enum FigureLimits {
  /// The bytes of one text.
  static let letters = 2_000
  /// The bytes of a title, which must leave room for the figure on its slide.
  static let title = 800
  /// The bytes of all texts of one figure.
  static let allLetters = 20_000
  /// The keys, values, lists and mappings of all figures together.
  static let values = 20_000
}

extension Diagnostic.Code {
  static let figureTextLong = Self(
    "figure-text-long", .error,
    summary: "A figure has more words than anybody can read.",
    remedy: "Shorten them, and put the rest into the text.")
  static let figureEmpty = Self(
    "figure-empty", .error,
    summary: "A figure fence holds nothing.",
    remedy: "Write what the figure shows as YAML between the fences.")
}

extension Diagnostic {
  fileprivate static func figureTextLong(_ length: Int, limit: Int, at span: Span) -> Self {
    Self(
      .figureTextLong, "texts of \(length) bytes are more than the limit of \(limit)", at: span,
      help: "shorten them, and put the rest into the text")
  }

  fileprivate static func figureEmpty(_ name: String, at span: Span) -> Self {
    Self(
      .figureEmpty, "the `\(name)` holds nothing", at: span,
      help: "write what it shows as YAML between the fences")
  }
}
