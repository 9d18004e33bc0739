/// Takes out of a picture's file what it says beside the picture: place, camera, author, comments, previews.
///
/// The picture itself is not packed anew. What browsers need to show it stays: colour profiles, density, animation, and which
/// side is up. A file whose parts are broken keeps those before the broken one.
public struct PictureMetadata: Sendable {
  /// The file without its metadata.
  public var picture: [UInt8]
  /// What was taken out.
  public var removed: [UInt8]

  /// Parts a file; one of an unknown format stays as it is.
  public init(_ bytes: [UInt8]) {
    let parts: PictureParts
    switch PictureFormat.of(bytes) {
    case .jpeg: parts = JPEGParts.read(bytes)
    case .png: parts = PNGParts.read(bytes)
    case .gif: parts = GIFParts.read(bytes)
    case .webp: parts = WebPParts.read(bytes)
    case .svg, nil: parts = PictureParts(kept: bytes)
    }
    picture = parts.kept
    removed = parts.removed
  }
}
