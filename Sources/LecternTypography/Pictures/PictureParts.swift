/// A picture's file in the making, and what is left out of it.
struct PictureParts {
  var kept: [UInt8] = []
  var removed: [UInt8] = []

  /// Keeps a part or leaves it out.
  mutating func add(_ part: ArraySlice<UInt8>, isKept: Bool) {
    if isKept { kept += part } else { removed += part }
  }
}
