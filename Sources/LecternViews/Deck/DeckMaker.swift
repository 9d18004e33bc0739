public import LecternBriefing

/// Makes the deck of a briefing.
public struct DeckMaker: Sendable {
  private let briefing: Briefing
  private let style: any CitationStyle
  private let footnotes: [Int: Footnote]

  /// The deck of a briefing.
  public static func deck(of briefing: Briefing) -> DeckView {
    DeckMaker(briefing).deck()
  }

  private init(_ briefing: Briefing) {
    self.briefing = briefing
    style = CitationStyles.style(of: briefing)
    footnotes = Dictionary(uniqueKeysWithValues: briefing.footnotes.map { ($0.number, $0) })
  }

  private func deck() -> DeckView {
    var names = SlideNames(taken: briefing.ids)
    var slides: [DeckSlide] = []
    let sections = briefing.sections.compactMap(visible)
    let headed = sections.filter { $0.heading != nil }
    let hasAgenda =
      !briefing.isMarp && briefing.metadata.hasAgenda
      && (3...AgendaLimit.sections).contains(headed.count)
    if !briefing.isMarp { slides.append(titleSlide(&names)) }
    if hasAgenda { slides.append(agenda(headed, current: nil, id: names.generated("agenda"))) }
    var number = 0
    for section in sections {
      if section.heading != nil { number += 1 }
      slides += self.slides(of: section, number: number, agenda: hasAgenda ? headed : [], &names)
    }
    let appended = briefing.footnotes.filter { $0.references == 0 }
    if !appended.isEmpty { slides.append(notesSlide(appended, &names)) }
    for index in slides.indices {
      slides[index].number = index + 1
      if slides[index].title.isEmpty {
        slides[index].title = [
          .text(briefing.labels.text(.untitledSlide, ["number": String(index + 1)]))
        ]
        slides[index].hidesTitle = true
      }
      slides[index].scale = SlideFit(size: briefing.metadata.size).scale(of: slides[index])
    }
    return DeckView(
      briefing: BriefingFacts(briefing), slides: slides, places: places(in: slides))
  }

  // MARK: Sections

  /// A section with the slides and blocks that are in the deck; nil when it is not.
  private func visible(_ section: Section) -> Section? {
    guard section.audience.includes(.deck) else { return nil }
    var section = section
    section.slides = section.slides.compactMap { slide in
      guard slide.audience.includes(.deck) else { return nil }
      var slide = slide
      slide.blocks = slide.blocks.visible(in: .deck)
      slide.notes = []
      return slide.blocks.isEmpty && !slide.beginsWithHeading ? nil : slide
    }
    return section.heading == nil && section.slides.isEmpty ? nil : section
  }

  private func slides(
    of section: Section, number: Int, agenda headed: [Section], _ names: inout SlideNames
  ) -> [DeckSlide] {
    var slides: [DeckSlide] = []
    let hasOpening = section.slides.first.map { $0.heading == nil } ?? false
    if let heading = section.heading {
      if !headed.isEmpty {
        let id = hasOpening ? names.generated("agenda") : names.slide(heading.id)
        slides.append(agenda(headed, current: number, id: id, names: !hasOpening))
      } else if !hasOpening {
        slides.append(
          DeckSlide(
            id: names.slide(heading.id), layout: .section, kicker: nil, title: heading.content,
            level: 2, blocks: []))
      }
      if !hasOpening, !slides.isEmpty {
        // Nothing else shows the heading, so what it refers to belongs here.
        slides[0].footnotes = footnotes(in: heading.content, [])
        slides[0].sources = sources(in: heading.content, [], slides[0].footnotes)
      }
    }
    for slide in section.slides {
      slides.append(content(slide, in: section, &names))
    }
    return slides
  }

