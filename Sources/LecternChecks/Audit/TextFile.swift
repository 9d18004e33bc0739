/// The text of a file that may be in another encoding than UTF-8, as programs for tables still write it.
enum TextFile {
  /// The text as UTF-8: of UTF-16 with its mark, else of UTF-8, else of Latin 1.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), isLittle: false) }
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    return bytes.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { offset in
      let pair = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
