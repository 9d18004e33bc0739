/// A string of bytes that is looked for in many files, by Horspool's way: most bytes are never looked at.
struct ByteNeedle: Sendable {
  private let bytes: [UInt8]
  /// How far to go on, by the byte under the needle's end.
  private let skips: [Int]

  /// Makes a needle; an empty one is found nowhere.
  init(_ text: String) {
    bytes = Array(text.utf8)
    var skips = [Int](repeating: max(1, bytes.count), count: 256)
    for (offset, byte) in bytes.dropLast().enumerated() {
      skips[Int(byte)] = bytes.count - 1 - offset
    }
    self.skips = skips
  }

  /// The offset at which it is first found.
  func first(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    var end = bytes.count - 1
    while end < text.count {
      let byte = text[end]
      if byte == last, bytes.elementsEqual(text[(end - bytes.count + 1)...end]) {
        return end - bytes.count + 1
      }
      end += skips[Int(byte)]
    }
    return nil
  }
}
