import LecternBriefing
import LecternTypography

/// At which size a slide is laid out.
struct Scale {
  let theme: Theme
  /// The size of the text in pixels of the slide.
  var size: Double
  /// What no text goes below.
  var floor: Double
  /// The height of a line as a part of the size.
  var leading: Double
  /// What each drawing and picture may take beyond the least that it needs.
  var spare = 0.0
  /// Whether heights are what they come to, or on the safe side of what a browser's rounding may cost.
  var isExact = false
  /// The height of a whole slide's body, which decides whether something is worth keeping together.
  var room: Double

  init(theme: Theme, size: Double, leading: Double, room: Double) {
    self.theme = theme
    self.size = size
    self.leading = leading
    self.room = room
    floor = theme[.sizeFloor]
  }

  /// The same within a box that takes some height of every slide for itself.
  func inside(_ frame: Double) -> Scale {
    var scale = self
    scale.room = max(0, room - frame)
    return scale
  }

  /// A part of the size of the text, in pixels.
  func gap(_ token: ThemeToken) -> Double { theme[token] * size }

  /// The size of code and tables.
  var small: Double { max(0.875 * size, floor) }

  /// How much narrower a line is taken than it is, in pixels; a browser also rounds the columns of tables.
  func tolerance(inCell: Bool) -> Double { isExact ? 0.02 : inCell ? 0.6 : 0.3 }

  /// A size of text as its letters are drawn: browsers cut it to a sixty-fourth of a pixel, on this screen of 1280 × 720;
  /// on others it may come to a little more.
  func drawn(_ size: Double) -> Double {
    isExact ? (size * 64 + 0.001).rounded(.down) / 64 : size
  }

  /// The height of a thin line, which browsers draw at least one pixel of the screen high: on a screen of four fifths of
  /// a slide's size that is a little more.
  var hairline: Double { isExact ? 1 : 1.25 }

  /// Captions, attributions and other words beside the text.
  var caption: Double { floor }
}

/// A piece of a slide that knows how high it is at any width and scale, and how to go on on a next slide.
///
/// A box keeps the block that it was made from; cut boxes give back blocks with a part of the content each, so that nothing is
/// lost or doubled.
protocol Box {
  /// The height in pixels, or something above `limit` as soon as it is known to be higher than that.
  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double

  /// What stays and what goes on when there is no more than `room`.
  ///
  /// The first is nil when nothing of it can stay; `isForced` asks for something to stay all the same, because the box
  /// stands at the top of its slide. The second is nil when all of it stays.
  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut

  /// The block as it stands on the slide.
  var block: Block { get }

  /// Adds where and how large its parts are that the page cannot find out by itself.
  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement])

  /// The tables in it that have columns too narrow for their longest words; smaller text may keep those whole.
  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable]

  /// Whether it introduces what follows, so that it must not stand last.
  var isHeading: Bool { get }

  /// How many drawings and pictures could use more room.
  var flexibility: Int { get }

  /// The same, with columns one below the other.
  var stacked: [any Box] { get }

  /// The same as several boxes, where a part of it would take too much of every slide that it goes on on.
  func apart(_ width: Double, _ scale: Scale) -> [any Box]
}

/// A box in two parts.
typealias Cut = (head: (any Box)?, tail: (any Box)?)

extension Box {
  /// The height in pixels.
  func height(_ width: Double, _ scale: Scale) -> Double {
    height(width, scale, upTo: .infinity)
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {}
  func cutTables(_ width: Double, _ scale: Scale) -> [CutTable] { [] }
  var isHeading: Bool { false }
  var flexibility: Int { 0 }
  var stacked: [any Box] { [self] }
  func apart(_ width: Double, _ scale: Scale) -> [any Box] { [self] }
}
