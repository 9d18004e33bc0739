import LecternBriefing
import LecternTypography

/// A figure as it stands in the report.
public struct ReportFigure: Sendable {
  /// Its number among the report's figures, from 1.
  public var number: Int
  /// The drawing; nil where its words would have to be cut, so that lists or a table stand alone.
  public var drawing: Drawing?
  /// Its content for a spreadsheet.
  public var data: FigureTable

  /// The name of the file that holds the data, beside the page.
  public var fileName: String { "figure-\(number).csv" }
}

/// Draws the figures of a report.
struct ReportFigures {
  private let drafter: FigureDrafter
  private let labels: Labels

  init(_ briefing: Briefing, fonts: FontSet) {
    labels = briefing.labels
    drafter = FigureDrafter(
      lettering: Lettering(fonts, language: briefing.metadata.language), labels: labels)
  }

  /// The width of the text in pixels; on paper, and where there is less room, drawings shrink with it.
  private static let width = 656.0
  /// The most that fits a page of paper below its heading.
  private static let height = 820.0
  /// The size of labels, a little below the text's and above the least of print.
  private static let sizes = [17.0]

  func figure(_ figure: Figure, number: Int) -> ReportFigure? {
    guard let drawable = figure.body as? any DrawableFigure else { return nil }
    let drawings = drafter.drawings(
      of: drawable, width: Self.width, height: Self.height, isStepped: false, sizes: Self.sizes)
    return ReportFigure(number: number, drawing: drawings.first, data: drawable.data(labels))
  }
}
