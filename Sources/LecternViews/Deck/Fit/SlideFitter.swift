import LecternBriefing
import LecternTypography

/// Fits slides: chooses one scale for each, and lets what does not fit at the floor go on on further slides.
struct SlideFitter {
  let frame: SlideFrame
  let typesetter: Typesetter
  /// Told of each block that is measured.
  let visit: (Block) -> Void

  init(_ typesetter: Typesetter, size: SlideSize, visit: @escaping (Block) -> Void) {
    self.typesetter = typesetter
    self.visit = visit
    frame = SlideFrame(theme: typesetter.theme, size: size)
  }

  /// A slide as one or more that fit.
  func slides(of slide: DeckSlide) -> [DeckSlide] {
    var slide = slide
    slide.kicker = slide.kicker.map(titleFit.kicker)
    if [.title, .agenda, .section].contains(slide.layout), let notes = notesBehind(&slide) {
      return slides(of: slide) + notes
    }
    switch slide.layout {
    case .title: return CoverFit(frame: frame, typesetter: typesetter).slides(of: slide)
    case .agenda: return AgendaFit(frame: frame, typesetter: typesetter).slides(of: slide)
    case .section: return sections(slide)
    case .content, .figure, .twoColumns, .statement, .quote: return contents(slide)
    }
  }

  /// Slides for the footnotes of a cover or agenda that would leave too little of it, which it then goes without.
  private func notesBehind(_ slide: inout DeckSlide) -> [DeckSlide]? {
    let foot = FootFit(frame: frame, maker: maker(slide))
    let height = foot.height(footnotes: slide.footnotes, sources: slide.sources)
    guard !slide.footnotes.isEmpty, height > frame.room(head: 0, foot: 0) * Self.footShare else {
      return nil
    }
    var notes = slide
    notes.layout = .content
    notes.blocks = []
    notes.cover = []
    notes.agenda = []
    notes.isContinued = true
    slide.footnotes = []
    slide.sources = []
    return contents(notes)
  }

  /// A slide for the works of one that rests on so many that they would leave too little of it, which it then goes without.
  func sourcesBehind(_ slide: inout DeckSlide) -> DeckSlide? {
    let room = frame.room(head: 0, foot: 0) * Self.footShare
    let foot = FootFit(frame: frame, maker: maker(slide))
    guard foot.mayBeHigher(than: room, slide.sources), foot.height(sources: slide.sources) > room
    else { return nil }
    var sources = slide
    sources.layout = .content
    sources.blocks = [
      Block(
        content: .paragraph(Array(slide.sources.joined(separator: [.text("; ")]))), audience: .both,
        span: slide.span)
    ]
    sources.cover = []
    sources.agenda = []
    sources.footnotes = []
    sources.sources = []
    sources.isContinued = true
    slide.sources = []
    return sources
  }

  /// How much of a slide its sources may take, and of a cover or an agenda its whole foot.
  static let footShare = 0.3

  // MARK: Titles

  var titleFit: TitleFit { TitleFit(frame: frame, typesetter: typesetter) }

  /// The title's parts; those before the last stand on slides of their own.
  private func titles(_ slide: DeckSlide) -> [TitleFit.Title] {
    guard !slide.hidesTitle else {
      return [TitleFit.Title(inlines: slide.title, percent: 100, height: 0)]
    }
    return titleFit.titles(slide.title, .slide, room: titleRoom)
  }

  /// The height that a title may fill.
  private var titleRoom: Double { frame.room(head: 0, foot: 0) * Self.titleShare }

  /// How much of a slide a title may fill.
  private static let titleShare = 0.42

  /// The height of kicker and title with the space behind them.
  func head(_ slide: DeckSlide, _ title: TitleFit.Title) -> Double {
    guard !slide.hidesTitle else { return slide.kicker == nil ? 0 : frame.kicker }
    return frame.kicker + title.height + frame.theme[.spaceHeadGap]
  }

