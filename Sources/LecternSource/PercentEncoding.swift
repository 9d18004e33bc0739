extension String {
  /// The text with some of its bytes as a percent sign and two digits (RFC 3986, 2.1).
  package func percentEncoded(where isEncoded: (UInt8) -> Bool) -> String {
    var text = self
    guard text.withUTF8({ $0.contains(where: isEncoded) }) else { return self }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if isEncoded(byte) {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text as a part of an address: only unreserved characters (RFC 3986, 2.3) and some others stay as they are.
  package func percentEncoded(keeping others: String = "") -> String {
    percentEncoded { byte in
      !byte.isDigit && !byte.isLetter
        && !"-._~".utf8.contains(byte) && !others.utf8.contains(byte)
    }
  }
}
