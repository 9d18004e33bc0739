/// A number of bytes as people say it.
public enum FileSize {
  /// `640 bytes`, `283 kB` or `1.2 MB`, in powers of ten.
  public static func text(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) bytes" }
    guard bytes >= 1_000_000 else { return "\((bytes + 500) / 1000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
