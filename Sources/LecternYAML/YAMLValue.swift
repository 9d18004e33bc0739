package import LecternSource
import Yams

/// A value in a YAML text, with the place where an author wrote it.
package struct YAMLValue {
  private let node: Node
  private let text: YAMLText

  private init(_ node: Node, in text: YAMLText) {
    self.node = node
    self.text = text
  }

  /// Reads a text as one YAML document; nil for an empty one, a diagnostic for a broken one.
  package static func read(_ file: SourceFile, in span: Span? = nil) -> Diagnosed<YAMLValue?> {
    let text = YAMLText(file: file, span: span ?? file.span)
    // Read with a sign in its place, every place behind it would be wrong. A part is of a file that was looked at already.
    if span == nil, let offset = file.firstInvalidByte {
      return Diagnosed(nil, [YAMLProblem(invalidByteAt: offset).diagnostic])
    }
    do {
      // Every scalar is a text: what it means is for those to say who ask for it.
      guard let node = try compose(yaml: text.string, .basic, .default, .utf8) else {
        return Diagnosed(nil)
      }
      return Diagnosed(YAMLValue(node, in: text))
    } catch let error as YamlError {
      return Diagnosed(nil, [YAMLProblem(error, in: text).diagnostic])
    } catch {
      return Diagnosed(nil, [YAMLProblem(text).diagnostic])
    }
  }

  /// Where it stands; of a list or mapping only where it begins.
  package var span: Span {
    let start = node.mark.map { text.offset(of: $0) } ?? text.span.lower
    guard case .scalar(let scalar) = node else {
      return Span(start, text.endOfLine(start))
    }
    return text.scalarSpan(from: start, scalar.string)
  }

  /// The text of a scalar as written; nil for a list, a mapping or nothing.
  package var string: String? {
    guard case .scalar(let scalar) = node else { return nil }
    if text.mayHaveProperties, scalar.style == .plain || scalar.style == .any,
      let written = node.mark.flatMap({ text.properties(at: $0) })
    {
      return scalar.string.isEmpty ? written : "\(written) \(scalar.string)"
    }
    if scalar.string.isEmpty || (scalar.style == .plain && ["~", "null"].contains(scalar.string)) {
      return scalar.style == .plain || scalar.style == .any ? nil : ""
    }
    return scalar.string
  }

  /// Whether nothing is written here.
  package var isEmpty: Bool {
    guard case .scalar = node else { return false }
    return string == nil
  }

  /// The items of a list.
  package var list: [YAMLValue]? {
    guard case .sequence(let sequence) = node else { return nil }
    return sequence.map { YAMLValue($0, in: text) }
  }

  /// The keys and values of a mapping in the author's order.
  package var entries: [(key: YAMLValue, value: YAMLValue)]? {
    guard case .mapping(let mapping) = node else { return nil }
    return mapping.map { (YAMLValue($0.key, in: text), YAMLValue($0.value, in: text)) }
  }

  /// Visits every value inside, this one first, while the visitor wants more; an alias is what it stands for.
  ///
  /// - Returns: whether the visitor wanted all of them.
  @discardableResult
  package func visit(_ wantsMore: (YAMLValue) -> Bool) -> Bool {
    guard wantsMore(self) else { return false }
    if let list { return list.allSatisfy { $0.visit(wantsMore) } }
    return entries?.allSatisfy { $0.key.visit(wantsMore) && $0.value.visit(wantsMore) } ?? true
  }

  /// What it is, in an author's words.
  package var kindName: String {
    if isEmpty { return "nothing" }
    return switch node {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .alias: "an alias"
    }
  }
}

/// A stretch of a file that is read as YAML, and how to find its places again; shared by all of its values.
final class YAMLText: Sendable {
  let file: SourceFile
  let span: Span
  let string: String
  private let firstLine: Int
  /// For each long line the offset of every so many scalars: JSON may be one line, and every mark is found by its column.
  private let milestones: [Int: [Int]]

  private static let scalarsApart = 512

  /// Whether a value may begin with a name or type of YAML's own, `&name` or `!type`, which few authors mean.
  let mayHaveProperties: Bool

  init(file: SourceFile, span: Span) {
    self.file = file
    self.span = span
    string = file.text(in: span)
    let bytes = file.bytes[span.lower..<span.upper]
    mayHaveProperties = zip(bytes, bytes.dropFirst()).contains { before, byte in
      before == 0x20 && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!"))
    }
    firstLine = file.lineIndex(of: span.lower)
    milestones = Self.milestones(file, span)
  }

  private static func milestones(_ file: SourceFile, _ span: Span) -> [Int: [Int]] {
    var milestones: [Int: [Int]] = [:]
    for line in file.lineIndex(of: span.lower)...file.lineIndex(of: span.upper) {
      let lineSpan = file.lineSpan(line)
      let start = max(lineSpan.lower, span.lower)
      guard lineSpan.upper - start > 4 * scalarsApart else { continue }
      var offsets: [Int] = []
      var count = 0
      // A byte that does not go on with a scalar begins one.
      for offset in start..<lineSpan.upper where file.bytes[offset] & 0xC0 != 0x80 {
        if count % scalarsApart == 0 { offsets.append(offset) }
        count += 1
      }
      milestones[line] = offsets
    }
    return milestones
  }

  /// The offset of a mark, whose column counts scalars from 1.
  func offset(of mark: Mark) -> Int {
    let line = min(firstLine + max(0, mark.line - 1), file.lineStarts.count - 1)
    var start = file.lineSpan(line)
    if line == firstLine { start = Span(max(start.lower, span.lower), start.upper) }
    var offset = start.lower
    var column = max(0, mark.column - 1)
    if let offsets = milestones[line], !offsets.isEmpty {
      let index = min(column / Self.scalarsApart, offsets.count - 1)
      offset = offsets[index]
      column -= index * Self.scalarsApart
      start = Span(offset, min(start.upper, offset + 4 * Self.scalarsApart))
    }
    for scalar in file.text(in: start).unicodeScalars.prefix(column) {
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// The words with `&` or `!` that begin at a mark, which are text unless something asks for what they name.
  func properties(at mark: Mark) -> String? {
    let start = offset(of: mark)
    let line = file.text(in: Span(start, endOfLine(start)))
    let words = line.split(separator: " ").prefix { $0.hasPrefix("&") || $0.hasPrefix("!") }
    guard !words.isEmpty, !words.contains(where: { $0.hasPrefix("!!") }),
      !words.contains(where: { string.contains("*\($0.dropFirst())") })
    else { return nil }
    return words.joined(separator: " ")
  }

  func endOfLine(_ offset: Int) -> Int {
    min(span.upper, max(offset, file.lineSpan(file.lineIndex(of: offset)).upper))
  }

  /// The span of a scalar: its own words on one line, else the rest of the line.
  func scalarSpan(from start: Int, _ words: String) -> Span {
    let end = start + words.utf8.count
    if end <= file.bytes.count, file.bytes[start..<end].elementsEqual(words.utf8) {
      return Span(start, end)
    }
    if end + 2 <= file.bytes.count, file.bytes[(start + 1)..<(end + 1)].elementsEqual(words.utf8) {
      return Span(start, end + 2)
    }
    return Span(start, endOfLine(start))
  }
}
