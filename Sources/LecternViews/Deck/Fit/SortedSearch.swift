extension RandomAccessCollection where Index == Int {
  /// The first index at which a condition no longer holds, when it holds for a part at the beginning and for nothing behind it.
  func endOfPrefix(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
