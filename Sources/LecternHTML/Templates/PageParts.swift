/// The parts of a page that are markup, by the names that a template calls them by.
///
/// They are most of the page. What fills the template in is given a mark for each, so that markup is copied once, into the page,
/// and never read as text.
struct PageParts {
  private let names: [String]
  private let parts: [HTMLWriter]

  init(_ parts: [String: HTMLWriter]) {
    names = parts.keys.sorted()
    self.parts = names.map { parts[$0] ?? HTMLWriter() }
  }

  /// A mark for each part, or no word for one that is empty.
  var marks: [String: String] {
    Dictionary(
      uniqueKeysWithValues: names.enumerated().map { index, name in
        (name, parts[index].bytes.isEmpty ? "" : Self.mark(index))
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
      var page: [UInt8] = []
      page.reserveCapacity(bytes.count + parts.reduce(0) { $0 + $1.bytes.count })
      var copied = 0
      var offset = 0
      while offset < bytes.count {
        guard bytes[offset] == Self.start[0], let mark = mark(in: bytes, at: offset) else {
          offset += 1
          continue
        }
        page += bytes[copied..<offset]
        page += parts[mark.index].bytes
        offset = mark.end
        copied = offset
      }
      page += bytes[copied...]
      return page
    }
  }

  /// The number of the part whose mark stands at an offset, and where the mark ends.
  private func mark(
    in bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (index: Int, end: Int)? {
    let rest = bytes[offset...]
    guard rest.starts(with: Self.start) else { return nil }
    let digits = rest.dropFirst(Self.start.count).prefix { (0x30...0x39).contains($0) }
    guard bytes[digits.endIndex...].starts(with: Self.end),
      let index = Int(String(decoding: digits, as: UTF8.self)), parts.indices.contains(index)
    else { return nil }
    return (index, digits.endIndex + Self.end.count)
  }
}
