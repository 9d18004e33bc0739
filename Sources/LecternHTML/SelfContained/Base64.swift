/// Writes bytes in the 64 letters that an address can hold, as RFC 4648 has it.
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The letters for some bytes, filled up with `=` to a multiple of four.
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = min(3, bytes.count - index)
      var group = Int(bytes[index]) << 16
      if left > 1 { group |= Int(bytes[index + 1]) << 8 }
      if left > 2 { group |= Int(bytes[index + 2]) }
      for place in 0..<4 {
        let isFilling = place > left
        result.append(
          isFilling ? UInt8(ascii: "=") : letters[group >> (18 - 6 * place) & 0x3F])
      }
      index += 3
    }
    return result
  }
}
