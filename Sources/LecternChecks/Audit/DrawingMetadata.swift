/// Takes out of an SVG file what it says beside the drawing: comments, metadata, and the notes of drawing programs, which
/// hold paths, dates and names.
public struct DrawingMetadata: Sendable {
  /// The file without its metadata.
  public private(set) var drawing: [UInt8] = []
  /// What was taken out.
  public private(set) var removed: [UInt8] = []

  private let bytes: [UInt8]
  private var kept = 0

  /// Parts a file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var reader = MarkupReader(bytes)
    var depth = 0
    var start = 0
    while let piece = reader.next() {
      let end = reader.offset
      defer { start = end }
      switch piece {
      case .open(let name, let attributes):
        let isEmpty = end - start > 2 && bytes[end - 2] == UInt8(ascii: "/")
        if depth > 0 || Self.isNote(name) {
          remove(start..<end)
          if !isEmpty { depth += 1 }
        } else {
          for attribute in attributes where Self.isNote(attribute.name) { remove(attribute.whole) }
        }
      case .close:
        if depth > 0 {
          depth -= 1
          remove(start..<end)
        }
      case .comment:
        if depth > 0 || isHidden(start) { remove(start..<end) }
      case .text, .raw:
        if depth > 0 { remove(start..<end) }
      }
    }
    drawing += bytes[kept...]
  }

  private mutating func remove(_ range: Range<Int>) {
    drawing += bytes[kept..<range.lowerBound]
    removed += bytes[range]
    removed.append(0x0A)
    kept = range.upperBound
  }

  /// Whether a piece is a comment or an instruction for a program, and no declaration.
  private func isHidden(_ start: Int) -> Bool {
    let piece = bytes[start...]
    return piece.starts(with: "<!--".utf8)
      || (piece.starts(with: "<?".utf8) && !piece.starts(with: "<?xml ".utf8))
  }

  /// Whether an element or attribute says nothing of the drawing.
  private static func isNote(_ name: String) -> Bool {
    name == "metadata"
      || ["inkscape:", "sodipodi:", "rdf:", "cc:", "dc:", "sketch:", "serif:", "i:", "v:", "bx:"]
        .contains { name.hasPrefix($0) }
  }
}
