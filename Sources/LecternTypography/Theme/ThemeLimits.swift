extension ThemeToken {
  /// The group in `theme.yaml`: what stands before the dot.
  var group: String { String(rawValue.prefix { $0 != "." }) }

  /// The key in its group.
  var key: String { String(rawValue.drop { $0 != "." }.dropFirst()) }

  /// The groups of `theme.yaml` that hold numbers.
  static let groups = ["slide", "size", "space", "gap", "leading", "tracking"]

  /// The numbers that make sense, whatever the other tokens say.
  var range: ClosedRange<Double> {
    switch self {
    case .sizeFloor: 12...1000
    case .gapSpeaker: 0...20
    // Columns are counted by it.
    case .spaceColumnLeast: 1...2000
    default:
      switch group {
      case "slide": 320...4096
      case "size": 1...1000
      case "space": 0...2000
      case "gap": 0...10
      case "leading": 0.9...3
      default: -0.1...0.5
      }
    }
  }

  /// Pairs of which the first is never more than the second.
  ///
  /// No text is smaller than the floor but for the kicker and the foot of a slide, and what shrinks has room to.
  static let ascending: [(least: ThemeToken, most: ThemeToken)] = [
    (.sizeFloor, .sizeBody), (.sizeFloor, .sizeTitleLeast), (.sizeFloor, .sizeCoverLeast),
    (.sizeFloor, .sizeCoverText), (.sizeFloor, .sizeSectionLeast), (.sizeFloor, .sizeStatement),
    (.sizeFloor, .sizeQuotation),
    (.sizeTitleLeast, .sizeTitle), (.sizeCoverLeast, .sizeCover), (.sizeSectionLeast, .sizeSection),
    (.spaceFoot, .spaceBottom),
  ]

  /// Spaces that must leave something of a slide's height or width.
  static let paddings: [(spaces: [ThemeToken], whole: ThemeToken)] = [
    ([.spaceTop, .spaceKickerGap, .spaceHeadGap, .spaceBottom], .slideHeight),
    ([.spaceTop, .spaceKickerGap, .spaceHeadGap, .spaceFootGap, .spaceFoot], .slideHeight),
    ([.spaceTop, .spaceCoverGap, .spaceCoverBottom], .slideHeight),
    ([.spaceSide, .spaceSide], .slideWide), ([.spaceSide, .spaceSide], .slideStandard),
  ]
}
