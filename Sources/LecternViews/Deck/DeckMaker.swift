public import LecternBriefing
public import LecternSource

/// Makes the deck of a briefing: cuts slides, fits each, and names them.
public struct DeckMaker {
  private let briefing: Briefing
  private let foot: SlideFoot
  private let typesetter: Typesetter
  private var names: SlideNames
  private var slides: [DeckSlide] = []
  private var problems: FitProblems
  /// The words for the presenter; no slide has them.
  private var notes = PresenterNotes()

  /// The deck of a briefing, laid out in a setting, what its author should know of the fit, and what the presenter alone is
  /// told.
  ///
  /// The notes are a value of their own: what writes published pages has no way to it.
  public static func deckAndNotes(
    of briefing: Briefing, style: any CitationStyle, in setting: DeckSetting
  ) -> (deck: Diagnosed<DeckView>, notes: PresenterNotes) {
    var maker = DeckMaker(briefing, setting, style)
    let deck = maker.deck()
    return (deck, maker.notes)
  }

  private init(_ briefing: Briefing, _ setting: DeckSetting, _ style: any CitationStyle) {
    var briefing = briefing
    briefing.footnotes = briefing.footnotes.visible(in: .deck).shallow(briefing.labels)
    self.briefing = briefing
    foot = SlideFoot(briefing, style: style)
    typesetter = Typesetter(briefing, setting, style: style)
    names = SlideNames(taken: briefing.ids)
    problems = FitProblems(typesetter, briefing)
  }

  private mutating func deck() -> Diagnosed<DeckView> {
    let sections = briefing.sections.visible(in: .deck).compactMap(shown)
    let headed = sections.map(\.section).filter { $0.heading != nil }
    let hasAgenda =
      !briefing.isMarp && briefing.metadata.hasAgenda
      && (3...AgendaLimit.sections).contains(headed.count)
    if !briefing.isMarp {
      let own = sections.filter { $0.section.heading == nil }.flatMap(\.openingNotes)
      add(titleSlide(), under: briefing.title.id, notes: own)
    }
    if hasAgenda { add(agenda(headed, current: nil, id: names.generated("agenda"))) }
    var number = 0
    for section in sections {
      if section.section.heading != nil { number += 1 }
      add(section, number: number, agenda: hasAgenda ? headed : [])
    }
    let appended = briefing.footnotes.filter { $0.references == 0 && !$0.blocks.isEmpty }
    if !appended.isEmpty { add(notesSlide(appended)) }
    for index in slides.indices {
      slides[index].number = index + 1
      if slides[index].title.isEmpty {
        slides[index].title = [
          .text(briefing.labels.text(.untitledSlide, ["number": String(index + 1)]))
        ]
      }
    }
    let view = DeckView(
      briefing: BriefingFacts(briefing), slides: slides, places: places(in: slides))
    return Diagnosed(view, problems.diagnostics)
  }

  /// Fits a slide and adds the one or more that come of it; further ones are named for a heading.
  private mutating func add(
    _ slide: DeckSlide, under heading: String? = nil, notes own: [SpeakerNote] = []
  ) {
    var slide = slide
    slide.hidesTitle = slide.title.isEmpty
    let fitter = SlideFitter(
      typesetter, size: briefing.metadata.size, visit: { [problems] in problems.visit($0) })
    let sources = fitter.sourcesBehind(&slide)
    var fitted = fitter.slides(of: slide)
    if let sources { fitted += fitter.slides(of: sources) }
    problems.visit(slide)
    for index in fitted.indices.dropFirst() {
      fitted[index].id = heading.map { names.slide($0) } ?? names.generated("slide")
    }
    for index in fitted.indices.dropFirst()
    where fitted[index].title.plainText == fitted[index - 1].title.plainText {
      fitted[index].title = fitted[index].title.withoutFootnotes
    }
    if fitted.count > 1, slide.layout != .title, sources == nil {
      for index in fitted.indices {
        fitted[index].sources = foot.sources(
          in: fitted[index].title, fitted[index].blocks, fitted[index].footnotes)
      }
    }
    problems.judge(fitted)
    for place in fitted.indices where !own.isEmpty {
      notes.bySlide[slides.count + place + 1] = own.map(\.text)
    }
    slides += fitted
  }

