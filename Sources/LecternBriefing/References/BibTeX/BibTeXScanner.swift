import LecternSource

/// Cuts a BibTeX file into entries; a broken one is reported, and the next `@` at the start of a line goes on.
struct BibTeXScanner {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var at = 0
  private var macros: [String: String]
  private var entries: [BibTeXEntry] = []
  private var problems: [Diagnostic] = []
  /// How many bytes values may still have: names of strings can multiply what is written without end.
  private var room: Int
  /// Whether a comment was found that is never closed.
  private var hasOpenComment = false

  /// What stops an entry.
  private struct Break: Error {
    var message: String
    var help: String
    var place: Int
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    macros = Self.months
    room = 4 * file.bytes.count + 65_536
  }

  /// The entries of a file in order.
  static func entries(of file: SourceFile) -> Diagnosed<[BibTeXEntry]> {
    var scanner = BibTeXScanner(file)
    scanner.scan()
    return Diagnosed(scanner.entries, scanner.problems)
  }

  private static let months: [String: String] = [
    "jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6", "jul": "7", "aug": "8",
    "sep": "9", "oct": "10", "nov": "11", "dec": "12",
  ]

  private mutating func scan() {
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "@")) {
      at = start + 1
      do throws(Break) {
        try readItem(from: start)
      } catch {
        let end = min(error.place + 1, bytes.count)
        problems.append(
          Diagnostic(
            .bibtexSyntax, error.message, at: Span(min(error.place, end), end), help: error.help))
        resume(after: start)
      }
    }
  }

  /// Goes on at the next line that begins an entry, by the same signs by which an open value ends: so nothing is read twice.
  private mutating func resume(after start: Int) {
    at = start + 1
    while let found = bytes[at...].firstIndex(of: UInt8(ascii: "@")) {
      at = found
      if isAtStartOfLine(found), beginsEntry(found) { return }
      at += 1
    }
    at = bytes.count
  }

  /// Whether nothing but spaces stands before a place on its line.
  private func isAtStartOfLine(_ place: Int) -> Bool {
    var before = place
    while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    return before == 0 || bytes[before - 1] == 0x0A || bytes[before - 1] == 0x0D
  }

  private mutating func readItem(from start: Int) throws(Break) {
    // Text between entries is a comment, `@` or not.
    guard let first = current, first > 0x20 else { return }
    let type = name().lowercased()
    skipSpace()
    guard let open = current, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      if type.isEmpty || !isAtStartOfLine(start) { return }
      throw stop("`@\(type)` has no brace", "write `@\(type){key, … }`")
    }
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    at += 1
    switch type {
    case "comment", "preamble":
      at -= 1
      try skipBalanced(open, close)
    case "string":
      let field = try field()
      macros[field.name] = field.value
      try end(with: close)
    default: try readEntry(type, close)
    }
  }

  private mutating func readEntry(_ type: String, _ close: UInt8) throws(Break) {
    skipSpace()
    let keyStart = at
    while let byte = current, byte != UInt8(ascii: ","), byte != close, byte > 0x20 { at += 1 }
    let span = Span(keyStart, at)
    let key = file.text(in: span)
    skipSpace()
    if current == UInt8(ascii: "=") || key.isEmpty {
      throw Break(
        message: "this entry has no key", help: "write `@\(type){surname2021, …`", place: keyStart)
    }
    var entry = BibTeXEntry(type: type, key: key, span: span)
    while true {
      skipSpace()
      guard let byte = current, byte != UInt8(ascii: "@") else {
        throw Break(message: "this entry is never closed", help: "write `}`", place: keyStart)
      }
      if byte == close {
        at += 1
        break
      }
      guard byte == UInt8(ascii: ",") else {
        throw stop(
          "a comma is missing before this field", "write `,` at the end of the field before")
      }
      at += 1
      skipSpace()
      if current == close || current == UInt8(ascii: ",") { continue }
      entry.fields.append(try field())
    }
    entries.append(entry)
  }

  private mutating func field() throws(Break) -> BibTeXEntry.Field {
    skipSpace()
    let start = at
    let name = name().lowercased()
    let span = Span(start, at)
    guard !name.isEmpty else { throw stop("a field has no name", "write `name = {value}`") }
    skipSpace()
    guard current == UInt8(ascii: "=") else {
      throw stop("`\(name)` has no value", "write `\(name) = {…}`")
    }
    at += 1
    return BibTeXEntry.Field(name: name, value: try value(), span: span)
  }

  /// Pieces that `#` joins: text in braces or quotation marks, numbers, and names of strings.
  private mutating func value() throws(Break) -> String {
    var text = ""
    while true {
      skipSpace()
      let start = at
      switch current {
      case UInt8(ascii: "{"): text += try balanced(until: UInt8(ascii: "}"))
      case UInt8(ascii: "\""): text += try balanced(until: UInt8(ascii: "\""))
      default:
        let word = name()
        guard !word.isEmpty else { throw stop("a value is missing", "write `{…}`") }
        if let known = macros[word.lowercased()] {
          text += known
        } else {
          if word.contains(where: { !$0.isNumber }) {
            problems.append(
              Diagnostic(
                .bibtexStringUnknown, "no `@string` is called `\(word)`", at: Span(start, at),
                help: "write `{\(word)}`, or `@string{\(word) = {…}}` above"))
          }
          text += word
        }
      }
      guard text.utf8.count <= room else {
        throw stop("the strings of this file make too long a text", "write the values out")
      }
      skipSpace()
      guard current == UInt8(ascii: "#") else { break }
      at += 1
    }
    room -= text.utf8.count
    return text
  }

  /// The text between a brace or quotation mark and its partner; braces inside balance, a backslash protects them.
  private mutating func balanced(until close: UInt8) throws(Break) -> String {
    let open = at
    at += 1
    var depth = 0
    while let byte = current {
      if byte == close, depth == 0 {
        at += 1
        return file.text(in: Span(open + 1, at - 1))
      }
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\") where at + 1 < bytes.count: at += 1
      case UInt8(ascii: "\n") where beginsEntry(afterSpaces(at + 1)),
        UInt8(ascii: "\r") where beginsEntry(afterSpaces(at + 1)):
        depth = -1
      default: break
      }
      guard depth >= 0 else { break }
      at += 1
    }
    throw Break(
      message: "this value is never closed", help: "close it with what it opens with", place: open)
  }

  /// Whether `@type{` stands at a place: what is open at such a line was forgotten, and the entry must not be lost with it.
  private func beginsEntry(_ start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@") else { return false }
    let type = bytes[(start + 1)...].prefix(24).prefix {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
    }
    let brace =
      type.endIndex < bytes.count && bytes[type.endIndex] == 0x20
      ? type.endIndex + 1 : type.endIndex
    return !type.isEmpty && brace < bytes.count && bytes[brace] == UInt8(ascii: "{")
  }

  /// The first place from one on that is no space.
  private func afterSpaces(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  private mutating func skipBalanced(_ open: UInt8, _ close: UInt8) throws(Break) {
    let start = at
    var depth = 0
    while !hasOpenComment, let byte = current {
      at += 1
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return }
    }
    // What is open once stays open to the end, so that nothing is read to there twice.
    hasOpenComment = true
    throw Break(message: "this is never closed", help: "write `}`", place: start)
  }

  private mutating func end(with close: UInt8) throws(Break) {
    skipSpace()
    guard current == close else { throw stop("this is never closed", "write `}`") }
    at += 1
  }

  private func stop(_ message: String, _ help: String) -> Break {
    Break(message: message, help: help, place: at)
  }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte <= 0x20 { at += 1 }
  }

  /// A name of a type, field or string, or a number.
  private mutating func name() -> String {
    skipSpace()
    let start = at
    while let byte = current, byte > 0x20, !Self.delimiters.contains(byte) { at += 1 }
    return file.text(in: Span(start, at))
  }

  private static let delimiters: Set<UInt8> = Set("{}()\",#=%@".utf8)
}

extension Diagnostic.Code {
  static let bibtexSyntax = Self(
    "bibtex-syntax", .error,
    summary: "An entry of a BibTeX file is broken and cannot be cited.",
    remedy: "Write it as `@type{key, field = {value}, … }`.")
  static let bibtexStringUnknown = Self(
    "bibtex-string-unknown", .warning,
    summary: "A value in BibTeX is neither in braces nor the name of an `@string`.",
    remedy: "Put it in braces.")
}
