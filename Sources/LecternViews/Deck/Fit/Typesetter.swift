import LecternBriefing
public import LecternTypography

/// What a deck is laid out with besides its briefing.
public struct DeckSetting: Sendable {
  /// Sizes, spaces and line heights.
  public var theme: Theme
  /// The fonts that the pages load.
  public var fonts: FontSet
  /// The sizes of pictures, by the addresses that the author wrote.
  public var pictures: [String: PictureSize]

  /// Makes a setting.
  public init(theme: Theme, fonts: FontSet, pictures: [String: PictureSize] = [:]) {
    self.theme = theme
    self.fonts = fonts
    self.pictures = pictures
  }
}

/// Measures the words of one deck.
///
/// It is no value: it remembers words. Whoever makes a deck makes one and hands it to its boxes.
final class Typesetter {
  let theme: Theme
  let labels: Labels
  let metadata: Metadata
  let pictures: [String: PictureSize]
  /// How far letters reach above and below the line that they stand on.
  let metrics: LineMetrics
  private let citations: CitationText
  private let shaper: Shaper
  private let finder: BreakFinder
  private let isRightToLeft: Bool
  /// What draws figures.
  let drafter: FigureDrafter

  init(_ briefing: Briefing, _ setting: DeckSetting, style: any CitationStyle) {
    theme = setting.theme
    labels = briefing.labels
    metadata = briefing.metadata
    pictures = setting.pictures
    metrics = .regular(of: setting.fonts)
    citations = CitationText(style: style)
    shaper = Shaper(setting.fonts, language: briefing.metadata.language)
    finder = BreakFinder(language: briefing.metadata.language)
    isRightToLeft = TextDirection.isRightToLeft(briefing.metadata.language)
    drafter = FigureDrafter(
      lettering: Lettering(
        shaper: shaper, finder: finder, metrics: metrics, isRightToLeft: isRightToLeft),
      labels: labels)
  }

  /// How a text is set, beyond its size.
  struct Look {
    var isBold = false
    var isTabular = false
    var tracking = 0.0
  }

  /// Measures inlines.
  func paragraph(_ inlines: [Inline], _ look: Look) -> (runs: InlineRuns, paragraph: Paragraph) {
    let runs = InlineRuns(
      inlines, look, citations: citations, pictures: pictures, language: metadata.language)
    let paragraph = ParagraphMaker.paragraph(
      of: runs.runs, shaper: shaper, finder: finder, tracking: look.tracking,
      isRightToLeft: isRightToLeft)
    return (runs, paragraph)
  }

  /// Measures a line of code.
  func code(_ line: String) -> Paragraph {
    ParagraphMaker.paragraph(
      of: [TextRun(.text(line), face: .mono)], shaper: shaper, finder: finder, keepsSpaces: true)
  }

  /// The places in a text at which a sentence ends.
  func sentenceEnds(in runs: InlineRuns) -> [Paragraph.Place] {
    var text: [UInt8] = []
    var starts: [Int] = []
    for run in runs.runs {
      starts.append(text.count)
      if case .text(let words) = run.content {
        text += Array(words.utf8)
      } else {
        text.append(0x20)
      }
    }
    return finder.sentenceEnds(in: text).map { end in
      let run = max(0, starts.endOfPrefix { $0 < end } - 1)
      return Paragraph.Place(run: run, offset: end - starts[run])
    }
  }

  /// The characters that no font has, so that their widths are guesses.
  var uncovered: Set<Unicode.Scalar> { shaper.uncovered }
}
