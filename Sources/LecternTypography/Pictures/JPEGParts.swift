/// The segments of a JPEG file (ITU-T T.81, annex B) that show the picture, and the others.
enum JPEGParts {
  static func read(_ bytes: [UInt8]) -> PictureParts {
    var parts = PictureParts(kept: Array(bytes.prefix(2)))
    var turned: Orientation?
    var offset = 2
    while offset + 1 < bytes.count {
      guard bytes[offset] == 0xFF else { break }
      let marker = bytes[offset + 1]
      if marker == 0xFF {
        offset += 1
        continue
      }
      if marker == 0xD9 {
        parts.kept += [0xFF, 0xD9]
        offset += 2
        break
      }
      guard marker != 0x01, !(0xD0...0xD8).contains(marker) else {
        parts.kept += bytes[offset..<(offset + 2)]
        offset += 2
        continue
      }
      guard offset + 3 < bytes.count else { break }
      let length = max(2, Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
      var end = min(bytes.count, offset + 2 + length)
      let segment = bytes[offset..<end]
      let content = segment.dropFirst(4)
      if marker == 0xE1, content.starts(with: exifName) {
        if turned == nil, let found = Orientation(exif: content.dropFirst(exifName.count)) {
          turned = found
          parts.kept += exifSegment(found)
        }
        parts.removed += segment
      } else if marker == 0xE0, content.starts(with: Array("JFIF\0".utf8)), segment.count >= 18 {
        // Behind its sixteen bytes there may be a small copy of the picture as it once was.
        parts.kept += [0xFF, 0xE0, 0, 16] + content.prefix(12) + [0, 0]
      } else {
        parts.add(segment, isKept: isOfPicture(marker, content))
      }
      if marker == 0xDA {
        let scan = end
        end = endOfScan(bytes, from: scan)
        parts.kept += bytes[scan..<end]
      }
      offset = end
    }
    parts.removed += bytes[min(offset, bytes.count)...]
    return parts
  }

  /// Which side is up, in the first segment that says it.
  static func orientation(of bytes: [UInt8]) -> Orientation? {
    var offset = 2
    while offset + 3 < bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] != 0xDA {
      let end = offset + 2 + max(2, Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3]))
      if bytes[offset + 1] == 0xE1 {
        let content = bytes[(offset + 4)..<max(offset + 4, min(end, bytes.count))]
        if content.starts(with: exifName),
          let found = Orientation(exif: content.dropFirst(exifName.count))
        {
          return found
        }
      }
      offset = end
    }
    return nil
  }

  private static let exifName = Array("Exif\0\0".utf8)

  private static func exifSegment(_ orientation: Orientation) -> [UInt8] {
    let content = exifName + orientation.exif
    return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
  }

  /// Whether a segment says how the picture looks: tables, frames and scans do; of the others, colour profiles and Adobe's
  /// note of how colours are stored.
  private static func isOfPicture(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> Bool {
    switch marker {
    case 0xE2: content.starts(with: Array("ICC_PROFILE\0".utf8))
    case 0xEE: content.starts(with: Array("Adobe".utf8))
    case 0xE0...0xEF, 0xFE, 0xF0...0xFD: false
    default: true
    }
  }

  /// Where the packed rows end: at the next marker that stands for something.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset + 1 < bytes.count {
      let next = bytes[offset + 1]
      if bytes[offset] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) {
        return offset
      }
      offset += 1
    }
    return bytes.count
  }
}
