internal import CWOFF2

/// A font as HarfBuzz reads it: the tables of a TrueType or OpenType file, unpacked.
public struct FontFile: Sendable, Equatable {
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// Reads a TTF, OTF or WOFF2 file; nil for anything else and for a file that is broken.
  public init?(_ file: [UInt8]) {
    if file.starts(with: Array("wOF2".utf8)) {
      guard let font = Self.unpacked(file) else { return nil }
      bytes = font
    } else if Self.beginnings.contains(where: { file.starts(with: $0) }) {
      bytes = file
    } else {
      return nil
    }
  }

  /// The characters that it has glyphs for; none for a file that only begins like a font.
  public var characters: Set<Unicode.Scalar> { OpenFace(self)?.characters ?? [] }

  /// How TrueType and OpenType files begin (OpenType 1.9, "Organization of an OpenType font").
  private static let beginnings: [[UInt8]] = [
    [0x00, 0x01, 0x00, 0x00], Array("OTTO".utf8), Array("true".utf8),
  ]

  private static func unpacked(_ file: [UInt8]) -> [UInt8]? {
    let size = lectern_woff2_font_size(file, file.count)
    guard size > 0 else { return nil }
    let font = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = lectern_woff2_unpack(file, file.count, buffer.baseAddress, size)
    }
    return font.isEmpty ? nil : font
  }
}
