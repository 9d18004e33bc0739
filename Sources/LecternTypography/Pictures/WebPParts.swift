/// The chunks of a WebP file (RFC 9649) that show the picture, and the others.
enum WebPParts {
  static func read(_ bytes: [UInt8]) -> PictureParts {
    var parts = PictureParts(kept: Array(bytes.prefix(12)))
    let announced = bytes.count >= 8 ? little(bytes[4..<8]) + 8 : bytes.count
    let size = min(bytes.count, announced)
    var offset = 12
    var flags: Int?
    var isTurned = false
    while offset + 8 <= size {
      let name = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
      let length = little(bytes[(offset + 4)..<(offset + 8)])
      let end = min(size, offset + 8 + length + length & 1)
      let chunk = bytes[offset..<end]
      if name == "VP8X", chunk.count > 8 { flags = parts.kept.count + 8 }
      if name == "EXIF", let turned = orientation(chunk.dropFirst(8)) {
        parts.kept += Array("EXIF".utf8) + [UInt8(turned.exif.count), 0, 0, 0] + turned.exif
        parts.removed += chunk
        isTurned = true
      } else {
        parts.add(chunk, isKept: ofPicture.contains(name))
      }
      offset = end
    }
    parts.removed += bytes[min(offset, bytes.count)...]
    finish(&parts, flags: flags, isTurned: isTurned)
    return parts
  }

  private static let ofPicture: Set<String> = [
    "VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP",
  ]

  /// Sets the size of the whole, and takes back the announcement of what is no longer there.
  private static func finish(_ parts: inout PictureParts, flags: Int?, isTurned: Bool) {
    guard parts.kept.count >= 12 else { return }
    let size = parts.kept.count - 8
    for index in 0..<4 { parts.kept[4 + index] = UInt8(truncatingIfNeeded: size >> (8 * index)) }
    guard let flags else { return }
    parts.kept[flags] &= isTurned ? ~0x04 : ~0x0C
  }

  /// Some programs write the name that JPEG has before Exif data.
  private static func orientation(_ content: ArraySlice<UInt8>) -> Orientation? {
    let name = Array("Exif\0\0".utf8)
    return Orientation(exif: content.starts(with: name) ? content.dropFirst(6) : content)
  }

  private static func little(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