  // MARK: Sections

  /// A section of the deck, and the notes before everything else in it, which belong to the slide that opens it.
  private typealias ShownSection = (section: Section, openingNotes: [SpeakerNote])

  /// A section without the slides that show nothing, whose notes go to the slide before; nil when nothing of it is left.
  private func shown(_ section: Section) -> ShownSection? {
    var slides: [Slide] = []
    var openingNotes: [SpeakerNote] = []
    for var slide in section.slides {
      slide.blocks = slide.blocks.withoutEvidenceMarks.shallow(briefing.labels)
        .withStepsInOrder()
      if !slide.isOnlyNotes {
        slides.append(slide)
      } else if slides.isEmpty {
        openingNotes += slide.notes
      } else {
        slides[slides.count - 1].notes += slide.notes
      }
    }
    let isEmpty = section.heading == nil && slides.isEmpty && openingNotes.isEmpty
    guard !isEmpty else { return nil }
    var section = section
    section.slides = slides
    return (section, openingNotes)
  }

  private mutating func add(_ shown: ShownSection, number: Int, agenda headed: [Section]) {
    let section = shown.section
    // Those before the first section are on the cover, if there is one.
    var own = section.heading == nil && !briefing.isMarp ? [] : shown.openingNotes
    let hasOpening = section.slides.first.map { $0.heading == nil } ?? false
    if let heading = section.heading {
      if !headed.isEmpty {
        let id = hasOpening ? names.generated("agenda") : names.slide(heading.id)
        var slide = agenda(headed, current: number, id: id, names: !hasOpening)
        slide.section = heading.name
        if !hasOpening { addFoot(to: &slide, of: heading.content) }
        add(slide, under: heading.id, notes: own)
        own = []
      } else if !hasOpening {
        var slide = DeckSlide(
          id: names.slide(heading.id), layout: .section, kicker: nil, title: heading.content,
          level: 2, blocks: [])
        slide.span = heading.span
        slide.section = heading.name
        addFoot(to: &slide, of: heading.content)
        add(slide, under: heading.id, notes: own)
        own = []
      }
    }
    for slide in section.slides {
      let heading = self.heading(of: slide, in: section)
      add(
        content(slide, under: heading, in: section), under: heading?.id, notes: own + slide.notes)
      own = []
    }
  }

  /// Where nothing else shows a heading, what it refers to belongs to its slide.
  private func addFoot(to slide: inout DeckSlide, of heading: [Inline]) {
    slide.footnotes = foot.footnotes(in: heading, [])
    slide.sources = foot.sources(in: heading, [], slide.footnotes)
  }

  /// The heading that a slide stands under.
  private func heading(of slide: Slide, in section: Section) -> Heading? {
    slide.heading ?? section.heading ?? (briefing.isMarp ? nil : briefing.title)
  }

  private mutating func content(
    _ slide: Slide, under heading: Heading?, in section: Section
  ) -> DeckSlide {
    let id = heading.map { names.slide($0.id) } ?? names.generated("slide")
    let kicker = slide.heading == nil || briefing.isMarp ? nil : section.heading?.name
    var result = DeckSlide(
      id: id, layout: layout(of: slide), kicker: kicker,
      title: slide.goesOn || (slide.heading == nil && section.heading == nil)
        ? (heading?.content ?? []).withoutFootnotes : heading?.content ?? [],
      level: slide.heading == nil ? 2 : min(3, max(2, slide.heading?.level ?? 3)),
      blocks: slide.blocks)
    result.section = section.heading?.name
    if briefing.isMarp, slide.heading?.level == 1 {
      result.level = heading?.id == briefing.title.id && !slide.goesOn ? 1 : 2
    }
    result.span =
      (slide.beginsWithHeading ? slide.heading?.span : slide.blocks.first?.span) ?? slide.span
    result.footnotes = foot.footnotes(in: result.title, result.blocks)
    result.sources = foot.sources(in: result.title, result.blocks, result.footnotes)
    return result
  }

