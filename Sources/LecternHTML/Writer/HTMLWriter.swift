/// The one place where angle brackets are written: every text and attribute is escaped here, once.
public struct HTMLWriter: Sendable {
  /// What has been written, as UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer that has written nothing.
  public init() {}

  /// One attribute; nil values are left out.
  public typealias Attribute = (name: String, value: String?)

  /// Writes an element with what `content` writes inside it.
  public mutating func element(
    _ name: String, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element that holds a text.
  public mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes an element that has no content, such as `img`.
  public mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
    open(name, attributes)
  }

  /// Writes the start of an element; `close` must follow.
  public mutating func open(_ name: String, _ attributes: [Attribute] = []) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    self.attributes(attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes attributes alone, each after a space, for an element that a template opens.
  public mutating func attributes(_ attributes: [Attribute]) {
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      bytes.append(0x20)
      bytes.append(contentsOf: attribute.name.utf8)
      if value.isEmpty, Self.flags.contains(attribute.name) { continue }
      bytes.append(contentsOf: "=\"".utf8)
      escape(value, quotes: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Writes the end of an element.
  public mutating func close(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes a text.
  public mutating func text(_ text: String) { escape(text, quotes: false) }

  /// Writes what needs no escape: the text of a style sheet or a script, which `InlineText` has made safe, or of a template.
  mutating func raw(_ text: some Collection<UInt8>) { bytes += text }

  /// Makes room for so many bytes at once, so that none is copied as they are written.
  mutating func makeRoom(for count: Int) { bytes.reserveCapacity(count) }

  /// Writes a line end, for people who read the source.
  public mutating func line() { bytes.append(0x0A) }

  /// Writes what another writer has written.
  public mutating func append(_ other: HTMLWriter) { bytes += other.bytes }

  private static let flags: Set<String> = ["checked", "disabled", "defer", "hidden", "download"]

  private mutating func escape(_ text: String, quotes: Bool) {
    var text = text
    text.withUTF8 { source in
      // What needs no escape, mostly all of it, is copied as a whole.
      var start = 0
      for (offset, byte) in source.enumerated() {
        guard let escaped = Self.escaped(byte, quotes: quotes) else { continue }
        bytes.append(contentsOf: source[start..<offset])
        bytes.append(contentsOf: escaped.utf8)
        start = offset + 1
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  /// What stands for a byte that a page cannot have as it is; the controls of ASCII are left out, which no page may hold.
  private static func escaped(_ byte: UInt8, quotes: Bool) -> String? {
    // Letters come first, since most bytes are letters.
    guard byte <= UInt8(ascii: ">") || byte == 0x7F else { return nil }
    return switch byte {
    case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F: ""
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where quotes: "&quot;"
    default: nil
    }
  }
}
