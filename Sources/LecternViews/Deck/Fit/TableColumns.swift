import LecternSource

/// The widths of a table's columns, by what their words need.
enum TableColumns {
  /// The columns' widths in whole percent of the table's, 100 together.
  ///
  /// - Parameters:
  ///   - natural: the widths at which no cell has to break its lines, in pixels.
  ///   - least: the widths at which no word has to be cut.
  ///   - width: the width of the table.
  /// - Returns: a share for each column: in step with the natural widths where these fit; else the least width and a part of
  ///   what is left; and where not even these fit, words of the widest columns are cut.
  static func shares(natural: [Double], least: [Double], of width: Double) -> [Int] {
    let all = natural.reduce(0, +)
    let smallest = least.reduce(0, +)
    if all <= width {
      return percentages(natural.map { $0 / max(all, 1) * width }, atLeast: natural, of: width)
    }
    if smallest <= width {
      let share = (width - smallest) / max(all - smallest, 1)
      let wanted = zip(natural, least).map { $1 + ($0 - $1) * share }
      return percentages(wanted, atLeast: least, of: width)
    }
    let capped = capped(least, to: width)
    let whole = zip(least, capped).map { $0 <= $1 ? $0 : 0 }
    return percentages(capped, atLeast: whole, of: width)
  }

  /// The least whole percentage of a width that is no narrower than another.
  private static func percent(of need: Double, in width: Double) -> Int {
    Int((need / max(width, 1) * 100).rounded(.up))
  }

  /// Widths of which the largest are made equal until all of them fit: only the longest words are cut.
  private static func capped(_ widths: [Double], to width: Double) -> [Double] {
    var rest = width
    var left = widths.count
    for smallest in widths.sorted() {
      if smallest * Double(left) >= rest { break }
      rest -= smallest
      left -= 1
    }
    let cap = rest / Double(max(1, left))
    return widths.map { min($0, cap) }
  }

  /// Widths as whole percent, at least one each and 100 together; none less than it needs, if that is possible.
  private static func percentages(
    _ widths: [Double], atLeast needs: [Double], of width: Double
  ) -> [Int] {
    let exact = widths.map { $0 / max(width, 1) * 100 }
    var whole = exact.map { max(1, Int($0)) }
    let needed = needs.map { percent(of: $0, in: width) }
    if !needed.isEmpty, needed.reduce(0, +) <= 100 {
      whole = zip(whole, needed).map { max($0, $1) }
    }
    // What is missing goes to those that lack most, what is too much comes from those that have most to spare.
    while let most = whole.indices.max(by: {
      exact[$0] - Double(whole[$0]) < exact[$1] - Double(whole[$1])
    }), whole.reduce(0, +) < 100 {
      whole[most] += 1
    }
    while whole.reduce(0, +) > 100 {
      let spare = whole.indices.filter { whole[$0] > max(1, $0 < needed.count ? needed[$0] : 1) }
      guard
        let most = (spare.isEmpty ? whole.indices.filter { whole[$0] > 1 } : spare).max(by: {
          Double(whole[$0]) - exact[$0] < Double(whole[$1]) - exact[$1]
        })
      else { break }
      whole[most] -= 1
    }
    return whole
  }
}

/// A table on a slide that is too narrow for its words.
struct CutTable {
  /// Where it stands.
  var span: Span
  /// How many of its columns are narrower than their longest words.
  var columns: Int
}
