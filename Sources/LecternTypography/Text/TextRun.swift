/// A stretch of text in one style.
public struct TextRun: Sendable, Equatable {
  /// What it is.
  public var content: Content
  /// In which style it is set.
  public var face: FontFace
  /// Its size as a part of the paragraph's; anything below 1 stays at or above the floor.
  public var factor: Double
  /// Whether figures have one width, as in tables.
  public var isTabular: Bool
  /// The room before the first letter, as a part of its own size: the padding of code, say.
  public var before: Double
  /// The room behind the last letter.
  public var after: Double

  /// What a run can be.
  public enum Content: Sendable, Equatable {
    case text(String)
    /// The author's own line end.
    case lineBreak
    /// A place where a long word may be cut.
    case wordBreak
    /// A picture in the line, its width and height in pixels.
    case picture(width: Double, height: Double)
  }

  /// Makes a run.
  public init(
    _ content: Content, face: FontFace = .regular, factor: Double = 1, isTabular: Bool = false,
    before: Double = 0, after: Double = 0
  ) {
    self.content = content
    self.face = face
    self.factor = factor
    self.isTabular = isTabular
    self.before = before
    self.after = after
  }
}
