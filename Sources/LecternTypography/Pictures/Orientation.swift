/// Which side of a picture is up, as cameras note it in their files (Exif 2.32, tag 274).
struct Orientation {
  /// From 1, as it is stored, to 8.
  var number: UInt8

  /// Whether width and height change places.
  var isTurned: Bool { number >= 5 }

  /// Reads it from Exif data, beginning with the byte order; nil when it says nothing, or that all is as it is stored.
  init?(exif bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count >= 14 else { return nil }
    let isLittle = bytes.starts(with: Array("II".utf8))
    guard isLittle || bytes.starts(with: Array("MM".utf8)) else { return nil }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      let part = bytes[(start + offset)..<(start + offset + count)]
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let list = number(4, 4), let count = number(list, 2) else { return nil }
    for index in 0..<count {
      let entry = list + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      guard tag == 0x0112 else { continue }
      guard let value = number(entry + 8, 2), (2...8).contains(value) else { return nil }
      self.number = UInt8(value)
      return
    }
    return nil
  }

  /// Exif data that say this and nothing else.
  var exif: [UInt8] {
    Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, number, 0, 0]
      + [0, 0, 0, 0]
  }
}
