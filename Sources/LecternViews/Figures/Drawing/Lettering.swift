import LecternSource
public import LecternTypography

/// Sets the words of drawings: measures them in the page's own fonts and breaks them into lines.
public struct Lettering {
  private let shaper: Shaper
  private let finder: BreakFinder
  private let metrics: LineMetrics
  /// The words that were measured: a drawing is tried at several sizes, and sets the same ones at each.
  private let paragraphs = Memory<Words, Paragraph>()
  /// Whether the briefing is written from right to left.
  let isRightToLeft: Bool

  init(shaper: Shaper, finder: BreakFinder, metrics: LineMetrics, isRightToLeft: Bool) {
    self.shaper = shaper
    self.finder = finder
    self.metrics = metrics
    self.isRightToLeft = isRightToLeft
  }

  /// Sets words in the fonts of a page.
  ///
  /// - Parameters:
  ///   - fonts: the fonts that the page loads.
  ///   - language: the language of the briefing, a BCP 47 tag.
  public init(_ fonts: FontSet, language: String) {
    self.init(
      shaper: Shaper(fonts, language: language), finder: BreakFinder(language: language),
      metrics: .regular(of: fonts), isRightToLeft: TextDirection.isRightToLeft(language))
  }

  /// Breaks a text into lines of about equal length that are no wider than `width` pixels.
  ///
  /// - Parameters:
  ///   - text: the words.
  ///   - size: the size of the letters in pixels.
  ///   - width: the most that a line may take in pixels.
  ///   - isBold: whether they are bold.
  /// - Returns: the lines, with what they measure.
  func label(
    _ text: String, size: Double, width: Double = .infinity, isBold: Bool = false
  ) -> SetLabel {
    let paragraph = paragraph(text, isBold)
    // How wide a character is that no font has can only be guessed.
    let isGuess = text.unicodeScalars.contains { shaper.uncovered.contains($0) }
    let caution = isGuess ? Self.caution : 1
    let room = width / caution - Self.tolerance
    let lines = lines(of: text, paragraph, size, room)
    let widths = lines.map { self.paragraph($0, isBold).naturalWidth(size: size, floor: 0) }
    return SetLabel(
      lines: lines, size: size, isBold: isBold,
      width: (widths.max() ?? 0) * caution + Self.tolerance,
      isWhole: paragraph.widestPiece(size: size, floor: 0) <= room, metrics: metrics)
  }

  private struct Words: Hashable {
    var text: String
    var isBold: Bool
  }

  private func paragraph(_ text: String, _ isBold: Bool) -> Paragraph {
    paragraphs.value(Words(text: text, isBold: isBold)) {
      ParagraphMaker.paragraph(
        of: [TextRun(.text(text), face: isBold ? .bold : .regular)], shaper: shaper,
        finder: finder, isRightToLeft: isRightToLeft)
    }
  }

  private func lines(
    of text: String, _ paragraph: Paragraph, _ size: Double, _ room: Double
  ) -> [String] {
    let count = paragraph.lines(width: room, size: size, floor: 0).count
    guard count > 1 else { return [Self.withoutSoftHyphens(text)] }
    let width = Self.balanced(paragraph, size, room, count)
    let starts = paragraph.lines(width: width, size: size, floor: 0).map(\.start.offset)
    let bytes = Array(text.utf8)
    return zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
      Self.withoutSoftHyphens(String(decoding: bytes[start..<end], as: UTF8.self).trimmed)
    }
  }

  /// A line as it is shown: lines are fixed, so that a place for a hyphen is one or nothing.
  private static func withoutSoftHyphens(_ line: String) -> String {
    let hyphen: Unicode.Scalar = "\u{AD}"
    guard line.unicodeScalars.contains(hyphen) else { return line }
    let shown = String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != hyphen }))
    return line.unicodeScalars.last == hyphen ? shown + "-" : shown
  }

  /// The least width at which a text takes no more lines, to a few pixels.
  private static func balanced(
    _ paragraph: Paragraph, _ size: Double, _ width: Double, _ count: Int
  ) -> Double {
    guard width.isFinite else { return width }
    var low = min(width, paragraph.widestPiece(size: size, floor: 0))
    var high = width
    while high - low > 4 {
      let middle = (low + high) / 2
      if paragraph.lines(width: middle, size: size, floor: 0).count > count {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  /// By how much guessed widths are taken larger.
  private static let caution = 1.2
  /// How much wider a line may come out in a browser, in pixels.
  private static let tolerance = 0.5
}

extension LineMetrics {
  /// Those of the regular face, or such as most fonts have.
  static func regular(of fonts: FontSet) -> LineMetrics {
    fonts.faces[.regular].flatMap(LineMetrics.init) ?? LineMetrics(ascent: 0.97, descent: 0.24)
  }
}
