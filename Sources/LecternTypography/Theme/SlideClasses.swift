/// The classes by which fitted slides say their sizes, since style attributes are forbidden to a page.
///
/// Every value that fitting may choose has a rule, so that all decks of a site share one style sheet.
public enum SlideClasses {
  /// The percentages of its size that the text of a slide may have.
  public static let scales = 20...260
  /// The percentages of a table's width that a column may have.
  public static let widths = 1...100
  /// In which steps a picture may be high, in pixels of the slide.
  public static let heightStep = 8.0

  /// The class for a scale, a whole percentage; nil for the whole, which needs none.
  public static func scale(_ percent: Int) -> String? {
    percent == 100
      ? nil : "scale-\(min(max(percent, scales.lowerBound), scales.upperBound))"
  }

  /// The class for the width of a table's column, a whole percentage.
  public static func width(_ percent: Int) -> String { "w-\(percent)" }

  /// The class for a height in pixels of the slide.
  public static func height(_ height: Double) -> String { "tall-\(Int(height / heightStep))" }

  /// The next height that has a class, from a height up.
  public static func heightUp(_ height: Double) -> Double {
    max(1, (height / heightStep).rounded(.up)) * heightStep
  }

  /// The next height that has a class, from a height down.
  public static func heightDown(_ height: Double) -> Double {
    max(1, (height / heightStep).rounded(.down)) * heightStep
  }

  /// The rules for slides of a theme, one a line.
  static func css(_ theme: Theme) -> String {
    var css =
      "\n/* What fitting chooses: the scale of a slide's text, columns of tables, heights. */\n"
    for percent in scales {
      css += ".scale-\(percent){--fit:\((Double(percent) / 100).decimal)}\n"
    }
    for percent in widths { css += ".w-\(percent){inline-size:\(percent)%}\n" }
    for step in 1...max(1, Int(theme[.slideHeight] / heightStep)) {
      css += ".tall-\(step){--tall:\((Double(step) * heightStep / 16).decimal)rem}\n"
    }
    return css
  }
}
