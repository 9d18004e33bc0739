public import LecternBriefing
import LecternSource
public import LecternTypography

/// Makes the report of a briefing.
public struct ReportMaker {
  private let briefing: Briefing
  private let style: any CitationStyle
  private let figures: ReportFigures

  /// The report of a briefing that cites in a style, its figures lettered in the fonts of its page.
  public static func report(
    of briefing: Briefing, style: any CitationStyle, fonts: FontSet
  ) -> ReportView {
    ReportMaker(
      briefing: briefing, style: style,
      figures: ReportFigures(briefing, fonts: fonts)
    ).report()
  }

  private func report() -> ReportView {
    var view = ReportView(
      briefing: BriefingFacts(briefing), introduction: [], chapters: [], keyMessages: nil,
      supports: [:], evidenceNames: [:], numbers: [:], references: [],
      footnotes: briefing.footnotes.visible(in: .report),
      places: [])
    for section in briefing.sections.visible(in: .report) {
      add(section, to: &view)
    }
    view.keyMessages = keyMessages()
    let blocks = view.allBlocks
    view.places = places(view, blocks)
    number(blocks, &view)
    let stand = Set(view.keyMessages?.places.map(\.lower) ?? [])
    let inPlace = Set(blocks.map(\.span.lower)).isSuperset(of: stand)
    for (index, message) in (view.keyMessages?.messages ?? []).enumerated() where inPlace {
      for id in message.evidence where view.places.contains(id) {
        view.supports[id, default: []].append(index + 1)
      }
    }
    view.evidence = EvidenceFinder(labels: briefing.labels).evidence(of: view)
    nameEvidence(&view, blocks)
    countOccurrences(in: &view)
    addReferences(to: &view)
    return view
  }

  // MARK: Chapters

  private func add(_ section: LecternBriefing.Section, to view: inout ReportView) {
    guard let heading = section.heading else {
      addIntroduction(section.slides, to: &view)
      return
    }
    var chapter = ReportView.Chapter(
      number: view.chapters.count + 1, heading: heading, opening: [], sections: [])
    for slide in section.slides {
      if let heading = slide.heading, !slide.goesOn {
        chapter.sections.append(
          .init(number: chapter.sections.count + 1, heading: heading, blocks: slide.blocks))
      } else if slide.heading != nil, !chapter.sections.isEmpty {
        chapter.sections[chapter.sections.count - 1].blocks += slide.blocks
      } else {
        chapter.opening += slide.blocks
      }
    }
    let holdsMessages =
      briefing.keyMessages.map { messages in
        messages.heading.id == heading.id
          || chapter.sections.contains { $0.heading.id == messages.heading.id }
      } ?? false
    for index in chapter.sections.indices where !holdsMessages {
      chapter.sections[index].isFinding = chapter.sections[index].blocks.holdsParticipantsWords
    }
    view.chapters.append(chapter)
  }

  /// Text before the first section; in Marp mode each slide with a heading is a chapter of its own.
  private func addIntroduction(_ slides: [Slide], to view: inout ReportView) {
    for slide in slides {
      if let heading = slide.heading, heading.id != briefing.title.id, !slide.goesOn {
        view.chapters.append(
          .init(
            number: view.chapters.count + 1, heading: heading, opening: slide.blocks, sections: []))
      } else if view.chapters.isEmpty {
        view.introduction += slide.blocks
      } else {
        view.chapters[view.chapters.count - 1].opening += slide.blocks
      }
    }
  }

  private func keyMessages() -> KeyMessages? {
    guard var messages = briefing.keyMessages else { return nil }
    for index in messages.messages.indices {
      messages.messages[index].blocks =
        messages.messages[index].blocks.visible(in: .report)
        .withoutFigures
    }
    messages.messages.removeAll { $0.blocks.isEmpty }
    return messages.messages.isEmpty ? nil : messages
  }

  // MARK: Numbers and names

  private func number(_ blocks: [Block], _ view: inout ReportView) {
    var count = 0
    var tables = 0
    blocks.forEachBlock { block in
      switch block.content {
      case .figure(let figure):
        count += 1
        view.numbers[figure.span.lower] = count
        view.figures[block.span.lower] = figures.figure(figure, number: count)
      case .picture(let picture) where picture.caption != nil:
        count += 1
        view.numbers[block.span.lower] = count
      case .table(let table) where table.caption != nil:
        tables += 1
        view.numbers[block.span.lower] = tables
      default: break
      }
    }
  }

  private func nameEvidence(_ view: inout ReportView, _ blocks: [Block]) {
    blocks.forEachBlock { block in
      if case .quotation(let quotation) = block.content, let id = block.id {
        view.evidenceNames[id] = name(of: quotation)
      } else if case .figure(let figure) = block.content, let id = block.id {
        view.evidenceNames[id] = figure.title ?? briefing.labels[.figure]
      } else if case .heading(let heading) = block.content {
        view.evidenceNames[heading.id] = heading.name
      }
    }
    for chapter in view.chapters {
      view.evidenceNames[chapter.heading.id] = chapter.heading.name
      for section in chapter.sections {
        view.evidenceNames[section.heading.id] = section.heading.name
      }
    }
  }

