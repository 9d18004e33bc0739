import LecternBriefing
import LecternSource
import LecternTypography

/// Fits agendas: entries move closer, then shrink, and a long agenda goes on; with a current section only its part is shown.
struct AgendaFit {
  let frame: SlideFrame
  let typesetter: Typesetter

  func slides(of slide: DeckSlide) -> [DeckSlide] {
    let fit = TitleFit(frame: frame, typesetter: typesetter)
    let titleRoom = frame.coverRoom / 3
    var slide = slide
    slide.title = shortened(slide.title, fit, room: titleRoom)
    let title = fit.title(slide.title, .slide, room: titleRoom)
    let continued = fit.continued(slide.title, .slide, room: titleRoom)
    let longest = max(title.height, continued.height)
    let room = frame.room(
      head: frame.kicker + longest + frame.theme[.spaceHeadGap],
      foot: FootFit(
        frame: frame,
        maker: BoxMaker(typesetter: typesetter, slideTitle: "", tracking: 0, visit: { _ in })
      ).height(footnotes: slide.footnotes, sources: slide.sources))
    slide.titleScale = title.percent
    slide.room = room
    let entries = slide.agenda.map { shortened($0, room: room) }[...]
    if height(of: entries, 100, isTight: false) <= room {
      return [fitted(slide, entries, 100, isTight: false)]
    }
    let least = frame.leastScale
    let percent = ScaleSearch.largest(least...100) {
      height(of: entries, $0, isTight: true) <= room
    }
    if let percent { return [fitted(slide, entries, percent, isTight: true)] }
    let parts = parts(entries, least, room: room).map {
      fitted(slide, $0, least, isTight: true)
    }
    if let current = parts.first(where: { $0.agenda.contains(where: \.isCurrent) }) {
      return [current]
    }
    return parts.enumerated().map { index, part in
      var part = part
      if index > 0 {
        part.isContinued = true
        part.titleScale = continued.percent
      }
      return part
    }
  }

  /// A title of its first words, where all of them would leave the agenda too little room.
  private func shortened(_ title: [Inline], _ fit: TitleFit, room: Double) -> [Inline] {
    func fits(_ title: [Inline]) -> Bool {
      fit.continued(title, .slide, room: room).height <= room
    }
    guard !fits(title) else { return title }
    return [.text(firstWords(of: title.plainText) { fits([.text($0)]) })]
  }

  /// As many of the first words of a text as fit, and an ellipsis.
  private func firstWords(of text: String, fits: (String) -> Bool) -> String {
    let words = text.words
    func first(_ count: Int) -> String { words.prefix(count).joined(separator: " ") + " …" }
    return first(ScaleSearch.largest(1...max(1, words.count - 1)) { fits(first($0)) } ?? 0)
  }

  /// An entry that is no higher than a slide: a name that fills one says no more in an agenda than its first words do, and
  /// stands in full where its section begins.
  private func shortened(_ entry: AgendaEntry, room: Double) -> AgendaEntry {
    func fits(_ entry: AgendaEntry) -> Bool {
      height(of: entry, frame.leastScale, isTight: true) <= room
    }
    guard !fits(entry) else { return entry }
    var entry = entry
    entry.detail = nil
    guard !fits(entry) else { return entry }
    let whole = entry
    entry.name = firstWords(of: whole.name) { name in
      var part = whole
      part.name = name
      return fits(part)
    }
    return entry
  }

  private func fitted(
    _ slide: DeckSlide, _ entries: ArraySlice<AgendaEntry>, _ percent: Int, isTight: Bool
  ) -> DeckSlide {
    var slide = slide
    slide.agenda = Array(entries)
    slide.scale = percent
    slide.isTight = isTight
    slide.height = height(of: entries, percent, isTight: isTight, isExact: true)
    return slide
  }

  private func height(
    of entries: ArraySlice<AgendaEntry>, _ percent: Int, isTight: Bool, isExact: Bool = false
  ) -> Double {
    entries.reduce(-frame.theme[.spaceAgendaGap]) {
      $0 + height(of: $1, percent, isTight: isTight, isExact: isExact)
    }
  }

  /// The height of an entry with the space behind it; of its regular and its bold words those with more lines, so that all
  /// agendas of a deck look alike, and exactly only once that is settled.
  private func height(
    of entry: AgendaEntry, _ percent: Int, isTight: Bool, isExact: Bool = false
  ) -> Double {
    let theme = frame.theme
    let size = theme[.sizeBody] * Double(percent) / 100
    // Beside the name stand the padding, the bar and the number.
    let padding = theme[.spaceAgendaPadding]
    let width = frame.width - 4 * padding - theme[.spaceBar] - 2 * size
    func lines(_ text: String, _ size: Double) -> Double {
      func count(isBold: Bool) -> Int {
        typesetter.paragraph([.text(text)], .init(isBold: isBold)).paragraph
          .lines(width: width - (isExact ? 0.02 : 0.5), size: size, floor: theme[.sizeFloor]).count
      }
      if isExact { return Double(count(isBold: entry.isCurrent && text == entry.name)) }
      let bold = count(isBold: true)
      // What is one line in bold is one in regular, too.
      return Double(bold > 1 ? max(bold, count(isBold: false)) : bold)
    }
    var height = lines(entry.name, size) * size
    if let detail = entry.detail {
      height += lines(detail, theme[.sizeFloor]) * theme[.sizeFloor]
    }
    let around = 2 * (isTight ? theme[.spaceAgendaGap] : padding)
    return height * theme[.leadingAgenda] + around + theme[.spaceAgendaGap]
  }

  private func parts(
    _ entries: ArraySlice<AgendaEntry>, _ percent: Int, room: Double
  ) -> [ArraySlice<AgendaEntry>] {
    var parts: [ArraySlice<AgendaEntry>] = []
    var start = entries.startIndex
    var used = 0.0
    for index in entries.indices {
      let height = height(of: entries[index], percent, isTight: true)
      if index > start, used + height > room {
        parts.append(entries[start..<index])
        start = index
        used = 0
      }
      used += height
    }
    return parts + [entries[start...]]
  }
}
