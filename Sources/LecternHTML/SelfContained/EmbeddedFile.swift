/// A file that a page takes into itself.
public struct EmbeddedFile: Sendable, Equatable {
  /// The name under which a reader saves it.
  public var name: String
  /// What it is, as `image/png`.
  public var mediaType: String
  /// What it holds.
  public var bytes: [UInt8]

  /// Makes a file; what it is follows from the ending of its name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    mediaType = Self.mediaTypes[ending] ?? "application/octet-stream"
  }

  /// An address that is the file itself.
  var address: [UInt8] { Array("data:\(mediaType);base64,".utf8) + Base64.encoded(bytes) }

  /// What browsers and spreadsheets are told; anything else is bytes to be saved.
  private static let mediaTypes = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "svg": "image/svg+xml", "woff2": "font/woff2", "ttf": "font/ttf",
    "csv": "text/csv;charset=utf-8", "txt": "text/plain;charset=utf-8", "pdf": "application/pdf",
  ]
}
