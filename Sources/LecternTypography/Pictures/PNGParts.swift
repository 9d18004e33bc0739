/// The chunks of a PNG file (ISO/IEC 15948) that show the picture, and the others.
enum PNGParts {
  static func read(_ bytes: [UInt8]) -> PictureParts {
    var parts = PictureParts(kept: Array(bytes.prefix(8)))
    var offset = 8
    while offset + 8 <= bytes.count {
      let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[(offset + 4)..<(offset + 8)], as: UTF8.self)
      let end = min(bytes.count, offset + 12 + length)
      let chunk = bytes[offset..<end]
      if name == "eXIf", let turned = Orientation(exif: chunk.dropFirst(8)) {
        parts.kept += exifChunk(turned)
      }
      parts.add(chunk, isKept: ofPicture.contains(name))
      offset = end
      if name == "IEND" { break }
    }
    parts.removed += bytes[min(offset, bytes.count)...]
    return parts
  }

  private static let ofPicture: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI",
    "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
  ]

  private static func exifChunk(_ orientation: Orientation) -> [UInt8] {
    let content = orientation.exif
    let named = Array("eXIf".utf8) + content
    let check = checksum(named)
    return [0, 0, 0, UInt8(content.count)] + named
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: check >> $0) }
  }

  /// The cyclic redundancy check of ISO 3309, bit by bit: the chunk has a few bytes.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return rest ^ 0xFFFF_FFFF
  }
}
