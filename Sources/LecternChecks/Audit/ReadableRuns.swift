/// The runs of readable characters in a file that is no text, as in the metadata of a document.
enum ReadableRuns {
  /// The runs, each apart from the next: of bytes, and of characters of two bytes in either order.
  static func text(of bytes: [UInt8]) -> FoldedText {
    var text = FoldedText()
    addRuns(of: bytes, to: &text)
    for isLittle in [true, false] {
      for start in [0, 1] { addWideRuns(of: bytes, from: start, isLittle, to: &text) }
    }
    return text
  }

  /// Shorter ones come about by chance in whatever is packed.
  private static let shortest = 6

  private static func addRuns(of bytes: [UInt8], to text: inout FoldedText) {
    var start = 0
    for offset in 0...bytes.count {
      if offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != 0x7F { continue }
      if offset - start >= shortest {
        text.breakOff(at: start)
        text.append(bytes[start..<offset], at: start)
        text.breakOff(at: offset)
      }
      start = offset + 1
    }
  }

  private static func addWideRuns(
    of bytes: [UInt8], from first: Int, _ isLittle: Bool, to text: inout FoldedText
  ) {
    var run: [(scalar: Unicode.Scalar, offset: Int)] = []
    func close(_ text: inout FoldedText) {
      if run.count >= shortest {
        for (scalar, offset) in run { text.append(scalar, from: offset..<(offset + 2)) }
        text.breakOff(at: run[run.count - 1].offset)
      }
      run.removeAll(keepingCapacity: true)
    }
    for offset in stride(from: first, to: bytes.count - 1, by: 2) {
      let pair = (UInt32(bytes[offset]), UInt32(bytes[offset + 1]))
      let value = isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
      // Letters of Latin, Greek and Cyrillic script: of all others, pairs of bytes come about by chance.
      if (0x20..<0x0530).contains(value), let scalar = Unicode.Scalar(value) {
        run.append((scalar, offset))
      } else {
        close(&text)
      }
    }
    close(&text)
  }
}
