/// The width and height of a picture in pixels, read from its file.
public struct PictureSize: Sendable, Equatable {
  /// The width in pixels.
  public var width: Int
  /// The height in pixels.
  public var height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size of a PNG, JPEG, GIF, WebP or SVG picture; nil for anything else.
  public static func read(_ bytes: [UInt8]) -> PictureSize? {
    switch PictureFormat.of(bytes) {
    case .png: sized(big(bytes, 16, 4), big(bytes, 20, 4))
    case .gif: sized(little(bytes, 6, 2), little(bytes, 8, 2))
    case .jpeg:
      jpeg(bytes).map { JPEGParts.orientation(of: bytes)?.isTurned == true ? $0.turned : $0 }
    case .webp: webp(bytes)
    case .svg: DrawingSize(bytes).size
    case nil: nil
    }
  }

  /// The size of a picture that lies on its side.
  private var turned: PictureSize { PictureSize(width: height, height: width) }

  private static func sized(_ width: Int?, _ height: Int?) -> PictureSize? {
    guard let width, let height, width > 0, height > 0 else { return nil }
    return PictureSize(width: width, height: height)
  }

  private static func big(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int? {
    guard at + count <= bytes.count else { return nil }
    return bytes[at..<(at + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func little(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int? {
    guard at + count <= bytes.count else { return nil }
    return bytes[at..<(at + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The size in the first frame header of a JPEG (ITU-T T.81, B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> PictureSize? {
    var at = 2
    while at + 9 < bytes.count {
      guard bytes[at] == 0xFF else {
        at += 1
        continue
      }
      let marker = bytes[at + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame { return sized(big(bytes, at + 7, 2), big(bytes, at + 5, 2)) }
      if marker == 0xFF || marker == 0x01 || (0xD0...0xD9).contains(marker) {
        at += marker == 0xFF ? 1 : 2
      } else {
        at += 2 + max(2, big(bytes, at + 2, 2) ?? 2)
      }
    }
    return nil
  }

  /// The canvas size in a WebP's first chunk (RFC 9649, 2.5 to 2.7).
  private static func webp(_ bytes: [UInt8]) -> PictureSize? {
    guard bytes.count > 30 else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X":
      return sized(little(bytes, 24, 3).map { $0 + 1 }, little(bytes, 27, 3).map { $0 + 1 })
    case "VP8 ":
      return sized(
        little(bytes, 26, 2).map { $0 & 0x3FFF }, little(bytes, 28, 2).map { $0 & 0x3FFF })
    case "VP8L":
      guard let bits = little(bytes, 21, 4) else { return nil }
      return PictureSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
    default: return nil
    }
  }
}
