import LecternMarkdown
import LecternSource

/// Cuts a document into sections and slides.
///
/// Top-level headings of level 2 and 3 and thematic breaks cut; in Marp mode breaks and the levels of `headingDivider` do.
struct StructureReader {
  var reader: BlockReader
  private(set) var sections: [Section] = []
  private(set) var footnotes: [Footnote] = []
  private var titleHeading: Heading?
  private var section = Section(heading: nil, audience: .both, slides: [])
  private var slide: Slide
  private var sequence = BlockSequence()
  private var range: RangeInProgress?
  /// The one-sided ranges that are closed.
  private var ranges: [(audience: Audience, span: Span)] = []

  /// What must be known of an open one-sided range to tell whether it cuts a slide.
  private struct RangeInProgress {
    var audience: Audience
    var span: Span
    var startsWhole: Bool
    var hasCut = false
    var hasSection = false
  }

  init(reader: BlockReader) {
    self.reader = reader
    slide = Slide(
      heading: nil, goesOn: false, layout: nil, audience: .both, blocks: [], notes: [], span: .at(0)
    )
  }

  /// Whether a document has thematic breaks and neither `##` nor `###`.
  static func looksLikeMarp(_ tree: MarkdownTree) -> Bool {
    var hasBreak = false
    for child in tree.children(of: 0) {
      switch tree.nodes[child].kind {
      case .thematicBreak: hasBreak = true
      case .heading(let level, _) where level == 2 || level == 3: return false
      default: break
      }
    }
    return hasBreak
  }

  mutating func read() {
    let children = Array(reader.tree.children(of: 0))
    for (position, index) in children.enumerated() {
      let node = reader.tree.nodes[index]
      let wasOpen = sequence.openRange?.span
      switch node.kind {
      case .thematicBreak:
        cut(at: node.span)
        slide.heading = reader.isMarp ? nil : headingThatGoesOn
        slide.goesOn = slide.heading != nil
      case .heading(let level, let isSetext): heading(index, level, isSetext: isSetext)
      case .footnoteDefinition: footnote(index)
      default: reader.add(index, to: &sequence)
      }
      trackRange(wasOpen, at: node.span, before: children[(position + 1)...])
      applyShortName()
    }
    endSlide()
    endSection()
    _ = reader.finish(&sequence)
  }

  // MARK: Cutting

  private mutating func heading(_ index: Int, _ level: Int, isSetext: Bool) {
    let span = reader.tree.nodes[index].span
    if isSetext, level == 2 {
      reader.diagnostics.append(.underlinedHeading(at: span))
    }
    if reader.isMarp {
      marpHeading(index, level)
      return
    }
    switch level {
    case 1: firstHeading(index)
    case 2: beginSection(index)
    case 3: beginSlide(index)
    default: reader.add(index, to: &sequence)
    }
  }

  private mutating func marpHeading(_ index: Int, _ level: Int) {
    if reader.metadata.headingDivider.contains(level), !(sequence.isEmpty && slide.heading == nil) {
      cut(at: reader.tree.nodes[index].span)
    }
    // A heading for one document names no slide of both.
    guard slide.heading == nil, sequence.audience == slide.audience else {
      reader.add(index, to: &sequence)
      return
    }
    let heading = readHeading(index, level)
    slide.heading = heading
    slide.beginsWithHeading = true
    if titleHeading == nil, slide.audience == .both { titleHeading = heading }
  }

  private mutating func firstHeading(_ index: Int) {
    let span = reader.tree.nodes[index].span
    let words = reader.tree.plainText(of: index).collapsed
    if titleHeading == nil, reader.metadata.title == nil || words == reader.metadata.title {
      titleHeading = readHeading(index, 1)
      if let open = sequence.openRange?.span { reader.diagnostics.append(rangeCutsSlide(open)) }
      return
    }
    reader.diagnostics.append(.secondTitle(words, at: span))
    beginSection(index)
  }

  private mutating func beginSection(_ index: Int) {
    cut(at: reader.tree.nodes[index].span)
    endSection()
    range?.hasSection = true
    section = Section(heading: readHeading(index, 2), audience: sequence.audience, slides: [])
  }

  private mutating func beginSlide(_ index: Int) {
    let words = reader.tree.plainText(of: index).collapsed
    endSlide()
    let before = section.slides.last
    let repeats = before?.heading?.level == 3 && before?.heading?.text == words && !words.isEmpty
    beginSlide(at: reader.tree.nodes[index].span)
    slide.beginsWithHeading = true
    if repeats, var heading = before?.heading, sequence.pendingID == nil {
      // What is in one document alone, as its short name, is not that of the other.
      if before?.audience != slide.audience {
        heading = reader.heading(index, level: 3, sharing: heading.id)
      }
      heading.span = reader.tree.nodes[index].span
      slide.heading = heading
      slide.goesOn = true
    } else {
      slide.heading = readHeading(index, 3)
    }
  }

