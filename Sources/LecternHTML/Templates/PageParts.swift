import LecternSource

/// A part of a page that is markup.
struct PagePart {
  /// Whether it is nothing, since templates ask for that.
  let isEmpty: Bool
  /// How many bytes to make room for.
  let size: Int
  /// Writes it into the page.
  let write: (inout HTMLWriter) -> Void

  /// A part that is written already.
  init(_ html: HTMLWriter) {
    isEmpty = html.bytes.isEmpty
    size = html.bytes.count
    write = { $0.append(html) }
  }

  /// A part that is written where it stands, since a copy of it would take much memory.
  init(isEmpty: Bool, size: Int, _ write: @escaping (inout HTMLWriter) -> Void) {
    self.isEmpty = isEmpty
    self.size = size
    self.write = write
  }
}

/// The parts of a page that are markup, by the names that a template calls them by.
///
/// They are most of the page. What fills the template in is given a mark for each, so that markup is copied once, into the page,
/// and never read as text.
struct PageParts {
  private let names: [String]
  private let parts: [PagePart]

  init(_ parts: [String: PagePart]) {
    let parts = parts.sorted { $0.key < $1.key }
    names = parts.map(\.key)
    self.parts = parts.map(\.value)
  }

  /// A mark for each part, or no word for one that is empty.
  var marks: [String: String] {
    Dictionary(
      uniqueKeysWithValues: names.enumerated().map { index, name in
        (name, parts[index].isEmpty ? "" : Self.mark(index))
      })
  }

  /// Two controls, which no text on a page has.
  private static func mark(_ index: Int) -> String { "\u{1}\(index)\u{2}" }
  private static let start = Array("\u{1}".utf8)
  private static let end = Array("\u{2}".utf8)

  /// A page with the parts in place of their marks.
  func page(_ marked: String) -> [UInt8] {
    var marked = marked
    return marked.withUTF8 { bytes in
      var page = HTMLWriter()
      page.makeRoom(for: bytes.count + parts.reduce(0) { $0 + $1.size })
      var copied = 0
      var offset = 0
      while offset < bytes.count {
        guard bytes[offset] == Self.start[0], let mark = mark(in: bytes, at: offset) else {
          offset += 1
          continue
        }
        page.raw(bytes[copied..<offset])
        parts[mark.index].write(&page)
        offset = mark.end
        copied = offset
      }
      page.raw(bytes[copied...])
      return page.bytes
    }
  }

  /// The number of the part whose mark stands at an offset, and where the mark ends.
  private func mark(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (index: Int, end: Int)? {
    let rest = bytes[offset...]
    guard rest.starts(with: Self.start) else { return nil }
    let digits = rest.dropFirst(Self.start.count).prefix { $0.isDigit }
    guard bytes[digits.endIndex...].starts(with: Self.end),
      let index = Int(String(decoding: digits, as: UTF8.self)), parts.indices.contains(index)
    else { return nil }
    return (index, digits.endIndex + Self.end.count)
  }
}