  private func name(of quotation: Quotation) -> String {
    var names = quotation.turns.compactMap(\.speaker).withoutRepetition
    if names.isEmpty, let attribution = quotation.attribution {
      if let citation = attribution.citation {
        return CitationText(style: style).inlines(citation).plainText
      }
      if let who = attribution.who { names = [who] }
      if names.isEmpty, let kind = attribution.kind, let label = Label(rawValue: kind.rawValue) {
        names = [briefing.labels[label]]
      }
    }
    return names.isEmpty
      ? briefing.labels[.quotation] : names.joined(separator: " \(briefing.labels[.and]) ")
  }

  // MARK: References and places

  /// Lists the works, each with the places where the page cites it.
  private func addReferences(to view: inout ReportView) {
    var mentions: [String: [Int]] = [:]
    var numbers: [Int: Int] = [:]
    func visit(_ inline: Inline) {
      guard case .citation(let citation) = inline, citation.written == nil,
        numbers[citation.span.lower] == nil
      else { return }
      let number = numbers.count + 1
      numbers[citation.span.lower] = number
      for key in Set(citation.items.map(\.key)) { mentions[key, default: []].append(number) }
    }
    briefing.metadata.summary.forEachInline(visit)
    view.introduction.forEachInline(visit)
    for chapter in view.chapters {
      chapter.heading.content.forEachInline(visit)
      chapter.opening.forEachInline(visit)
      for section in chapter.sections {
        section.heading.content.forEachInline(visit)
        section.blocks.forEachInline(visit)
      }
    }
    view.footnotes.flatMap(\.blocks).forEachInline(visit)
    view.mentions = numbers
    view.hasNumberedReferences = style.isNumbered
    view.references = style.works.map { work in
      .init(key: work.key, content: style.listed(work), mentions: mentions[work.key] ?? [])
    }
  }

  /// Keeps the footnotes that the page refers to and those that nothing refers to at all, and notes which of their
  /// references are on the page, for the links back to them.
  private func countOccurrences(in view: inout ReportView) {
    let byNumber = Dictionary(uniqueKeysWithValues: view.footnotes.map { ($0.number, $0) })
    var occurrences: [Int: [Int]] = [:]
    // Without text one is in the deck alone.
    var reached = view.footnotes.filter { $0.references == 0 && !$0.blocks.isEmpty }.map(\.number)
    func visit(_ inline: Inline) {
      guard case .footnote(let number, let occurrence) = inline else { return }
      if occurrences[number] == nil, byNumber[number]?.references != 0 { reached.append(number) }
      occurrences[number, default: []].append(occurrence)
    }
    view.allBlocks.forEachInline(visit)
    briefing.title.content.forEachInline(visit)
    for chapter in view.chapters {
      chapter.heading.content.forEachInline(visit)
      for section in chapter.sections { section.heading.content.forEachInline(visit) }
    }
    var next = 0
    while next < reached.count {
      byNumber[reached[next]]?.blocks.forEachInline(visit)
      next += 1
    }
    let kept = Set(reached)
    view.footnotes = view.footnotes.filter { kept.contains($0.number) }.map { footnote in
      var footnote = footnote
      footnote.occurrences = (occurrences[footnote.number] ?? []).sorted()
      return footnote
    }
  }

  private func places(_ view: ReportView, _ blocks: [Block]) -> Set<String> {
    var places: Set<String> = [briefing.title.id]
    for chapter in view.chapters {
      places.insert(chapter.heading.id)
      for section in chapter.sections { places.insert(section.heading.id) }
    }
    (blocks + view.footnotes.flatMap(\.blocks)).forEachBlock { block in
      if let id = block.id { places.insert(id) }
      if case .heading(let heading) = block.content { places.insert(heading.id) }
    }
    return places
  }
}

extension ReportView {
  /// Every block of the text in reading order.
  var allBlocks: [Block] {
    introduction + chapters.flatMap { $0.opening + $0.sections.flatMap(\.blocks) }
  }
}

extension [Block] {
  /// Whether a quotation among them is not from the literature.
  fileprivate var holdsParticipantsWords: Bool {
    var holds = false
    forEachBlock { block in
      if case .quotation(let quotation) = block.content, quotation.attribution?.isLiterature != true
      {
        holds = true
      }
    }
    return holds
  }

  /// The blocks without figures and pictures, as key messages are repeated.
  var withoutFigures: [Block] {
    filter { block in
      switch block.content {
      case .figure, .picture: false
      default: true
      }
    }
  }
}