  /// The title of a slide that goes on.
  func continued(_ slide: DeckSlide, _ title: TitleFit.Title) -> TitleFit.Title {
    slide.hidesTitle ? title : titleFit.continued(title.inlines, .slide, room: titleRoom)
  }

  /// Slides that hold the parts of a title before its last.
  private func slides(of titles: ArraySlice<TitleFit.Title>, _ slide: DeckSlide) -> [DeckSlide] {
    titles.enumerated().map { index, title in
      let isContinued = index > 0
      let title = isContinued ? continued(slide, title) : title
      var part = slide
      part.title = title.inlines
      part.titleScale = title.percent
      part.blocks = []
      part.footnotes = []
      part.sources = []
      part.isContinued = isContinued
      part.room = frame.room(head: head(slide, title), foot: 0)
      return part
    }
  }

  // MARK: Content

  func maker(_ slide: DeckSlide, tracking: Double = 0) -> BoxMaker {
    BoxMaker(
      typesetter: typesetter, slideTitle: slide.title.plainText, tracking: tracking, visit: visit)
  }

  private func contents(_ slide: DeckSlide) -> [DeckSlide] {
    let titles = titles(slide)
    let before = slides(of: titles.dropLast(), slide)
    var slide = slide
    slide.isContinued = slide.isContinued || titles.count > 1
    guard var title = titles.last else { return [slide] }
    if slide.isContinued { title = continued(slide, title) }
    slide.title = title.inlines
    slide.titleScale = title.percent
    let foot = FootFit(frame: frame, maker: maker(slide))
    let footHeight = foot.height(footnotes: slide.footnotes, sources: slide.sources)
    let room = frame.room(head: head(slide, title), foot: footHeight)
    if let fitted = oneSlide(slide, room: room) { return before + [fitted] }
    return before + severalSlides(slide, title, foot)
  }

  /// The scales to try, the largest first, each with the look that goes with it.
  func zones(_ slide: DeckSlide) -> [Zone] {
    let least = frame.leastScale
    switch slide.layout {
    case .statement:
      let most = frame.percent(of: frame.theme[.sizeStatement])
      return [
        Zone(
          scales: least...most, leading: .leadingStatement,
          tracking: frame.theme[.trackingStatement], share: 1, isLarge: false)
      ]
    case .quote where slide.isOneQuotation:
      let most = frame.percent(of: frame.theme[.sizeQuotation])
      return [
        Zone(
          scales: Zone.large...max(Zone.large, most), leading: .leadingQuotation,
          tracking: frame.theme[.trackingQuotation], share: Zone.share, isLarge: true),
        Zone(
          scales: 100...(Zone.large - 1), leading: .leadingBody, tracking: 0, share: Zone.share,
          isLarge: false),
        Zone(scales: least...100, leading: .leadingBody, tracking: 0, share: 1, isLarge: false),
      ]
    default:
      return [
        Zone(scales: least...100, leading: .leadingBody, tracking: 0, share: 1, isLarge: false)
      ]
    }
  }

  /// A range of scales that share a look.
  struct Zone {
    var scales: ClosedRange<Int>
    var leading: ThemeToken
    var tracking: Double
    /// How much of the room may be filled.
    var share: Double
    var isLarge: Bool

    /// The scale from which a quotation is set as display type.
    static let large = 140
    /// How much of the room a quotation fills at most while it grows.
    static let share = 0.72
  }

