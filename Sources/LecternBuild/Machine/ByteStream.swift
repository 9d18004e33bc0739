#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole reads and writes on an open file, pipe or terminal, which the system may do in pieces.
public enum ByteStream {
  /// Everything up to the end; nil when reading fails, with the reason in `errno`.
  public static func read(_ file: Int32, expecting size: Int = 65_536) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(4_096, size + 1))
    while true {
      let count = chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          Glibc.read(file, buffer.baseAddress, buffer.count)
        #else
          Darwin.read(file, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Writes all bytes and says whether that went well; if not, the reason is in `errno`.
  public static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #else
          Darwin.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        #endif
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
