import CMessageDigest
import CXXHash

/// The name that a file's content gives it.
package enum ContentHash {
  /// The first twelve hexadecimal digits of the 128-bit XXH3 of some bytes: against accidents, not against an attack.
  package static func of(_ bytes: [UInt8]) -> String {
    let digits = String(lectern_content_hash(bytes, bytes.count), radix: 16)
    return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
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
