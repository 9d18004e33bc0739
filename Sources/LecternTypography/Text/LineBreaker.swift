internal import LecternSource

/// Fills lines as browsers do: as much as goes into each, and a word that is wider than a line is cut between clusters.
struct LineBreaker {
  private let pieces: Remainder<Paragraph.Piece>
  private let width: Double
  private let size: Double
  private let floor: Double
  private let most: Int
  private var result: [Paragraph.Line] = []
  /// How far the line is filled, the white space at its end left out.
  private var filled = 0.0
  private var hanging = 0.0

  init(
    paragraph: Paragraph, width: Double, size: Double, floor: Double, most: Int = .max
  ) {
    self.most = most
    pieces = paragraph.pieces
    self.width = width
    self.size = size
    self.floor = floor
  }

  /// The lines.
  mutating func lines() -> [Paragraph.Line] {
    var index = 0
    while index < pieces.count, result.count <= most {
      var end = index + 1
      while end < pieces.count, !pieces[end].mayBegin, !pieces[end].mustBegin { end += 1 }
      add(index..<end)
      index = end
    }
    return result.count > most ? Array(result.prefix(most)) : result
  }

  private func ownSize(_ index: Int) -> Double {
    Paragraph.size(pieces[index].factor, size, floor)
  }

  /// Adds what holds together.
  private mutating func add(_ unit: Range<Int>) {
    var needed = 0.0
    for index in unit { needed += pieces[index].advance * ownSize(index) }
    let last = unit.upperBound - 1
    let hyphen = pieces[last].hyphen
    let isFull =
      filled + hanging + needed > width
      || (hyphen > 0 && filled + hanging + needed + hyphen * ownSize(last) > width)
    if result.isEmpty || pieces[unit.lowerBound].mustBegin || isFull {
      begin(pieces[unit.lowerBound].start)
    }
    if filled + hanging + needed <= width {
      for index in unit { place(index) }
    } else {
      for index in unit { cut(index) }
    }
  }

  private mutating func place(_ index: Int) {
    let own = ownSize(index)
    filled += hanging + pieces[index].advance * own
    hanging = pieces[index].space * own
    let height = pieces[index].height
    if height > 0 {
      result[result.count - 1].picture = max(result[result.count - 1].picture, height)
    }
  }

  /// Places a piece that is too wide for a line, cluster by cluster.
  private mutating func cut(_ index: Int) {
    let piece = pieces[index]
    guard !piece.clusters.isEmpty else {
      place(index)
      return
    }
    let own = ownSize(index)
    filled += hanging
    hanging = 0
    // The room before a word goes with its first letter to the next line.
    var before = piece.before * own
    let end = piece.clusters.last?.offset
    for cluster in piece.clusters {
      if result.count > most { break }
      // The room behind a word stays with its last letter.
      let after = cluster.offset == end ? piece.after * own : 0
      let needed = before + (cluster.last + piece.tracking) * own + after
      if filled + needed > width, filled > 0 {
        begin(Paragraph.Place(run: piece.run, offset: piece.clusterBase + cluster.offset))
      }
      filled += before + (cluster.advance + piece.tracking) * own
      before = 0
    }
    filled += piece.after * own
    hanging = piece.space * own
  }

  private mutating func begin(_ place: Paragraph.Place) {
    result.append(Paragraph.Line(start: place, picture: 0))
    filled = 0
    hanging = 0
  }
}
