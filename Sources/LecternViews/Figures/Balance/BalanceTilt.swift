import LecternBriefing

/// How far the beam of a balance stands from level, clockwise.
struct BalanceTilt {
  /// The angle in radians, never more than `limit`.
  let angle: Double

  /// The most that a beam tilts: six degrees.
  static let limit = 6 * Double.pi / 180
  /// The part of all weight by which one side must be heavier for the beam to tilt as far as it can.
  private static let full = 0.5
  /// How far of the limit a beam tilts whose author says to which side.
  private static let asked = 0.8

  /// The tilt of a balance while only so many items of each side lie in its pans.
  init(_ balance: Balance, left: Int, right: Int) {
    let shown = Double(left + right)
    let all = Double(balance.left.items.count + balance.right.items.count)
    angle =
      switch balance.tilt {
      case .level: 0
      case .left: -Self.limit * Self.asked * shown / all
      case .right: Self.limit * Self.asked * shown / all
      case .auto:
        Self.proportional(
          balance.left.items.prefix(left).reduce(0) { $0 + $1.weight.value },
          balance.right.items.prefix(right).reduce(0) { $0 + $1.weight.value })
      }
  }

  /// In proportion to how much heavier one side is, as a part of all the weight.
  private static func proportional(_ left: Double, _ right: Double) -> Double {
    let total = left + right
    guard total > 0 else { return 0 }
    return limit * max(-1, min(1, (right - left) / total / full))
  }

  /// Clockwise, in degrees.
  var degrees: Double { angle * 180 / .pi }

  // Angles are small enough for the first terms of the series: the error is below one part in a million.

  /// The sine of the angle.
  var sine: Double { angle - angle * angle * angle / 6 }
  /// The cosine of the angle.
  var cosine: Double { 1 - angle * angle / 2 + angle * angle * angle * angle / 24 }
}
