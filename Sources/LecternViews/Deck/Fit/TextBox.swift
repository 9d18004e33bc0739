import LecternBriefing
import LecternTypography

/// A paragraph or heading, or a part of one: words that are broken into lines.
struct TextBox: Box {
  private let source: Source
  private var shell: Block
  private var paragraph: Paragraph
  /// Where the part begins and ends; nil for the ends of the whole.
  private var start: Paragraph.Place?
  private var end: Paragraph.Place?
  /// What size and leading it has, if not those of the text around it.
  private var role: Role

  /// What a text is on its slide.
  enum Role {
    case body
    case heading
    /// Words beside the text: captions and attributions.
    case caption
    /// The cells of a table and lines of its kind.
    case cell
  }

  /// The whole text, which its parts share.
  private final class Source {
    let typesetter: Typesetter
    let inlines: [Inline]
    let runs: InlineRuns
    /// How many leaves stand before each of the inlines, so that no part counts them again.
    private let leavesBefore: [Int]
    /// Where sentences end, found when it is first asked for.
    lazy var sentenceEnds = typesetter.sentenceEnds(in: runs)

    init(_ inlines: [Inline], _ runs: InlineRuns, _ typesetter: Typesetter) {
      self.inlines = inlines
      self.runs = runs
      self.typesetter = typesetter
      var leaves = 0
      leavesBefore = inlines.map { inline in
        defer { leaves += inline.leafCount }
        return leaves
      }
    }

    /// The inlines from a place up to another; nil for the ends of the whole.
    func part(from start: Paragraph.Place?, to end: Paragraph.Place?) -> [Inline] {
      guard let start else { return runs.part(of: inlines[...], from: nil, to: end) }
      let leaf = runs.leaves[start.run]
      let first = max(0, leavesBefore.endOfPrefix { $0 <= leaf } - 1)
      return runs.part(
        of: inlines[first...], behind: leavesBefore.isEmpty ? 0 : leavesBefore[first], from: start,
        to: end)
    }
  }

  init(
    _ inlines: [Inline], shell: Block, role: Role = .body, look: Typesetter.Look = .init(),
    _ typesetter: Typesetter
  ) {
    self.shell = shell
    self.role = role
    let measured = typesetter.paragraph(inlines, look)
    paragraph = measured.paragraph
    source = Source(inlines, measured.runs, typesetter)
  }

  /// The words of this part.
  var inlines: [Inline] {
    let inlines = source.part(from: start, to: end)
    return isRestOfHeading ? [.strong(inlines)] : inlines
  }

  /// The same without markup.
  var words: String { inlines.plainText }

  /// Whether these are the last words of a heading: one heading has one id, so the rest of it is a paragraph.
  private var isRestOfHeading = false

  /// Whether it holds nothing to see.
  var isEmpty: Bool { paragraph.isEmpty }

  private func size(_ scale: Scale) -> Double {
    switch role {
    case .body, .heading: scale.size
    case .caption: scale.caption
    case .cell: scale.small
    }
  }

  private func leading(_ scale: Scale) -> Double {
    switch role {
    case .body: scale.leading
    case .heading: scale.theme[.leadingHeading]
    case .caption: scale.theme[.leadingCaption]
    case .cell: scale.theme[.leadingTable]
    }
  }

  private func lines(
    _ width: Double, _ scale: Scale, most: Int = .max
  ) -> [Paragraph.Line] {
    let tolerance = scale.tolerance(inCell: role == .cell)
    return paragraph.lines(
      width: width - tolerance, size: scale.drawn(size(scale)),
      floor: scale.floor, most: most)
  }

  /// The height of a line: a picture stands on the baseline and pushes the line's upper edge up.
  private func height(of line: Paragraph.Line, _ scale: Scale) -> Double {
    let size = size(scale)
    let leading = leading(scale)
    guard line.picture > 0 else { return size * leading }
    // A picture stands on the baseline, and browsers round what letters take above and below it to whole pixels.
    let metrics = source.typesetter.metrics
    let ascent = (metrics.ascent * size).rounded()
    let descent = (metrics.descent * size).rounded()
    let above = ascent + ((size * leading - ascent - descent) / 2).rounded(.down)
    // On paper they round otherwise.
    let slack = scale.isExact ? 0 : 2.0
    return max(above, line.picture) + size * leading - above + slack
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    lines(width, scale, most: most(in: limit, scale)).reduce(0) { $0 + height(of: $1, scale) }
  }

  /// At least one line more than a room can hold; lines without pictures are the lowest.
  private func most(in room: Double, _ scale: Scale) -> Int {
    // Rounded up, as what is exactly so many lines high may come out a hair less.
    room.isFinite ? Int((max(0, room) / (size(scale) * leading(scale))).rounded(.up)) + 1 : .max
  }

  /// The widest that it wants to be, and the narrowest that cuts no word.
  func widths(_ scale: Scale) -> (natural: Double, least: Double) {
    let size = size(scale)
    return (
      paragraph.naturalWidth(size: size, floor: scale.floor) + 1,
      paragraph.widestPiece(size: size, floor: scale.floor) + 1
    )
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    let lines = lines(width, scale, most: most(in: room, scale))
    var fitting = 0
    var used = 0.0
    for line in lines {
      let height = height(of: line, scale)
      if used + height > room { break }
      used += height
      fitting += 1
    }
    if fitting == lines.count { return (self, nil) }
    if fitting == 0 {
      guard isForced else { return (nil, self) }
      fitting = 1
    }
    guard fitting < lines.count else { return (self, nil) }
    // Code that is cut has its padding on both sides, and may need a line more for it.
    while true {
      let parts = cut(before: lines[fitting].start, after: lines[fitting / 3].start)
      guard fitting > 1, let head = parts.head as? TextBox, parts.tail != nil,
        head.lines(width, scale, most: fitting + 1).count > fitting
      else { return parts }
      fitting -= 1
    }
  }

  /// Cuts at the last end of a sentence between two places, or else at the second; before a citation rather than in it,
  /// where that lies between them too.
  private func cut(before last: Paragraph.Place, after first: Paragraph.Place) -> Cut {
    let ends = source.sentenceEnds
    let sentence = ends[..<ends.endOfPrefix { $0 <= last }].last.flatMap { $0 > first ? $0 : nil }
    let outside = source.runs.outsideOfWholes(sentence ?? last)
    let place = outside > first ? outside : sentence ?? last
    let parts = paragraph.cut(at: place)
    guard !parts.head.isEmpty, !parts.tail.isEmpty else { return (self, nil) }
    var head = self
    head.paragraph = parts.head
    head.end = place
    var tail = self
    tail.paragraph = parts.tail
    tail.start = place
    tail.shell.id = nil
    if isHeading {
      tail.isRestOfHeading = true
      tail.shell.content = .paragraph([])
      tail.role = .body
    }
    return (head, tail)
  }

  var block: Block {
    var block = shell
    switch shell.content {
    case .heading(var heading):
      heading.content = inlines
      block.content = .heading(heading)
    default: block.content = .paragraph(inlines)
    }
    return block
  }

  var isHeading: Bool {
    if case .heading = shell.content { return true }
    return false
  }
}
