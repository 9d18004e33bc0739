import LecternSource
import Yams

/// What is wrong with a YAML text, in an author's words.
struct YAMLProblem {
  private let message: String
  private let help: String
  private let span: Span

  /// The diagnostic.
  var diagnostic: Diagnostic { Diagnostic(.yamlSyntax, message, at: span, help: help) }

  /// A text that cannot be read, for a reason that is not known.
  init(_ text: YAMLText) {
    message = "this is not valid YAML"
    help = "write `key: value` lines"
    span = Span(text.span.lower, text.endOfLine(text.span.lower))
  }

  /// A byte that is no part of a text.
  init(invalidByteAt offset: Int) {
    message = "this byte is not UTF-8 text"
    help = "save the file as UTF-8"
    span = Span(offset, offset + 1)
  }

  private init(message: String, help: String, span: Span) {
    self.message = message
    self.help = help
    self.span = span
  }

  /// An error of the YAML library.
  init(_ error: YamlError, in text: YAMLText) {
    switch error {
    case .scanner(let context?, let problem, _, _) where problem.contains("end of stream"):
      self.init(neverClosedAt: text.offset(of: context.mark), in: text)
    case .scanner(let context?, let problem, _, _) where problem.contains("find expected ':'"):
      self.init(withoutColonAt: text.offset(of: context.mark), in: text)
    case .parser(let context?, let problem, _, _) where problem.contains("',' or"):
      self.init(neverClosedAt: text.offset(of: context.mark), in: text)
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(problem, at: text.offset(of: mark), in: text)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let place = Self.second(key, in: text) ?? text.offset(of: context.mark)
      self.init(
        message: "`\(key)` stands here a second time", help: "keep one of them",
        span: Span(place, place + key.utf8.count))
    case .reader(let problem, let offset, _, _):
      self.init(
        message: "this is not valid YAML: \(problem)", help: "take out the character",
        span: .at(text.span.lower + (offset ?? 0)))
    default: self.init(text)
    }
  }

  /// A quotation mark or bracket that opens at a place and is never closed, or not where it should be.
  private init(neverClosedAt place: Int, in text: YAMLText) {
    let end = text.endOfLine(place)
    let mark = text.file.text(in: Span(place, min(place + 1, end)))
    let closing = ["[": "]", "{": "}"][mark]
    self.init(
      message: closing == nil
        ? "the quotation mark that opens here is never closed"
        : "the list in `\(mark)\(closing ?? "")` that opens here is not closed, or lacks a comma",
      help: "write `\(closing ?? mark)` at its end", span: Span(place, end))
  }

  /// A line that should be a key and a value.
  private init(withoutColonAt place: Int, in text: YAMLText) {
    let end = text.endOfLine(place)
    let line = text.file.text(in: Span(place, end)).trimmed
    self.init(
      message: "this line has no colon", help: "write `\(line.words.first ?? ""): …`",
      span: Span(place, end))
  }

