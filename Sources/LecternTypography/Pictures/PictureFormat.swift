/// The formats of pictures that every browser shows.
public enum PictureFormat: String, Sendable {
  case png
  case jpeg
  case gif
  case webp
  case svg

  /// The format of a file by its first bytes, whatever it is called; nil for anything else.
  public static func of(_ bytes: [UInt8]) -> PictureFormat? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: Array("GIF8".utf8)) { return .gif }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return .webp
    }
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self)
    return start.contains("<svg") ? .svg : nil
  }

  /// The ending of a file's name.
  public var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}