  /// The slide as it is, at the largest scale at which all of it fits; nil when it does not at the floor.
  private func oneSlide(_ slide: DeckSlide, room: Double) -> DeckSlide? {
    var measured: (stack: Stack, tracking: Double)?
    for zone in zones(slide) {
      let known = measured.flatMap { $0.tracking == zone.tracking ? $0.stack : nil }
      let stack = known ?? maker(slide, tracking: zone.tracking).stack(slide.blocks)
      measured = (stack, zone.tracking)
      let found = ScaleSearch.largest(zone.scales) { percent in
        let scale = frame.scale(percent, leading: zone.leading, room: room)
        let most = room * zone.share
        return stack.height(frame.width, scale, upTo: most) <= most
      }
      guard let highest = found else { continue }
      let percent = keepingWords(of: stack, zone.scales.lowerBound...highest) { percent in
        frame.scale(percent, leading: zone.leading, room: room)
      }
      let scale = frame.scale(percent, leading: zone.leading, room: room)
      var fitted = finish(slide, stack, scale, percent: percent)
      fitted.isLarge = zone.isLarge
      return fitted
    }
    return nil
  }

  /// The largest scale at which no more columns of tables cut words than at the smallest, which mostly is none.
  func keepingWords(
    of stack: Stack, _ scales: ClosedRange<Int>, _ scale: (Int) -> Scale
  ) -> Int {
    func columns(_ percent: Int) -> Int {
      stack.cutTables(frame.width, scale(percent)).reduce(0) { $0 + $1.columns }
    }
    let fewest = columns(scales.lowerBound)
    return ScaleSearch.largest(scales) { columns($0) <= fewest } ?? scales.lowerBound
  }

  /// The slide with its blocks as a stack has them, drawings as large as there is room.
  func finish(
    _ slide: DeckSlide, _ stack: Stack, _ scale: Scale, percent: Int
  ) -> DeckSlide {
    var scale = scale
    if stack.flexibility > 0 {
      // Spare room goes to drawings and pictures in equal parts, in steps of the style sheet.
      let steps = max(0, Int(scale.room / SlideClasses.heightStep))
      let found = ScaleSearch.largest(0...steps) { step in
        var wider = scale
        wider.spare = Double(step) * SlideClasses.heightStep
        return stack.height(frame.width, wider) <= scale.room
      }
      scale.spare = Double(found ?? 0) * SlideClasses.heightStep
    }
    var slide = slide
    slide.blocks = stack.blocks
    slide.scale = percent
    slide.room = scale.room
    stack.place(frame.width, scale, into: &slide.placements)
    slide.cutTables = stack.cutTables(frame.width, scale).map(\.span)
    scale.isExact = true
    slide.height = stack.height(frame.width, scale)
    return slide
  }

  // MARK: Sections

  /// A section's title with what stands below it, both in the middle of the slide.
  private func sections(_ slide: DeckSlide) -> [DeckSlide] {
    var slide = slide
    let foot = FootFit(frame: frame, maker: maker(slide))
    let footHeight = foot.height(footnotes: slide.footnotes, sources: slide.sources)
    let room = frame.room(head: slide.kicker == nil ? 0 : frame.kicker, foot: footHeight)
    guard !slide.hidesTitle else {
      slide.layout = .content
      return contents(slide)
    }
    let titles = titleFit.titles(
      slide.title, .section, room: slide.blocks.isEmpty ? room : room * Self.titleShare)
    if slide.blocks.isEmpty {
      return titles.enumerated().map { index, title in
        let title =
          index > 0 ? titleFit.continued(title.inlines, .section, room: room) : title
        var part = slide
        part.title = title.inlines
        part.titleScale = title.percent
        part.isContinued = index > 0
        part.room = room
        if index < titles.count - 1 {
          part.footnotes = []
          part.sources = []
        }
        return part
      }
    }
    guard titles.count == 1, let title = titles.first,
      let fitted = oneSlide(
        slide, room: room - title.height - frame.theme[.spaceHeadGap])
    else {
      // Too much for a cover: the words come first.
      slide.layout = .content
      return contents(slide)
    }
    var result = fitted
    result.titleScale = title.percent
    return [result]
  }
}

extension DeckSlide {
  /// Whether a quotation alone stands on it, which may grow.
  fileprivate var isOneQuotation: Bool {
    guard blocks.count == 1, case .quotation = blocks[0].content else { return false }
    return true
  }
}
