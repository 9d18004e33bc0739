import CZlib
import LecternSource

/// How many pages a PDF has, whoever wrote it.
///
/// Chromium writes its objects as they are, WeasyPrint packs them into streams (ISO 32000-1, 7.5.7), which are unpacked here.
enum PDFPageCount {
  /// The number in the root of the tree of pages; nil when there is none to be found.
  static func of(_ bytes: [UInt8]) -> Int? {
    if let count = count(in: bytes) { return count }
    var at = bytes.startIndex
    while let kind = bytes[at...].firstRange(of: Array("/ObjStm".utf8)) {
      at = kind.upperBound
      guard let start = bytes[at...].firstRange(of: Array("stream".utf8))?.upperBound,
        let end = bytes[start...].firstRange(of: Array("endstream".utf8))?.lowerBound
      else { return nil }
      let packed = bytes[start..<end].drop { $0 == 0x0A || $0 == 0x0D }
      if let count = count(in: unpacked(Array(packed))) { return count }
    }
    return nil
  }

  /// The largest `/Count` of a `/Pages` node: the root counts the pages of all the others.
  private static func count(in bytes: [UInt8]) -> Int? {
    var largest: Int?
    var at = bytes.startIndex
    while let node = bytes[at...].firstRange(of: Array("/Pages".utf8)) {
      at = node.upperBound
      // The node's own entries stand around its type.
      let from = bytes[..<node.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? bytes.startIndex
      let to = bytes[at...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      guard let name = bytes[from..<to].firstRange(of: Array("/Count".utf8)) else { continue }
      let digits = bytes[name.upperBound..<to].drop { $0 == 0x20 }
        .prefix { $0.isDigit }
      if let count = Int(String(decoding: digits, as: UTF8.self)) {
        largest = max(largest ?? 0, count)
      }
    }
    return largest
  }

  /// What a stream packed with Deflate holds; what cannot be unpacked is left out.
  private static func unpacked(_ packed: [UInt8]) -> [UInt8] {
    // Sixteen megabytes of objects without their streams is a document of many thousand pages.
    var room = 65_536
    while room <= 16_777_216 {
      var result = [UInt8](repeating: 0, count: room)
      var length = uLongf(room)
      let status = uncompress(&result, &length, packed, uLong(packed.count))
      if status == Z_OK { return Array(result[..<Int(length)]) }
      guard status == Z_BUF_ERROR else { return [] }
      room *= 4
    }
    return []
  }
}
