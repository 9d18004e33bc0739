import LecternSource

/// The lines between two `---` lines at the very top of a file.
struct FrontMatterBlock {
  /// The YAML between them.
  let yaml: Span
  /// Where the Markdown begins.
  let bodyStart: Int

  /// The block at the top of a file, or nil when there is none.
  init?(_ file: SourceFile) {
    let top = FrontMatterBlock.textStart(of: file)
    guard Self.isFence(file, 0, from: top) else { return nil }
    for line in 1..<max(1, file.lineStarts.count) where Self.isFence(file, line, from: 0) {
      yaml = Span(file.lineStarts[1], file.lineStarts[line])
      bodyStart = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
      return
    }
    return nil
  }

  /// Where the text begins: after a byte-order mark.
  static func textStart(of file: SourceFile) -> Int {
    file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether a text without valid YAML still looks like front matter: a line of it begins with a key.
  func looksLikeMapping(_ file: SourceFile) -> Bool {
    file.text(in: yaml).split(separator: "\n").contains { line in
      let line = line.drop { $0.isWhitespace }
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return false }
      let after = line[line.index(after: colon)...].first
      let key = line[..<colon]
      return (after == nil || after?.isWhitespace == true)
        && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
  }

  private static func isFence(_ file: SourceFile, _ line: Int, from start: Int) -> Bool {
    let span = file.lineSpan(line)
    var text = file.bytes[max(span.lower, start)..<span.upper]
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text.elementsEqual("---".utf8)
  }
}
