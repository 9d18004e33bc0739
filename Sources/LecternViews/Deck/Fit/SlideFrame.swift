import LecternBriefing
import LecternTypography

/// The fixed parts of a slide: how wide its content is, and how much height is left for it.
struct SlideFrame {
  let theme: Theme
  /// The width between the side paddings, in pixels.
  let width: Double

  init(theme: Theme, size: SlideSize) {
    self.theme = theme
    let whole = theme[size == .wide ? .slideWide : .slideStandard]
    width = whole - 2 * theme[.spaceSide]
  }

  /// The height between the top padding and the bottom.
  private var inner: Double { theme[.slideHeight] - theme[.spaceTop] }

  /// The height that a slide's body may have.
  ///
  /// - Parameters:
  ///   - head: the height of kicker and title with the space behind them.
  ///   - foot: the height of footnotes and sources; 0 without any.
  /// - Returns: the height in pixels.
  func room(head: Double, foot: Double) -> Double {
    // Of a slide that goes on a part may have no foot, and a low foot leaves more room than none.
    let below = max(theme[.spaceBottom], foot + theme[.spaceFootGap] + theme[.spaceFoot])
    return inner - head - (foot == 0 ? theme[.spaceBottom] : below)
  }

  /// The height that a cover may fill.
  var coverRoom: Double { inner - theme[.spaceCoverBottom] }

  /// The height that a kicker takes with the space behind it, in pixels.
  var kicker: Double { theme[.sizeKicker] * theme[.leadingCaption] + theme[.spaceKickerGap] }

  /// The body's scale as a whole percentage at which text is at the floor.
  var leastScale: Int { percent(of: theme[.sizeFloor]) }

  /// A size of text as a whole percentage of the body's, rounded up.
  func percent(of size: Double) -> Int {
    Int((size / theme[.sizeBody] * 100 - 0.001).rounded(.up))
  }

  /// How a body is laid out at a scale.
  func scale(_ percent: Int, leading: ThemeToken, room: Double) -> Scale {
    Scale(
      theme: theme, size: theme[.sizeBody] * Double(percent) / 100, leading: theme[leading],
      room: room)
  }
}