  private init(_ problem: String, at offset: Int, in text: YAMLText) {
    let place = min(offset, text.file.bytes.count)
    let lineSpan = text.file.lineSpan(text.file.lineIndex(of: place))
    let line = text.file.text(in: lineSpan)
    let character =
      place < lineSpan.upper
      ? text.file.text(in: Span(place, lineSpan.upper)).first.map(String.init) : nil
    let valueStart = Self.valueStart(line)
    let value = valueStart.map { start in
      let lower = lineSpan.lower + line[..<start].utf8.count
      return Span(lower, lineSpan.lower + line.utf8.count)
    }
    var span = Span(place, place + (character?.utf8.count ?? 0))
    let quoted = Self.quoting(line, from: valueStart)
    if line.contains("\t"), problem.contains("token") || problem.contains("indent") {
      message = "YAML does not allow a tab here"
      help = "write `\(line.replacing("\t", with: "  "))`, indented with spaces"
    } else if problem.contains("cannot start any token"), let character {
      message = "a value cannot begin with `\(character)` unless it is in quotation marks"
      let before = text.file.text(in: Span(lineSpan.lower, place))
      help = "write `\(Self.quoting(line, from: before.endIndex))`"
    } else if problem.contains("mapping values are not allowed"),
      let above = Self.lineAbove(lineSpan, in: text), !above.contains(": "),
      !above.trimmed.hasSuffix(":")
    {
      let colon = above.firstIndex(of: ":")
      message =
        "the line above this one has no colon\(colon == nil ? "" : " with a space behind it")"
      help =
        colon.map { "write `\(above[...$0].trimmed) \(above[above.index(after: $0)...])`" }
        ?? "write `\(above.trimmed):`"
    } else if problem.contains("mapping values are not allowed") {
      message = "a value with a colon and a space needs quotation marks"
      help = "write `\(quoted)`"
    } else if problem.contains("find expected") || problem.contains("undefined alias"),
      let valueStart, "*&!|>".contains(line[valueStart])
    {
      span = value ?? span
      message = "a value cannot begin with `\(line[valueStart])` unless it is in quotation marks"
      help = "write `\(quoted)`"
    } else if problem.contains("find expected key"), let valueStart,
      "[{'\"".contains(line[valueStart])
    {
      span = value ?? span
      message = "a value that begins with `\(line[valueStart])` cannot go on behind its end"
      help = "write `\(Self.quoting(line, from: valueStart, isWhole: true))`"
    } else if problem.contains("did not find expected")
      || problem.contains("could not find expected")
    {
      message = "YAML does not expect this here: \(problem)"
      help = "check the indentation and the quotation marks of this line and the one before it"
    } else {
      message = "this is not valid YAML: \(problem)"
      help = valueStart == nil ? "write `key: value` lines" : "write `\(quoted)`"
    }
    self.span = span
  }

  /// The line before a line, unless that is blank or outside the text.
  private static func lineAbove(_ line: Span, in text: YAMLText) -> String? {
    let index = text.file.lineIndex(of: line.lower)
    guard index > 0, text.file.lineStarts[index - 1] >= text.span.lower else { return nil }
    let above = text.file.text(in: text.file.lineSpan(index - 1))
    return above.trimmed.isEmpty || above.trimmed.hasPrefix("#") ? nil : above
  }

  /// Where the value of a line begins, behind its first colon with a space.
  private static func valueStart(_ line: String) -> String.Index? {
    line.firstRange(of: ": ").flatMap { colon in
      line[colon.upperBound...].firstIndex { $0 != " " }
    }
  }

  /// A line with what begins at a place in quotation marks, as far as it goes: to the end of the line or, unless all of it is
  /// wanted, of an entry in brackets, without a comment behind it; marks that stand around it already give way.
  private static func quoting(
    _ line: String, from start: String.Index?, isWhole: Bool = false
  ) -> String {
    guard let start, start < line.endIndex else { return line.trimmed }
    let isInside = !isWhole && line[..<start].contains { "[{".contains($0) }
    let reach = line[start...].prefix { !isInside || !",]}".contains($0) }
    var value = reach[..<(reach.firstRange(of: " #")?.lowerBound ?? reach.endIndex)].trimmed
    if let first = value.first, isWhole, "'\"".contains(first), value.count > 1, value.last == first
    {
      value = String(value.dropFirst().dropLast())
    }
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let rest = isInside ? line[reach.endIndex...] : ""
    return "\(line[..<start])\"\(escaped)\"\(rest)".trimmed
  }

  private static func second(_ key: String, in text: YAMLText) -> Int? {
    var found: [Int] = []
    for line in text.file.lineIndex(of: text.span.lower)..<text.file.lineStarts.count {
      let span = text.file.lineSpan(line)
      guard span.lower < text.span.upper else { break }
      let words = text.file.text(in: span)
      guard words.trimmed.hasPrefix("\(key):") else { continue }
      found.append(span.lower + words.prefix { $0 == " " }.utf8.count)
    }
    return found.count > 1 ? found[1] : nil
  }
}

extension Diagnostic.Code {
  static let yamlSyntax = Self(
    "yaml-syntax", .error,
    summary: "A YAML text cannot be read.",
    remedy:
      "Put values with `: `, or that begin with `%`, `@`, `*`, `&` or a backquote, into quotation "
      + "marks, and indent with spaces.")
}
