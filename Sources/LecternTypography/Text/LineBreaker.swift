internal import LecternSource

/// Fills lines as browsers do: as much as goes into each, and a word that is wider than a line is cut between clusters.
struct LineBreaker {
  private let pieces: Remainder<Paragraph.Piece>
  private let words: [Paragraph.Word]
  private let tracking: Double
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
    words = paragraph.words
    tracking = paragraph.tracking
    self.width = width
    self.size = size
    self.floor = floor
  }

  /// The lines.
  mutating func lines() -> [Paragraph.Line] {
    var index = 0
    let count = pieces.count
    while index < count, result.count <= most {
      // What holds together with the first piece.
      let first = pieces[index]
      var last = first
      var needed = first.advance * ownSize(first)
      var end = index + 1
      while end < count {
        let piece = pieces[end]
        if piece.mayBegin || piece.mustBegin { break }
        needed += piece.advance * ownSize(piece)
        last = piece
        end += 1
      }
      // What ends with a soft hyphen needs room for the hyphen, too, as nothing narrower follows.
      needed += last.hyphen * ownSize(last)
      if result.isEmpty || first.mustBegin || filled + hanging + needed > width {
        begin(first.start)
      }
      if filled + hanging + needed <= width {
        for index in index..<end { place(pieces[index]) }
      } else {
        for index in index..<end { cut(pieces[index]) }
      }
      index = end
    }
    return result.count > most ? Array(result.prefix(most)) : result
  }

  private func ownSize(_ piece: Paragraph.Piece) -> Double {
    Paragraph.size(piece.factor, size, floor)
  }

  private mutating func place(_ piece: Paragraph.Piece) {
    let own = ownSize(piece)
    filled += hanging + piece.advance * own
    hanging = piece.space * own
    if piece.height > 0 {
      result[result.count - 1].picture = max(result[result.count - 1].picture, piece.height)
    }
  }

  /// Places a piece that is too wide for a line, cluster by cluster.
  private mutating func cut(_ piece: Paragraph.Piece) {
    guard !piece.clusters.isEmpty else {
      place(piece)
      return
    }
    let own = ownSize(piece)
    filled += hanging
    hanging = 0
    // The room before a word goes with its first letter to the next line.
    var before = piece.before * own
    let word = words[Int(piece.word)]
    let clusters = word.clusters[piece.clusters]
    let end = clusters.last?.offset
    for cluster in clusters {
      if result.count > most { break }
      // The room behind a word stays with its last letter, and so does a hyphen.
      let after = cluster.offset == end ? (piece.after + piece.hyphen) * own : 0
      let needed = before + (cluster.last + tracking) * own + after
      if filled + needed > width, filled > 0 {
        begin(Paragraph.Place(run: Int(piece.run), offset: word.base + cluster.offset))
      }
      filled += before + (cluster.advance + tracking) * own
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
