import LecternBriefing
import LecternTypography

/// Fits the title slide: the title shrinks until subtitle, authors and date have room, and authors of whom each has a line get
/// one together where that takes fewer slides; what is left over goes on.
struct CoverFit {
  let frame: SlideFrame
  let typesetter: Typesetter

  func slides(of slide: DeckSlide) -> [DeckSlide] {
    let apart = fitted(slide)
    guard apart.count > 1 else { return apart }
    var slide = slide
    slide.cover = CoverLine.withAuthorsTogether(slide.cover)
    let together = fitted(slide)
    return together.count < apart.count ? together : apart
  }

  private func fitted(_ slide: DeckSlide) -> [DeckSlide] {
    let fit = TitleFit(frame: frame, typesetter: typesetter)
    let foot = FootFit(
      frame: frame,
      maker: BoxMaker(typesetter: typesetter, slideTitle: "", tracking: 0, visit: { _ in }))
    let below = foot.height(footnotes: slide.footnotes, sources: slide.sources)
    let room = frame.coverRoom - (below > 0 ? below + frame.theme[.spaceFootGap] : 0)
    let lines = min(room / 3, height(of: slide.cover[...]))
    // The title may be smaller for its lines' sake, down to a third of the slide.
    let titles = fit.titles(
      slide.title, .cover, room: max(room / 3, room - lines - frame.theme[.spaceCoverGap]))
    let continued = fit.continued(titles.last?.inlines ?? [], .cover, room: room / 3)
    let roomBelow = room - continued.height - frame.theme[.spaceCoverGap]
    var slides: [DeckSlide] = []
    var rest = slide.cover.flatMap { parts(of: $0, room: min(room / 3, roomBelow)) }[...]
    for (index, title) in titles.enumerated() {
      let title = index > 0 ? fit.continued(title.inlines, .cover, room: room) : title
      var part = slide
      part.title = title.inlines
      part.titleScale = title.percent
      part.isContinued = index > 0
      part.room = max(0, room - title.height - frame.theme[.spaceCoverGap])
      part.cover = []
      if index == titles.count - 1 {
        let count = count(of: rest, in: part.room)
        part.cover = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
        part.height = height(of: part.cover[...])
      } else {
        part.footnotes = []
        part.sources = []
      }
      slides.append(part)
    }
    while !rest.isEmpty, var part = slides.last {
      part.titleScale = continued.percent
      part.isContinued = true
      part.room = roomBelow
      let count = max(1, count(of: rest, in: part.room))
      part.cover = Array(rest.prefix(count))
      part.height = height(of: part.cover[...])
      rest = rest.dropFirst(count)
      slides.append(part)
    }
    return slides
  }

  /// A line of many words as several that are no higher than `room` each.
  private func parts(of line: CoverLine, room: Double) -> [CoverLine] {
    let text: String
    let make: (String) -> CoverLine
    switch line {
    case .subtitle(let words): (text, make) = (words, { .subtitle($0) })
    case .organisation(let words): (text, make) = (words, { .organisation($0) })
    case .date(let words): (text, make) = (words, { .date($0) })
    case .author(let author): return parts(of: author, room: room)
    case .authors(let authors):
      return groups(of: authors, room: room).flatMap { group in
        group.count == 1 ? parts(of: group[0], room: room) : [.authors(group)]
      }
    }
    let lines = typesetter.paragraph([.text(text)], .init()).paragraph.lines(
      width: frame.width - 0.5, size: size, floor: frame.theme[.sizeFloor])
    let most = max(1, Int(room / (size * frame.theme[.leadingCoverText])))
    guard lines.count > most else { return [line] }
    let bytes = text.utf8
    let starts = stride(from: 0, to: lines.count, by: most).map { lines[$0].start.offset }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { start, end in
      let from = bytes.index(bytes.startIndex, offsetBy: start)
      return make(String(text[from..<bytes.index(bytes.startIndex, offsetBy: end)]))
    }
  }

  /// An author of very many words as a name and lines of text.
  private func parts(of author: Author, room: Double) -> [CoverLine] {
    guard height(of: [.author(author)]) > room else { return [.author(author)] }
    var name = author
    name.affiliation = nil
    name.email = nil
    let isLong = height(of: [.author(name)]) > room
    let first = isLong ? parts(of: .organisation(author.name), room: room) : [.author(name)]
    return first
      + [author.affiliation, author.email].compactMap(\.self)
      .flatMap { parts(of: .organisation($0), room: room) }
  }

  /// Authors in as few groups as are no higher than `room` each.
  private func groups(of authors: [Author], room: Double) -> [[Author]] {
    var groups: [[Author]] = []
    for author in authors {
      let longer = (groups.last ?? []) + [author]
      if groups.isEmpty || height(of: [CoverLine.authors(longer)][...]) > room {
        groups.append([author])
      } else {
        groups[groups.count - 1] = longer
      }
    }
    return groups
  }

  private var size: Double { frame.theme[.sizeCoverText] }

  private func height(of lines: ArraySlice<CoverLine>) -> Double {
    lines.indices.reduce(0) { $0 + height(of: lines, $1) }
  }

  /// The height of a line of the cover with the space before it.
  private func height(of lines: ArraySlice<CoverLine>, _ index: Int) -> Double {
    let paragraph = typesetter.paragraph(lines[index].inlines(typesetter.labels), .init()).paragraph
    let count = paragraph.lines(
      width: frame.width - 0.5, size: size, floor: frame.theme[.sizeFloor]
    ).count
    let own = Double(count) * size * frame.theme[.leadingCoverText]
    guard index > lines.startIndex else { return own }
    if case .subtitle = lines[index - 1] { return own + 2 * size }
    return own + frame.theme[.gapHeading] * size
  }

  private func count(of lines: ArraySlice<CoverLine>, in room: Double) -> Int {
    var used = 0.0
    var count = 0
    for index in lines.indices {
      used += height(of: lines, index)
      if used > room { break }
      count += 1
    }
    return count
  }
}
