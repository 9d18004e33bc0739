public import LecternBriefing
import LecternSource
public import LecternTypography

/// What a table looks like beyond its columns' widths.
public enum TableShape {
  /// Whether a table has so many columns that they stand closer.
  public static func isDense(columns: Int) -> Bool { columns > 6 }

  /// Whether the longest words of a table's columns are too long to stand side by side on paper.
  public static func hasLongWords(_ table: Table) -> Bool {
    let rows = [table.header] + table.rows
    let longest = table.header.indices.map { column in
      rows.map { row in
        row.indices.contains(column)
          ? row[column].plainText.words.map(\.characterCount).max() ?? 0 : 0
      }.max() ?? 0
    }
    return longest.reduce(0) { $0 + $1 + cellSpace } > sheet
  }

  /// How many letters of a table stand side by side on a sheet of A4.
  private static let sheet = 64
  /// How many letters the space around a cell's words takes the place of.
  private static let cellSpace = 2

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