  private func content(
    _ slide: Slide, in section: Section, _ names: inout SlideNames
  ) -> DeckSlide {
    let heading = slide.heading ?? section.heading ?? (briefing.isMarp ? nil : briefing.title)
    let id = heading.map { names.slide($0.id) } ?? names.generated("slide")
    let kicker = slide.heading == nil || briefing.isMarp ? nil : section.heading?.name
    var result = DeckSlide(
      id: id, layout: layout(of: slide), kicker: kicker,
      title: slide.goesOn || (slide.heading == nil && section.heading == nil)
        ? (heading?.content ?? []).withoutFootnotes : heading?.content ?? [],
      level: slide.heading == nil ? 2 : min(3, max(2, slide.heading?.level ?? 3)),
      blocks: slide.blocks)
    if briefing.isMarp, slide.heading?.level == 1 {
      result.level = heading?.id == briefing.title.id && !slide.goesOn ? 1 : 2
    }
    result.footnotes = footnotes(in: result.title, result.blocks)
    result.sources = sources(in: result.title, result.blocks, result.footnotes)
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

  private func titleSlide(_ names: inout SlideNames) -> DeckSlide {
    var slide = DeckSlide(
      id: names.slide(briefing.title.id), layout: .title, kicker: nil,
      title: briefing.title.content, level: 1, blocks: [])
    slide.footnotes = footnotes(in: slide.title, [])
    slide.sources = sources(in: slide.title, [], slide.footnotes)
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

  private func notesSlide(_ footnotes: [Footnote], _ names: inout SlideNames) -> DeckSlide {
    DeckSlide(
      id: names.generated("notes"), layout: .content, kicker: nil,
      title: [.text(briefing.labels[.notes])], level: 2, blocks: footnotes.flatMap(\.blocks))
  }

  // MARK: Foot

  private func footnotes(in title: [Inline], _ blocks: [Block]) -> [Footnote] {
    var numbers: [Int] = []
    func visit(_ inline: Inline) {
      if case .footnote(let number, _) = inline, !numbers.contains(number) {
        numbers.append(number)
      }
    }
    title.forEachInline(visit)
    blocks.forEachInline(visit)
    var index = 0
    while index < numbers.count {
      // A footnote may itself refer to another.
      footnotes[numbers[index]]?.blocks.forEachInline(visit)
      index += 1
    }
    return numbers.compactMap { footnotes[$0] }
  }

  /// What a slide rests on: the works that it cites, and the sources of its figures.
  private func sources(
    in title: [Inline], _ blocks: [Block], _ footnotes: [Footnote]
  ) -> [[Inline]] {
    var keys: [String] = []
    var sources: [[Inline]] = []
    blocks.forEachBlock { block in
      if case .figure(let figure) = block.content, !figure.source.isEmpty,
        !sources.contains(where: { $0.plainText == figure.source.plainText })
      {
        sources.append(figure.source)
      }
    }
    func visit(_ inline: Inline) {
      guard case .citation(let citation) = inline else { return }
      for item in citation.items where !keys.contains(item.key) { keys.append(item.key) }
    }
    title.forEachInline(visit)
    blocks.forEachInline(visit)
    footnotes.flatMap(\.blocks).forEachInline(visit)
    return sources.filter { !$0.isLoneCitation }
      + keys.compactMap { briefing.bibliography[$0].map(style.short) }
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

extension [Block] {
  /// The blocks that are in a document, inside and out.
  func visible(in document: Audience) -> [Block] {
    compactMap { block in
      guard block.audience.includes(document) else { return nil }
      var block = document == .deck ? [block].withoutEvidenceMarks[0] : block
      switch block.content {
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = list.items[index].blocks.visible(in: document)
        }
        block.content = .list(list)
      case .quotation(var quotation):
        for index in quotation.turns.indices {
          quotation.turns[index].blocks = quotation.turns[index].blocks.visible(in: document)
        }
        block.content = .quotation(quotation)
      case .callout(var callout):
        callout.blocks = callout.blocks.visible(in: document)
        block.content = .callout(callout)
      case .columns(let columns):
        let visible = columns.map { $0.visible(in: document) }.filter { !$0.isEmpty }
        guard !visible.isEmpty else { return nil }
        block.content = .columns(visible)
      default: break
      }
      return block
    }
  }
}

extension [Inline] {
  /// Without references to footnotes, which belong to the first place where the words stand.
  fileprivate var withoutFootnotes: [Inline] {
    filter { inline in
      if case .footnote = inline { return false }
      return true
    }
  }

  /// Whether these are one citation and nothing else, which the works' own line covers.
  fileprivate var isLoneCitation: Bool {
    guard count == 1, case .citation = self[0] else { return false }
    return true
  }
}
