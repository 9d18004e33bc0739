/// The addresses of the files that a style sheet fetches.
enum StyleAddresses {
  /// What stands in `url(…)`, and in quotes behind `@import` or inside `image-set(…)`.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = range.lowerBound
    /// Whether what is quoted next is an address.
    var importsNext = false
    while offset < range.upperBound {
      switch bytes[offset] {
      case UInt8(ascii: "/") where isNext(bytes, offset, "/*", range):
        offset = endOfComment(bytes, offset + 2, range)
        continue
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        if isNext(bytes, offset, "url(", range) {
          let start = offset + 4
          var end = start
          while end < range.upperBound, bytes[end] != UInt8(ascii: ")") { end += 1 }
          found.append(trimmed(bytes, start..<end))
          importsNext = false
          offset = end
          continue
        }
      case UInt8(ascii: "@"):
        if isNext(bytes, offset, "@import", range) { importsNext = true }
        if isNext(bytes, offset, "@namespace", range) {
          while offset < range.upperBound, bytes[offset] != UInt8(ascii: ";") { offset += 1 }
          continue
        }
      case UInt8(ascii: "-"):
        if isNext(bytes, offset, "-set(", range) { importsNext = true }
      case UInt8(ascii: ";"), UInt8(ascii: "}"): importsNext = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let start = offset + 1
        var end = start
        while end < range.upperBound, bytes[end] != bytes[offset] { end += 1 }
        if importsNext { found.append(start..<end) }
        offset = end
      default: break
      }
      offset += 1
    }
    return found
  }

  private static func isNext(
    _ bytes: [UInt8], _ offset: Int, _ word: StaticString, _ range: Range<Int>
  ) -> Bool {
    word.withUTF8Buffer { word in
      guard offset + word.count <= range.upperBound else { return false }
      return word.indices.allSatisfy { bytes[offset + $0] | 0x20 == word[$0] | 0x20 }
    }
  }

  private static func endOfComment(_ bytes: [UInt8], _ start: Int, _ range: Range<Int>) -> Int {
    var offset = start
    while offset + 1 < range.upperBound {
      if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
        return offset + 2
      }
      offset += 1
    }
    return range.upperBound
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let isEdge = { (byte: UInt8) in
      byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    var range = range
    while let first = range.first, isEdge(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, isEdge(bytes[last]) { range = range.lowerBound..<last }
    return range
  }
}
