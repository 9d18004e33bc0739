internal import LecternSource

/// A text that has been measured, ready to be broken into lines of any width at any size.
public struct Paragraph: Sendable {
  /// What cannot be cut unless it is wider than a whole line: the letters up to the next place for a break.
  ///
  /// It holds numbers alone, since lines are broken again and again at every scale that is tried; its letters are the
  /// paragraph's.
  struct Piece: Sendable {
    /// The run that it is from.
    var run: Int32
    /// Where it begins in its run, in bytes.
    var offset: Int32
    /// The width of its letters, as a part of its own size.
    var advance: Double
    /// The width of the white space behind them, which hangs at the end of a line.
    var space: Double
    /// Its size as a part of the paragraph's; 0 for a picture, which is measured in pixels.
    var factor: Double
    /// The width that a hyphen adds when the line breaks here, after a soft hyphen.
    var hyphen: Double = 0
    /// Whether a line may begin with it.
    var mayBegin: Bool
    /// Whether a line must begin with it.
    var mustBegin = false
    /// How high it is, in pixels, if it is a picture.
    var height: Double = 0
    /// The room before the first cluster and behind the last, which the advance counts too.
    var before = 0.0
    var after = 0.0
    /// The number of the word that it is a part of, and which of the word's clusters it has.
    var word: Int32 = 0
    var firstCluster: Int32 = 0
    var endOfClusters: Int32 = 0

    /// Where it begins.
    var start: Place { Place(run: Int(run), offset: Int(offset)) }

    /// Which of its word's clusters it has.
    var clusters: Range<Int> { Int(firstCluster)..<Int(endOfClusters) }
  }

  /// The letters between two spaces.
  struct Word: Sendable {
    /// Its clusters, for pieces that are too wide for a line.
    var clusters: [ShapedWord.Cluster]
    /// Where in its run the clusters' offsets begin to count.
    var base: Int
    /// The room that its run has at both ends, so also where it is cut: the padding of code, say.
    var edge: Double
  }

  /// A place in the text, as the number of a run and an offset in its bytes.
  public struct Place: Sendable, Equatable, Comparable {
    /// The number of the run, from 0.
    public var run: Int
    /// The offset in the run's UTF-8.
    public var offset: Int

    /// Names a place.
    public init(run: Int, offset: Int) {
      self.run = run
      self.offset = offset
    }

    /// Orders by where the places come in the text.
    public static func < (left: Place, right: Place) -> Bool {
      (left.run, left.offset) < (right.run, right.offset)
    }
  }

  /// One line.
  public struct Line: Sendable, Equatable {
    /// Where it begins.
    public var start: Place
    /// How high its tallest picture is, in pixels; 0 without one.
    public var picture: Double
  }

  let pieces: Remainder<Piece>
  /// The words that the pieces are parts of; parts of a paragraph share them.
  let words: [Word]
  /// What is added behind each cluster.
  let tracking: Double

  init(_ pieces: [Piece] = [], words: [Word] = [], tracking: Double = 0) {
    self.init(pieces: Remainder(pieces), words: words, tracking: tracking)
  }

  private init(pieces: Remainder<Piece>, words: [Word], tracking: Double) {
    self.pieces = pieces
    self.words = words
    self.tracking = tracking
  }

