/// Finds the largest of some scales, whole percentages, at which something fits.
enum ScaleSearch {
  /// The largest of `range` that fits, or nil when even the smallest does not.
  ///
  /// What fits at a scale is taken to fit at every smaller one, which is true of text: fewer letters to a line never make
  /// fewer lines.
  static func largest(_ range: ClosedRange<Int>, where fits: (Int) -> Bool) -> Int? {
    if fits(range.upperBound) { return range.upperBound }
    guard fits(range.lowerBound) else { return nil }
    var low = range.lowerBound
    var high = range.upperBound
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
