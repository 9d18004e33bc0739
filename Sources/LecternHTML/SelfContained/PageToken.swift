import LecternSource

/// A tag of a finished page, with its place in the page's bytes.
///
/// Reads markup that follows the rules, as our own does and a project's templates should. Texts, comments and what
/// stands inside scripts, styles and titles are passed over.
struct PageToken {
  /// The element's name in small letters; `!doctype` is one.
  var name: String
  /// Whether the tag ends an element.
  var isEnd: Bool
  /// Where the tag stands, brackets included.
  var range: Range<Int>
  /// What stands in a start tag, in its order.
  var attributes: [Attribute] = []

  /// An attribute of a tag.
  struct Attribute {
    /// The name in small letters.
    var name: String
    /// The value, with the characters for which references stand.
    var value: String
    /// Where the value stands, quotes not included; empty at the name's end when there is none.
    var range: Range<Int>
    /// Where the whole attribute stands, with the white space before it.
    var whole: Range<Int>
  }

  /// The value of an attribute.
  subscript(_ name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// The text of some bytes between tags, with the characters for which references stand.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    Reader.withoutReferences(String(decoding: bytes, as: UTF8.self))
  }

  /// The tags of a page, in its order.
  static func all(in page: [UInt8]) -> [PageToken] {
    var reader = Reader(page: page)
    return reader.tokens()
  }
}

private struct Reader {
  let page: [UInt8]
  var at = 0

  /// Elements in which no tag but their own end counts.
  private static let ofText: Set<String> = ["script", "style", "title", "textarea"]

  mutating func tokens() -> [PageToken] {
    var tokens: [PageToken] = []
    while let start = page[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start
      if starts(with: "<!--") {
        skip(to: "-->")
        continue
      }
      guard let token = token() else {
        at = start + 1
        continue
      }
      tokens.append(token)
      if !token.isEnd, Self.ofText.contains(token.name) { skipText(of: token.name) }
    }
    return tokens
  }

  private mutating func token() -> PageToken? {
    let start = at
    at += 1
    let isEnd = current == UInt8(ascii: "/")
    if isEnd { at += 1 }
    guard let first = current, first.isLetter || first == UInt8(ascii: "!") else { return nil }
    let nameStart = at
    while let byte = current, !byte.isSpace, !Array("/>".utf8).contains(byte) { at += 1 }
    let name = text(nameStart..<at)
    var attributes: [PageToken.Attribute] = []
    while let byte = current, byte != UInt8(ascii: ">") {
      if byte.isSpace || byte == UInt8(ascii: "/") {
        at += 1
      } else {
        attributes.append(attribute())
      }
    }
    at = min(at + 1, page.count)
    return PageToken(
      name: name.lowercased(), isEnd: isEnd, range: start..<at, attributes: attributes)
  }

  private mutating func attribute() -> PageToken.Attribute {
    var start = at
    while start > 0, page[start - 1].isSpace { start -= 1 }
    let nameStart = at
    // The first byte belongs to the name whatever it is, so that every turn moves on.
    at += 1
    while let byte = current, !byte.isSpace, !Array("=/>".utf8).contains(byte) { at += 1 }
    let name = text(nameStart..<at).lowercased()
    let nameEnd = at
    skipSpace()
    guard current == UInt8(ascii: "=") else {
      at = nameEnd
      return .init(name: name, value: "", range: nameEnd..<nameEnd, whole: start..<nameEnd)
    }
    at += 1
    skipSpace()
    let range: Range<Int>
    if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let valueStart = at
      while let byte = current, byte != quote { at += 1 }
      range = valueStart..<at
      at = min(at + 1, page.count)
    } else {
      let valueStart = at
      while let byte = current, !byte.isSpace, byte != UInt8(ascii: ">") { at += 1 }
      range = valueStart..<at
    }
    return .init(
      name: name, value: Self.withoutReferences(text(range)), range: range, whole: start..<at)
  }

  /// A value with the characters for which the references of our own writer stand.
  static func withoutReferences(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    // By bytes: an accent behind a reference is no part of it.
    let parts = text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    return parts.dropFirst().reduce(into: parts.first ?? "") { result, part in
      let found = references.first { part.utf8.starts(with: $0.name.utf8) }
      result += found?.character ?? "&"
      result += String(Substring(part.utf8.dropFirst(found?.name.utf8.count ?? 0)))
    }
  }

  private static let references: [(name: String, character: String)] = [
    ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("amp;", "&"),
  ]

  // MARK: Bytes

  private var current: UInt8? { at < page.count ? page[at] : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: page[range], as: UTF8.self) }

  private func starts(with word: String) -> Bool { page[at...].starts(with: word.utf8) }

  private mutating func skipSpace() { while let byte = current, byte.isSpace { at += 1 } }

  private mutating func skip(to word: String) {
    while at < page.count, !starts(with: word) { at += 1 }
    at = min(at + word.utf8.count, page.count)
  }

  /// Goes to the end tag of an element, or to the end of the page.
  private mutating func skipText(of name: String) {
    let end = Array("</\(name)".utf8)
    while at < page.count {
      let here = page[at...].prefix(end.count)
      if here.first == end.first, here.count == end.count,
        zip(here, end).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return
      }
      at += 1
    }
  }
}
