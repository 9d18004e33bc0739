import LecternSource

/// Keeps footnotes that cmark throws away: those that nothing refers to, and second ones of the same name.
///
/// cmark drops both without a word. Each is given a reference after the end of the text, parsed again, and the
/// reference is taken out of the tree.
struct FootnoteRescue {
  private(set) var bytes: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile

  init(file: SourceFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Adds references for the lost footnotes of a tree, and says whether there are any.
  mutating func rescue(_ tree: MarkdownTree, from base: Int) -> Bool {
    let definitions = written(from: base, outside: tree)
    guard !definitions.isEmpty else { return false }
    let keptLines = Set(
      tree.nodes.compactMap { node -> Int? in
        guard case .footnoteDefinition = node.kind else { return nil }
        return file.lineIndex(of: node.span.lower)
      })
    var spare = SpareNames(except: namesInUse())
    var seen: Set<String> = []
    var added = ""
    for definition in definitions {
      let isFirst = seen.insert(definition.label.lowercased()).inserted
      let line = file.lineIndex(of: definition.span.lower)
      guard !keptLines.contains(line) else { continue }
      diagnostics.append(.footnoteWithoutReference(definition.label, isFirst, at: definition.span))
      var label = definition.label
      if !isFirst {
        guard let other = spare.next(ofBytes: label.utf8.count) else {
          diagnostics.append(.footnoteLost(label, at: definition.span))
          continue
        }
        label = other
        bytes.replaceSubrange(
          (definition.span.lower + 2)..<(definition.span.lower + 2 + label.utf8.count),
          with: label.utf8)
      }
      added += "[^\(label)]\n\n"
    }
    guard !added.isEmpty else { return false }
    bytes += Array("\n\n\(added)".utf8)
    return true
  }

  /// The names of all footnotes that are referred to or defined, or might be.
  private func namesInUse() -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    return Set(
      text.split(separator: "[^").dropFirst().map { $0.prefix { $0 != "]" }.lowercased() })
  }

  /// The places of `[^name]:` at the start of a line, code and raw HTML left out.
  private func written(from base: Int, outside tree: MarkdownTree) -> [(label: String, span: Span)]
  {
    var found: [(String, Span)] = []
    for line in file.lineIndex(of: base)..<file.lineStarts.count {
      let span = file.lineSpan(line)
      var at = max(span.lower, base)
      while at < span.upper, [0x20, 0x09, 0x3E].contains(bytes[at]) { at += 1 }
      guard at + 4 < span.upper, bytes[at] == 0x5B, bytes[at + 1] == 0x5E else { continue }
      guard let close = bytes[(at + 2)..<span.upper].firstIndex(of: 0x5D), close > at + 2,
        close + 1 < span.upper, bytes[close + 1] == 0x3A
      else { continue }
      let label = String(decoding: bytes[(at + 2)..<close], as: UTF8.self)
      found.append((label, Span(at, close + 2)))
    }
    guard !found.isEmpty else { return [] }
    let hidden = tree.nodes.compactMap { node -> Span? in
      switch node.kind {
      case .codeBlock, .htmlBlock, .code: node.span
      default: nil
      }
    }
    // Both lists are in the order of the text, so one pass over both is enough.
    var next = 0
    return found.filter { place in
      while next < hidden.count, hidden[next].upper <= place.1.lower { next += 1 }
      return next == hidden.count || !hidden[next].contains(place.1)
    }
  }

}

/// Names that no footnote has.
private struct SpareNames {
  private let taken: Set<String>
  /// How many names of a number of bytes have been tried.
  private var tried: [Int: Int] = [:]

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  init(except taken: Set<String>) {
    self.taken = taken
  }

  /// A name of so many bytes, which keeps every span true; nil when there are no more.
  mutating func next(ofBytes count: Int) -> String? {
    while let name = name(tried[count, default: 0], ofBytes: count) {
      tried[count, default: 0] += 1
      if !taken.contains(name) { return name }
    }
    return nil
  }

  /// The name with a number, its last letter changing first.
  private func name(_ number: Int, ofBytes count: Int) -> String? {
    var rest = number
    var name: [Character] = []
    for _ in 0..<count {
      name.append(Self.letters[rest % Self.letters.count])
      rest /= Self.letters.count
    }
    return rest == 0 ? String(name.reversed()) : nil
  }
}

extension Diagnostic.Code {
  static let footnoteWithoutReference = Self(
    "footnote-without-reference", .warning,
    summary:
      "A footnote has no reference, or its name is taken by an earlier one; it is added at the end.",
    remedy: "Refer to it with `[^name]`, give it a name of its own, or take it out.")
  static let footnoteLost = Self(
    "footnote-lost", .error,
    summary: "So many footnotes share a name that one cannot be kept.",
    remedy: "Give each a name of its own.")
}

extension Diagnostic {
  fileprivate static func footnoteWithoutReference(
    _ label: String, _ isFirst: Bool, at span: Span
  ) -> Self {
    Self(
      .footnoteWithoutReference,
      isFirst
        ? "nothing refers to the footnote `\(label)`"
        : "the footnote `\(label)` is defined a second time", at: span,
      help: isFirst
        ? "refer to it with `[^\(label)]`, or take it out"
        : "give it a name of its own and refer to that")
  }

  fileprivate static func footnoteLost(_ label: String, at span: Span) -> Self {
    Self(
      .footnoteLost, "too many footnotes are called `\(label)` to keep this one", at: span,
      help: "give it a name of its own and refer to that")
  }
}
