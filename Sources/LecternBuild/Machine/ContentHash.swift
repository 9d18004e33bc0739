import CMessageDigest

/// The name that a file's content gives it.
package enum ContentHash {
  /// The first twelve hexadecimal digits of the SHA-256 of some bytes.
  package static func of(_ bytes: [UInt8]) -> String {
    digest(of: bytes).prefix(6).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }

  /// The SHA-256 of some bytes.
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    return digest
  }
}
