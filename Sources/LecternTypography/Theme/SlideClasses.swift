/// The classes by which fitted slides say their sizes, since style attributes are forbidden to a page.
///
/// Every value that fitting may choose has a rule, so that all decks of a site share one style sheet.
public enum SlideClasses {
  /// The percentages of its size that the text of a slide may have.
  public static let scales = 40...260
  /// The percentages of a table's width that a column may have.
  public static let widths = 1...100
  /// The heights that a picture may have, in steps of half a `rem`.
  public static let heights = 4...90

  /// The rules, one a line.
  public static var css: String {
    var css =
      "\n/* What fitting chooses: the scale of a slide's text, columns of tables, heights. */\n"
    for scale in scales { css += ".scale-\(scale){--fit:\((Double(scale) / 100).decimal)}\n" }
    for width in widths { css += ".w-\(width){inline-size:\(width)%}\n" }
    for height in heights { css += ".tall-\(height){--tall:\((Double(height) / 2).decimal)rem}\n" }
    return css
  }
}
