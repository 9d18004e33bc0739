import LecternSource

/// Measures runs of text into a paragraph.
public struct ParagraphMaker {
  private let shaper: Shaper
  private let finder: BreakFinder
  /// How white space is treated.
  private let keepsSpaces: Bool
  private let tracking: Double

  private var pieces: [Paragraph.Piece] = []
  private var words: [Paragraph.Word] = []
  /// Whether a line may begin with what comes next.
  private var mayBegin = true
  private var mustBegin = false
  /// Whether white space that comes next is shown: not at the beginning, and not after other white space.
  private var showsSpace = false

  /// The paragraph of some runs.
  ///
  /// - Parameters:
  ///   - runs: the stretches of text in order.
  ///   - shaper: what measures words.
  ///   - finder: what finds places for line breaks.
  ///   - keepsSpaces: whether white space is kept as in code (`white-space: pre-wrap`), with tabs as two spaces.
  ///   - tracking: what is added behind each letter, as a part of its size.
  ///   - isRightToLeft: whether the text around is written from right to left.
  /// - Returns: the paragraph, ready to be broken into lines.
  public static func paragraph(
    of runs: [TextRun], shaper: Shaper, finder: BreakFinder, keepsSpaces: Bool = false,
    tracking: Double = 0, isRightToLeft: Bool = false
  ) -> Paragraph {
    var maker = ParagraphMaker(
      shaper: shaper, finder: finder, keepsSpaces: keepsSpaces, tracking: tracking)
    let paragraph = maker.paragraph(of: runs)
    return isRightToLeft ? paragraph.withItsEndApart : paragraph
  }

  private init(shaper: Shaper, finder: BreakFinder, keepsSpaces: Bool, tracking: Double) {
    self.shaper = shaper
    self.finder = finder
    self.keepsSpaces = keepsSpaces
    self.tracking = tracking
  }

  private mutating func paragraph(of runs: [TextRun]) -> Paragraph {
    let texts = runs.map(Self.bytes)
    let breaks = finder.lineBreaks(in: texts.reduce(into: []) { $0 += $1 })
    var nextBreak = 0
    var start = 0
    for (number, run) in runs.enumerated() {
      let text = texts[number]
      let end = start + text.count
      var own: [Int] = []
      while nextBreak < breaks.count, breaks[nextBreak] < end {
        own.append(breaks[nextBreak] - start)
        nextBreak += 1
      }
      add(run, number, text, breaks: own)
      start = end
    }
    return Paragraph(pieces, words: words, tracking: tracking)
  }

  /// A run as bytes in which breaks can be looked for.
  private static func bytes(of run: TextRun) -> [UInt8] {
    switch run.content {
    case .text(let text): Array(text.utf8)
    case .lineBreak: [0x0A]
    // A zero-width space is what allows a break, an object replacement what a picture counts as.
    case .wordBreak: Array("\u{200B}".utf8)
    case .picture: Array("\u{FFFC}".utf8)
    }
  }

  private mutating func add(_ run: TextRun, _ number: Int, _ text: [UInt8], breaks: [Int]) {
    switch run.content {
    case .text: addWords(run, number, text, breaks)
    case .lineBreak:
      // The break belongs to the piece behind it; a last one makes no line, but one behind another makes an empty one.
      if mustBegin || pieces.isEmpty { append(emptyPiece(run, number, 0)) }
      mustBegin = true
      showsSpace = false
    case .wordBreak: mayBegin = true
    case .picture(let width, let height):
      append(
        Paragraph.Piece(
          run: Int32(number), offset: 0, advance: width, space: 0, factor: 0, mayBegin: true,
          height: height))
      mayBegin = true
      showsSpace = true
    }
  }

  private mutating func append(_ piece: Paragraph.Piece) {
    var piece = piece
    piece.mayBegin = piece.mayBegin || mayBegin
    piece.mustBegin = mustBegin
    pieces.append(piece)
    mayBegin = false
    mustBegin = false
  }

  // MARK: Words