  private func layout(of slide: Slide) -> DeckLayout {
    switch slide.layout {
    case .title: return .section
    case .section: return .section
    case .statement: return .statement
    case .quote: return .quote
    case .figure: return .figure
    case .twoColumns: return .twoColumns
    case nil: break
    }
    guard slide.blocks.count == 1 else {
      return briefing.isMarp && slide.blocks.isEmpty ? .section : .content
    }
    switch slide.blocks[0].content {
    case .quotation: return .quote
    case .figure, .picture: return .figure
    default: return .content
    }
  }

  // MARK: Slides of our own

  private mutating func titleSlide() -> DeckSlide {
    var slide = DeckSlide(
      id: names.slide(briefing.title.id), layout: .title, kicker: nil,
      title: briefing.title.content, level: 1, blocks: [])
    slide.cover = CoverLine.lines(of: briefing.metadata, labels: briefing.labels)
    slide.span = briefing.title.span
    addFoot(to: &slide, of: slide.title)
    return slide
  }

  private func agenda(
    _ sections: [Section], current: Int?, id: String, names: Bool = false
  ) -> DeckSlide {
    let entries = sections.enumerated().compactMap { index, section -> AgendaEntry? in
      guard let heading = section.heading else { return nil }
      let isCurrent = index + 1 == current
      return AgendaEntry(
        number: index + 1, name: heading.name,
        detail: isCurrent && names && heading.short != nil ? heading.text : nil, target: heading.id,
        isCurrent: isCurrent)
    }
    let title = briefing.metadata.agenda ?? briefing.labels[.overview]
    return DeckSlide(
      id: id, layout: .agenda, kicker: nil, title: [.text(title)], level: 2, blocks: [],
      agenda: entries)
  }

  private mutating func notesSlide(_ footnotes: [Footnote]) -> DeckSlide {
    DeckSlide(
      id: names.generated("notes"), layout: .content, kicker: nil,
      title: [.text(briefing.labels[.notes])], level: 2, blocks: footnotes.flatMap(\.blocks))
  }

  private func places(in slides: [DeckSlide]) -> Set<String> {
    var places = Set(slides.map(\.id))
    for slide in slides {
      (slide.blocks + slide.footnotes.flatMap(\.blocks)).forEachBlock { block in
        if let id = block.id { places.insert(id) }
        if case .heading(let heading) = block.content { places.insert(heading.id) }
      }
    }
    return places
  }
}

/// Gives slides their ids: the heading's own for the first, `--2`, `--3` for those that go on under it.
private struct SlideNames {
  private var taken: Set<String>
  private var counts: [String: Int] = [:]

  init(taken: Set<String>) {
    self.taken = taken
  }

  mutating func slide(_ heading: String) -> String {
    let count = counts[heading, default: 0] + 1
    counts[heading] = count
    return count == 1 ? heading : unused("\(heading)--\(count)")
  }

  /// An id for a slide that no heading names.
  mutating func generated(_ name: String) -> String {
    let count = counts["", default: 0] + 1
    counts[""] = count
    return unused("\(name)-\(count)")
  }

  private mutating func unused(_ name: String) -> String {
    var candidate = name
    while !taken.insert(candidate).inserted { candidate += "-" }
    return candidate
  }
}

extension Slide {
  /// Whether nothing of it is to be seen.
  fileprivate var isOnlyNotes: Bool { blocks.isEmpty && !beginsWithHeading }
}
