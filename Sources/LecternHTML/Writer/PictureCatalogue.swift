public import LecternTypography

/// Where the pictures and files of a briefing are on its pages.
public struct PictureCatalogue: Sendable {
  private var files: [String: File]

  /// A file as a page refers to it.
  public struct File: Sendable, Equatable {
    /// The address on the page.
    public var address: String
    /// The size of a picture, if it is known.
    public var size: PictureSize?

    /// Makes a file.
    public init(address: String, size: PictureSize?) {
      self.address = address
      self.size = size
    }
  }

  /// Makes a catalogue by the addresses that the author wrote.
  public init(_ files: [String: File] = [:]) {
    self.files = files
  }

  /// The sizes of pictures, by the addresses that the author wrote.
  public var sizes: [String: PictureSize] { files.compactMapValues(\.size) }

  /// The file that an author's address stands for.
  public subscript(_ written: String) -> File? { files[written] }
}