  private mutating func addWords(
    _ run: TextRun, _ number: Int, _ text: [UInt8], _ breaks: [Int]
  ) {
    var offset = 0
    var breaks = breaks[...]
    if breaks.first == 0 { mayBegin = true }
    var isFirst = true
    while offset < text.count {
      if text[offset].isCollapsed {
        offset = addSpace(run, number, text, offset)
        continue
      }
      var end = offset
      while end < text.count, !text[end].isCollapsed { end += 1 }
      breaks = breaks.drop { $0 <= offset }
      let own = breaks.prefix { $0 < end }
      addWord(
        run, number, text, offset..<end, cuts: own, before: isFirst ? run.before : 0,
        after: end == text.count ? run.after : 0)
      isFirst = false
      offset = end
    }
  }

  /// Adds white space and returns where it ends.
  private mutating func addSpace(
    _ run: TextRun, _ number: Int, _ text: [UInt8], _ start: Int
  ) -> Int {
    var end = start
    var width = 0
    while end < text.count, text[end].isCollapsed {
      if keepsSpaces, text[end] == 0x0A {
        // An empty line is a line too.
        if mustBegin || pieces.isEmpty {
          append(emptyPiece(run, number, end))
        }
        mustBegin = true
      } else {
        width += text[end] == 0x09 && keepsSpaces ? 2 : 1
      }
      end += 1
    }
    let space = shaper.space(face: run.face, isTabular: run.isTabular) + tracking
    if keepsSpaces {
      guard width > 0 else { return end }
      if pieces.isEmpty || mustBegin { append(emptyPiece(run, number, start)) }
      pieces[pieces.count - 1].space += space * Double(width)
    } else if showsSpace, let last = pieces.indices.last {
      // White space has its own run's size; a piece keeps it in its own.
      pieces[last].space += pieces[last].factor == 0 ? 8 : space * run.factor / pieces[last].factor
    }
    showsSpace = false
    mayBegin = true
    return end
  }

  private func emptyPiece(_ run: TextRun, _ number: Int, _ offset: Int) -> Paragraph.Piece {
    Paragraph.Piece(
      run: Int32(number), offset: Int32(offset), advance: 0, space: 0, factor: run.factor,
      mayBegin: true)
  }

  private mutating func addWord(
    _ run: TextRun, _ number: Int, _ text: [UInt8], _ range: Range<Int>, cuts: ArraySlice<Int>,
    before: Double, after: Double
  ) {
    let clusters = shaper.word(text[range], face: run.face, isTabular: run.isTabular).clusters
    words.append(
      Paragraph.Word(clusters: clusters, base: range.lowerBound, edge: run.before))
    showsSpace = true
    var piece = Paragraph.Piece(
      run: Int32(number), offset: Int32(range.lowerBound), advance: 0, space: 0,
      factor: run.factor, mayBegin: false, before: before, word: Int32(words.count - 1))
    var cluster = 0
    for index in cuts.startIndex...cuts.endIndex {
      let isLast = index == cuts.endIndex
      let end = isLast ? range.upperBound : cuts[index]
      var letters = 0.0
      while cluster < clusters.count, clusters[cluster].offset + range.lowerBound < end {
        letters += clusters[cluster].advance + tracking
        cluster += 1
      }
      piece.endOfClusters = Int32(cluster)
      piece.after = isLast ? after : 0
      piece.advance = letters + piece.before + piece.after
      piece.hyphen = hyphen(after: text[..<end], run)
      append(piece)
      if !isLast { mayBegin = true }
      piece.offset = Int32(end)
      piece.firstCluster = piece.endOfClusters
      piece.before = 0
    }
  }

  /// What a soft hyphen at the end of a text adds to a line that ends with it.
  private func hyphen(after text: ArraySlice<UInt8>, _ run: TextRun) -> Double {
    text.suffix(2).elementsEqual([0xC2, 0xAD])
      ? shaper.word([0x2D], face: run.face, isTabular: run.isTabular).advance + tracking : 0
  }
}
