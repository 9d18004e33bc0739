/// The known name that an unknown one was probably meant to be.
public enum NearestName {
  /// The nearest of some names, or nil when none is near.
  ///
  /// Near means an edit distance of at most a third of the longer name, at least 1; of equals the first wins.
  public static func of(_ name: String, among known: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    let letters = name.count
    let scalars = Array(name.lowercased().unicodeScalars)
    for candidate in known {
      let limit = max(1, max(letters, candidate.count) / 3)
      let distance = distance(scalars, Array(candidate.lowercased().unicodeScalars), limit: limit)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of letters inserted, removed, changed or swapped with a neighbour that lead from one
  /// name to another, or `limit + 1` when it is more than the limit.
  ///
  /// Optimal string alignment distance, by dynamic programming over three rows.
  public static func distance(_ left: String, _ right: String, limit: Int = Int.max - 1) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit)
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
    if abs(a.count - b.count) > limit { return limit + 1 }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      // No way from here on is shorter than the shortest so far, and a swap leads over one row at most.
      if current.allSatisfy({ $0 > limit }), last.allSatisfy({ $0 > limit }) { return limit + 1 }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return min(last[b.count], limit + 1)
  }
}
