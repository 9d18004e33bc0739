public import LecternTypography

/// What a table on a slide looks like beyond its columns' widths.
public enum TableShape {
  /// Whether a table has so many columns that they stand closer.
  public static func isDense(columns: Int) -> Bool { columns > 6 }

  /// How much of the usual room is left beside the words of a dense table's cells.
  static let denseShare = 0.4
}

/// Pictures inside a line of words.
public enum InlinePicture {
  /// The height at which a picture of a size stands in a line of a slide, in pixels.
  public static func height(of size: PictureSize) -> Double {
    max(SlideClasses.heightStep, SlideClasses.heightUp(min(Double(size.height), 128)))
  }
}
