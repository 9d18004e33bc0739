/// The blocks of a GIF file (GIF89a) that show the picture, and the others.
enum GIFParts {
  static func read(_ bytes: [UInt8]) -> PictureParts {
    guard bytes.count >= 13 else { return PictureParts(kept: bytes) }
    var offset = min(bytes.count, 13 + tableLength(bytes[10]))
    var parts = PictureParts(kept: Array(bytes[..<offset]))
    while offset < bytes.count {
      let start = offset
      switch bytes[offset] {
      case 0x21 where offset + 1 < bytes.count:
        let end = endOfBlocks(bytes, from: offset + 2)
        parts.add(bytes[start..<end], isKept: isOfPicture(bytes[start..<end]))
        offset = end
      case 0x2C where offset + 10 < bytes.count:
        let data = offset + 10 + tableLength(bytes[offset + 9]) + 1
        offset = endOfBlocks(bytes, from: min(data, bytes.count))
        parts.kept += bytes[start..<offset]
      default:
        if bytes[offset] == 0x3B {
          parts.kept.append(0x3B)
          offset += 1
        }
        parts.removed += bytes[offset...]
        return parts
      }
    }
    return parts
  }

  /// How long the table of colours is that a byte of flags announces.
  private static func tableLength(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// Whether an extension says how the picture looks: its timing, its loops, its colours.
  private static func isOfPicture(_ block: ArraySlice<UInt8>) -> Bool {
    let start = block.startIndex
    switch block[start + 1] {
    case 0xF9: return true
    case 0xFF:
      let name = String(decoding: block.dropFirst(3).prefix(11), as: UTF8.self)
      return ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains(name)
    default: return false
    }
  }

  private static func endOfBlocks(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let length = Int(bytes[offset])
      offset += 1 + length
      if length == 0 { break }
    }
    return min(offset, bytes.count)
  }
}