  /// A part of it.
  private func with(_ pieces: Remainder<Piece>) -> Paragraph {
    Paragraph(pieces: pieces, words: words, tracking: tracking)
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Breaks the text into lines.
  ///
  /// - Parameters:
  ///   - width: the room for a line, in pixels.
  ///   - size: the size of the text, in pixels.
  ///   - floor: below what size no smaller run may go, in pixels.
  ///   - most: after how many lines to stop.
  /// - Returns: the lines in order.
  public func lines(
    width: Double, size: Double, floor: Double, most: Int = .max
  ) -> [Line] {
    var breaker = LineBreaker(
      paragraph: self, width: width, size: size, floor: floor, most: most)
    return breaker.lines()
  }

  /// What stands before a place and what from it on, where a line begins.
  public func cut(at place: Place) -> (head: Paragraph, tail: Paragraph) {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= place { low = middle } else { high = middle }
    }
    guard low < pieces.count else { return (self, with(Remainder([]))) }
    let piece = pieces[low]
    guard piece.start < place, piece.run == place.run, !piece.clusters.isEmpty,
      let index = words[Int(piece.word)].clusters[piece.clusters]
        .firstIndex(where: { $0.offset >= place.offset - words[Int(piece.word)].base })
    else {
      return cut(between: piece.start < place ? low + 1 : low)
    }
    let edge = words[Int(piece.word)].edge
    var first = piece
    first.endOfClusters = Int32(index)
    first.after = edge
    first.advance = advance(of: first)
    first.space = 0
    first.hyphen = 0
    var last = piece
    last.firstCluster = Int32(index)
    last.before = edge
    last.advance = advance(of: last)
    last.offset = Int32(place.offset)
    last.mayBegin = true
    return (with(pieces.upTo(low, last: first)), with(pieces.from(low, first: last)))
  }

  /// The pieces before one and those from it on; a run that is cut has its room on both sides of the cut.
  private func cut(between index: Int) -> (head: Paragraph, tail: Paragraph) {
    guard index > 0, index < pieces.count, edge(of: pieces[index]) > 0,
      pieces[index].run == pieces[index - 1].run
    else { return (with(pieces.upTo(index)), with(pieces.from(index))) }
    var last = pieces[index - 1]
    last.after = edge(of: last)
    last.advance += last.after
    var first = pieces[index]
    first.before = edge(of: first)
    first.advance += first.before
    return (with(pieces.upTo(index - 1, last: last)), with(pieces.from(index, first: first)))
  }

  private func edge(of piece: Piece) -> Double {
    piece.clusters.isEmpty ? 0 : words[Int(piece.word)].edge
  }

  private func advance(of piece: Piece) -> Double {
    words[Int(piece.word)].clusters[piece.clusters]
      .reduce(piece.before + piece.after) { $0 + $1.advance + tracking }
  }

  /// The width of the longest line when nothing but the author breaks lines, in pixels.
  public func naturalWidth(size: Double, floor: Double) -> Double {
    var widest = 0.0
    var line = 0.0
    var hanging = 0.0
    for piece in pieces {
      let own = Self.size(piece.factor, size, floor)
      if piece.mustBegin {
        line = 0
        hanging = 0
      }
      line += hanging + piece.advance * own
      hanging = piece.space * own
      widest = max(widest, line)
    }
    return widest
  }

  /// The width of the widest piece, in pixels, with the hyphen that it may end with.
  public func widestPiece(size: Double, floor: Double) -> Double {
    var widest = 0.0
    var unit = 0.0
    for piece in pieces {
      let own = Self.size(piece.factor, size, floor)
      if piece.mayBegin { unit = 0 }
      unit += piece.advance * own
      widest = max(widest, unit + piece.hyphen * own)
    }
    return widest
  }

  /// The same with the signs at its end kerned with nothing.
  ///
  /// Where text runs from right to left, a full stop behind a Latin word belongs to the text around, and browsers set it
  /// by itself.
  var withItsEndApart: Paragraph {
    guard let last = pieces.last, last.clusters.count > 1 else { return self }
    let letter = words[Int(last.word)].clusters[last.clusters.upperBound - 2]
    var end = last
    end.advance += letter.last - letter.advance
    return with(pieces.upTo(pieces.count - 1, last: end))
  }

  /// The size of a run that is `factor` times a text of `size`, but not below the floor.
  static func size(_ factor: Double, _ size: Double, _ floor: Double) -> Double {
    factor == 1 ? size : factor == 0 ? 1 : max(factor * size, floor)
  }
}