  /// The heading under which a slide goes on behind a break: that of the last one which is wherever this one is.
  private var headingThatGoesOn: Heading? {
    section.slides.last { $0.audience == .both || $0.audience == slide.audience }?.heading
  }

  private mutating func readHeading(_ index: Int, _ level: Int) -> Heading {
    for var allowance in sequence.pendingAllowances {
      allowance.span = reader.tree.nodes[index].span
      reader.allowances.append(allowance)
    }
    sequence.pendingAllowances = []
    return reader.heading(index, level: level, id: reader.takePendingID(&sequence))
  }

  private mutating func cut(at span: Span) {
    endSlide()
    beginSlide(at: span)
  }

  private mutating func beginSlide(at span: Span) {
    range?.hasCut = true
    slide = Slide(
      heading: nil, goesOn: false, layout: nil, audience: sequence.audience, blocks: [], notes: [],
      span: span)
  }

  private mutating func endSlide() {
    if let columns = sequence.openColumns {
      reader.diagnostics.append(.rangeNeverClosed("columns", at: columns))
    }
    if let steps = sequence.pendingSteps { reader.diagnostics.append(.stepsWithoutList(at: steps)) }
    slide.blocks = sequence.finish()
    slide.notes = reader.notes
    let lead: Layout? = reader.isLead ? (slide.heading?.level == 1 ? .title : .statement) : nil
    slide.layout = reader.layout ?? lead
    reader.isLead = false
    reader.notes = []
    reader.layout = nil
    reader.steps = 0
    // What belongs to the next heading, and a range that goes on, outlive the slide.
    var next = BlockSequence()
    next.audience = sequence.audience
    next.openRange = sequence.openRange
    next.pendingID = sequence.pendingID
    next.pendingAllowances = sequence.pendingAllowances
    sequence = next
    let last = slide.blocks.last?.span.upper ?? slide.heading?.span.upper ?? slide.span.upper
    slide.span = Span(slide.span.lower, max(last, slide.span.upper))
    if slide.heading != nil || !slide.blocks.isEmpty || !slide.notes.isEmpty {
      section.slides.append(slide)
    }
  }

  private mutating func endSection() {
    if section.heading != nil || !section.slides.isEmpty { sections.append(section) }
    section = Section(heading: nil, audience: sequence.audience, slides: [])
  }

  // MARK: Ranges

  private mutating func trackRange(
    _ wasOpen: Span?, at closer: Span, before rest: ArraySlice<Int>
  ) {
    if wasOpen == nil, let open = sequence.openRange {
      range = RangeInProgress(
        audience: open.audience, span: open.span,
        startsWhole: nextCut(rest) != nil || isAtTopOfSlide)
    } else if wasOpen != nil, sequence.openRange == nil, let closed = range {
      range = nil
      ranges.append((closed.audience, Span(closed.span.lower, closer.upper)))
      let end = nextCut(rest)
      let isLast = rest.allSatisfy { isComment($0) }
      let endsWhole = isLast || end != nil || isAtTopOfSlide
      if isAtTopOfSlide, closed.hasCut {
        // The break before it was in the range; the slide is not.
        slide.audience = .both
        slide.heading = reader.isMarp ? nil : headingThatGoesOn
        slide.goesOn = slide.heading != nil
      }
      let endsSection = isLast || end.map { $0 <= 2 } == true
      if closed.hasCut, !closed.startsWhole || !endsWhole || (closed.hasSection && !endsSection) {
        reader.diagnostics.append(rangeCutsSlide(closed.span))
      }
    }
  }

  /// Whether a slide has begun, with a break or as the opening of a section, and nothing stands on it yet.
  private var isAtTopOfSlide: Bool { sequence.isEmpty && !slide.beginsWithHeading }

  private func rangeCutsSlide(_ opener: Span) -> Diagnostic {
    .rangeCutsSlide(reader.file.text(in: opener).insideComment.trimmed, at: opener)
  }

  /// The level of the heading that comes next, 3 for a break; nil when text comes first.
  private func nextCut(_ rest: ArraySlice<Int>) -> Int? {
    guard let next = rest.first(where: { !isComment($0) }) else { return nil }
    switch reader.tree.nodes[next].kind {
    case .heading(let level, _): return level <= 3 || reader.isMarp ? level : nil
    case .thematicBreak: return 3
    default: return nil
    }
  }

  private func isComment(_ index: Int) -> Bool {
    switch reader.tree.nodes[index].kind {
    case .htmlBlock, .footnoteDefinition: true
    default: false
    }
  }

  // MARK: Names and notes

