import LecternSource

/// A raw HTML tag, comment or declaration as an author wrote it.
public struct RawTag: Sendable, Equatable {
  /// What kind of markup it is.
  public enum Form: Sendable, Equatable {
    case open(isSelfClosing: Bool)
    case close
    case comment
    /// `<!DOCTYPE …>`, `<?…?>` or `<![CDATA[…]]>`.
    case declaration
  }

  /// What kind of markup it is.
  public var form: Form
  /// The element's name in lower case; empty for comments and declarations.
  public var name: String
  /// The attributes in order, names in lower case, values without quotes and with character references decoded.
  public var attributes: [Attribute]
  /// The bytes that it takes, offsets in the bytes that were read.
  public var range: Range<Int>

  /// One attribute of a tag.
  public struct Attribute: Sendable, Equatable {
    /// The name in lower case.
    public var name: String
    /// The value, with character references decoded.
    public var value: String
  }

  /// Reads the tag that begins at an offset, or returns nil when `<` begins no markup there.
  public static func read(_ bytes: [UInt8], at start: Int, end: Int? = nil) -> RawTag? {
    var missing = MissingEnds()
    return read(bytes, at: start, end: end ?? bytes.count, &missing)
  }

  /// Where the comments of a stretch of bytes stand, tags between them passed over.
  package static func comments(in bytes: [UInt8], _ stretch: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var missing = MissingEnds()
    var at = stretch.lowerBound
    while at < stretch.upperBound {
      if bytes[at] == UInt8(ascii: "<"),
        let tag = read(bytes, at: at, end: stretch.upperBound, &missing), tag.form == .comment
      {
        found.append(tag.range)
        at = tag.range.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// Reads the tag that begins at an offset, and remembers which ends do not come before `end` any more.
  static func read(
    _ bytes: [UInt8], at start: Int, end: Int, _ missing: inout MissingEnds
  ) -> RawTag? {
    var scanner = Scanner(bytes: bytes, at: start, end: end, missing: missing)
    defer { missing = scanner.missing }
    return scanner.tag()
  }
}

/// The ends of comments and declarations that were looked for in vain, so that thousands of beginnings without an end are not
/// each followed through the whole text.
struct MissingEnds {
  private var stretches: [String: Range<Int>] = [:]

  /// Whether an end is known to be missing in a stretch.
  func contains(_ closing: String, in stretch: Range<Int>) -> Bool {
    guard let known = stretches[closing] else { return false }
    return known.lowerBound <= stretch.lowerBound && stretch.upperBound <= known.upperBound
  }

  mutating func insert(_ closing: String, in stretch: Range<Int>) {
    stretches[closing] = stretch
  }
}

/// Reads one piece of markup by the grammar of CommonMark's raw HTML.
private struct Scanner {
  let bytes: [UInt8]
  let start: Int
  var at: Int
  let end: Int
  private(set) var missing: MissingEnds

  init(bytes: [UInt8], at: Int, end: Int, missing: MissingEnds) {
    self.bytes = bytes
    self.missing = missing
    start = at
    self.at = at
    self.end = end
  }

  var current: UInt8? { at < end ? bytes[at] : nil }

  mutating func tag() -> RawTag? {
    guard current == UInt8(ascii: "<") else { return nil }
    at += 1
    switch current {
    case UInt8(ascii: "!"):
      if starts(with: "!--") {
        at += 3
        return finish("-->", .comment)
      }
      return starts(with: "![CDATA[") ? finish("]]>", .declaration) : finish(">", .declaration)
    case UInt8(ascii: "?"): return finish("?>", .declaration)
    case UInt8(ascii: "/"):
      at += 1
      guard let name = name() else { return nil }
      _ = space()
      guard current == UInt8(ascii: ">") else { return nil }
      return RawTag(form: .close, name: name, attributes: [], range: start..<(at + 1))
    default: return openTag()
    }
  }

  private mutating func openTag() -> RawTag? {
    guard let name = name() else { return nil }
    var attributes: [RawTag.Attribute] = []
    while true {
      let hasSpace = space()
      switch current {
      case UInt8(ascii: ">"):
        return RawTag(
          form: .open(isSelfClosing: false), name: name, attributes: attributes,
          range: start..<(at + 1))
      case UInt8(ascii: "/"):
        at += 1
        guard current == UInt8(ascii: ">") else { return nil }
        return RawTag(
          form: .open(isSelfClosing: true), name: name, attributes: attributes,
          range: start..<(at + 1))
      case nil: return nil
      default:
        guard hasSpace, let attribute = attribute() else { return nil }
        attributes.append(attribute)
      }
    }
  }

  private mutating func attribute() -> RawTag.Attribute? {
    let first = at
    while let byte = current, byte.isNamePart || [0x5F, 0x3A, 0x2E].contains(byte) { at += 1 }
    guard at > first else { return nil }
    let name = text(first, at).lowercased()
    let afterName = at
    _ = space()
    guard current == UInt8(ascii: "=") else {
      at = afterName
      return RawTag.Attribute(name: name, value: "")
    }
    at += 1
    _ = space()
    guard let quote = current else { return nil }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let valueStart = at
      while let byte = current, byte != quote { at += 1 }
      guard current == quote else { return nil }
      at += 1
      return RawTag.Attribute(
        name: name, value: CharacterReference.decoded(bytes[valueStart..<(at - 1)]))
    }
    let valueStart = at
    while let byte = current, !byte.isSpace, !Set("\"'=<>`".utf8).contains(byte) { at += 1 }
    return at > valueStart
      ? RawTag.Attribute(name: name, value: CharacterReference.decoded(bytes[valueStart..<at]))
      : nil
  }

  private mutating func name() -> String? {
    guard let first = current, first.isLetter else { return nil }
    let nameStart = at
    while let byte = current, byte.isNamePart { at += 1 }
    return text(nameStart, at).lowercased()
  }

  private mutating func space() -> Bool {
    let first = at
    while let byte = current, byte.isSpace { at += 1 }
    return at > first
  }

  private mutating func finish(_ closing: String, _ form: RawTag.Form) -> RawTag? {
    let first = at
    guard !missing.contains(closing, in: first..<end) else { return nil }
    while at < end {
      if starts(with: closing) {
        return RawTag(
          form: form, name: "", attributes: [], range: start..<(at + closing.utf8.count))
      }
      at += 1
    }
    missing.insert(closing, in: first..<end)
    return nil
  }

  private func starts(with text: String) -> Bool {
    end - at >= text.utf8.count && bytes[at..<(at + text.utf8.count)].elementsEqual(text.utf8)
  }

  private func text(_ from: Int, _ to: Int) -> String {
    String(decoding: bytes[from..<to], as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isNamePart: Bool { isLetter || isDigit || self == 0x2D }
}
