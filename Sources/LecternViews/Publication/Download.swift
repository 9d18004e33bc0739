/// A file beside the report that a reader may want instead of the page.
public struct Download: Sendable, Equatable {
  /// What it holds.
  public enum Content: Sendable {
    case report
    case deck
  }

  /// What it holds.
  public var content: Content
  /// What it is called, beside the report.
  public var fileName: String
  /// How many bytes it has.
  public var size: Int
  /// How many pages it has, if that can be told.
  public var pages: Int?

  /// Describes a file.
  public init(_ content: Content, fileName: String, size: Int, pages: Int?) {
    self.content = content
    self.fileName = fileName
    self.size = size
    self.pages = pages
  }
}