  private mutating func applyShortName() {
    guard let short = reader.short else { return }
    reader.short = nil
    let audience = sequence.audience
    if sequence.isEmpty, slide.heading != nil, !slide.goesOn, slide.audience == audience {
      slide.heading?.short = short.name
    } else if sequence.isEmpty, slide.heading == nil, section.slides.isEmpty,
      section.heading != nil, section.audience == audience
    {
      section.heading?.short = short.name
    } else if sequence.isEmpty, slide.heading == nil, section.heading == nil, sections.isEmpty,
      titleHeading != nil, audience == .both
    {
      titleHeading?.short = short.name
    } else {
      reader.diagnostics.append(.shortWithoutHeading(at: short.span))
    }
  }

  /// Gives comments that could not stay in the tree to the slide that they stand on.
  mutating func addStrayComments(_ spans: [Span]) {
    for span in spans {
      let note = SpeakerNote(
        text: reader.file.text(in: span).insideComment.trimmed, span: span)
      for index in sections.indices.reversed() {
        if let place = sections[index].slides.lastIndex(where: { $0.span.lower <= span.lower }) {
          sections[index].slides[place].notes.append(note)
          break
        }
      }
    }
  }

  private mutating func footnote(_ index: Int) {
    let steps = reader.steps
    let blocks = reader.blocks(of: Array(reader.tree.children(of: index)))
    reader.steps = steps
    let span = reader.tree.nodes[index].span
    let range = ranges.first { $0.span.lower <= span.lower && span.lower < $0.span.upper }
    footnotes.append(
      Footnote(
        number: footnotes.count + 1, blocks: blocks, references: 0,
        audience: range?.audience ?? .both))
  }

  /// The title: of the front matter, else of the first `#`, else made from the file's name with a problem.
  mutating func title(slug: String) -> Diagnosed<Heading> {
    if let title = reader.metadata.title {
      if let heading = titleHeading, heading.text == title { return Diagnosed(heading) }
      let limited = HeadingLimit.limited([.text(title)], at: .at(0))
      let text = limited.value.plainText
      let id = reader.ids.next(Slug.of(text), fallback: "title")
      let heading = Heading(
        id: id, level: 1, content: limited.value, text: text, short: nil, span: .at(0))
      return Diagnosed(heading, limited.diagnostics)
    }
    if let heading = titleHeading { return Diagnosed(heading) }
    let name = slug.replacing("-", with: " ")
    let heading = Heading(
      id: reader.ids.next(slug, fallback: "title"), level: 1, content: [.text(name)], text: name,
      short: nil, span: .at(0))
    let isEmpty = sections.isEmpty && reader.tree.nodes.count == 1
    return Diagnosed(heading, [isEmpty ? .briefingEmpty : .missingTitle(isMarp: reader.isMarp)])
  }
}

extension Diagnostic.Code {
  static let underlinedHeading = Self(
    "underlined-heading", .warning,
    summary: "A line directly above `---` is a heading of level 2 to Markdown, not a slide's end.",
    remedy: "Put a blank line before `---`, or write the heading with `## `.")
  static let secondTitle = Self(
    "second-title", .error,
    summary: "A briefing has a second title of level 1.",
    remedy: "Write it as a section with `## `.")
  static let shortWithoutHeading = Self(
    "short-without-heading", .warning,
    summary: "A short name stands behind no heading.",
    remedy: "Put it directly after the heading that it shortens.")
  static let missingTitle = Self(
    "missing-title", .error,
    summary: "A briefing has no title.",
    remedy: "Write `title: …` in the front matter, or begin with `# Title`.")
  static let missingTitleMarp = Self(
    "missing-title-marp", .warning,
    summary: "A Marp deck has no title; its file's name serves.",
    remedy: "Write `title: …` in the front matter.")
  static let briefingEmpty = Self(
    "briefing-empty", .error,
    summary: "A briefing's file is empty.",
    remedy: "Write a title and a section, or take the file away.")
}

extension Diagnostic {
  fileprivate static func underlinedHeading(at span: Span) -> Self {
    Self(
      .underlinedHeading, "Markdown reads this line and the `---` below it as a heading", at: span,
      help: "put a blank line before `---`, or write `## ` before the heading")
  }

  fileprivate static func secondTitle(_ words: String, at span: Span) -> Self {
    Self(
      .secondTitle, "`\(words)` is a second title", at: span,
      help: "write `## \(words)`")
  }

  fileprivate static func shortWithoutHeading(at span: Span) -> Self {
    Self(
      .shortWithoutHeading, "this short name stands behind no heading", at: span,
      help: "put it directly after the heading that it shortens")
  }

  fileprivate static func missingTitle(isMarp: Bool) -> Self {
    Self(
      isMarp ? .missingTitleMarp : .missingTitle, "the briefing has no title", at: .at(0),
      help: "write `title: …` between two `---` lines at the top, or begin with `# Title`")
  }

  fileprivate static var briefingEmpty: Self {
    Self(
      .briefingEmpty, "the briefing is empty", at: .at(0),
      help: "write a title and a section, or take the file away")
  }
}
