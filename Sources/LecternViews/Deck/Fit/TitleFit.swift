import LecternBriefing
import LecternSource
import LecternTypography

/// Fits titles: they wrap, then shrink, and one that would fill the slide all the same goes on on the next.
struct TitleFit {
  let frame: SlideFrame
  let typesetter: Typesetter

  /// Where a title stands.
  struct Place {
    /// The size at which it is set if it fits, and the least.
    var size: ThemeToken
    var least: ThemeToken
    var leading: ThemeToken
    var tracking: ThemeToken
    /// How many lines it may have before it shrinks.
    var lines: Int

    static let slide = Place(
      size: .sizeTitle, least: .sizeTitleLeast, leading: .leadingTitle, tracking: .trackingTitle,
      lines: 2)
    static let cover = Place(
      size: .sizeCover, least: .sizeCoverLeast, leading: .leadingCover, tracking: .trackingCover,
      lines: 3)
    static let section = Place(
      size: .sizeSection, least: .sizeSectionLeast, leading: .leadingSection,
      tracking: .trackingSection, lines: 3)
  }

  /// A title, or a part of one, at the size that it has on its slide.
  struct Title {
    /// The words.
    var inlines: [Inline]
    /// The size as a whole percentage of the theme's.
    var percent: Int
    /// The height in pixels.
    var height: Double
  }

  /// A title in as many parts as it takes, each no higher than `room`.
  func titles(_ inlines: [Inline], _ place: Place, room: Double) -> [Title] {
    let title = title(inlines, place, room: room)
    return title.height <= room ? [title] : parts(inlines, place, title.percent, room: room)
  }

  /// A title in one part, at the least size if it must be.
  func title(_ inlines: [Inline], _ place: Place, room: Double) -> Title {
    let least = least(place)
    let paragraph = typesetter.paragraph(inlines, look(place)).paragraph
    func height(_ lines: [Paragraph.Line], _ percent: Int) -> Double {
      Double(lines.count) * lineHeight(place, percent)
    }
    for percent in stride(from: 100, to: least, by: -5) {
      let lines = lines(paragraph, place, percent)
      guard lines.count <= place.lines, height(lines, percent) <= room else { continue }
      return Title(inlines: inlines, percent: percent, height: height(lines, percent))
    }
    return Title(
      inlines: inlines, percent: least, height: height(lines(paragraph, place, least), least))
  }

  private func least(_ place: Place) -> Int {
    Int((frame.theme[place.least] / frame.theme[place.size] * 100).rounded(.up))
  }

  /// A title with the mark of a slide that goes on; `inlines` are the words without it.
  func continued(_ inlines: [Inline], _ place: Place, room: Double) -> Title {
    var title = title(
      inlines + [.text(" " + typesetter.labels[.continued])], place, room: room)
    title.inlines = inlines
    return title
  }

  private func look(_ place: Place) -> Typesetter.Look {
    Typesetter.Look(isBold: true, tracking: frame.theme[place.tracking])
  }

  private func lineHeight(_ place: Place, _ percent: Int) -> Double {
    size(place, percent) * frame.theme[place.leading]
  }

  private func size(_ place: Place, _ percent: Int) -> Double {
    frame.theme[place.size] * Double(percent) / 100
  }

  private func lines(
    _ paragraph: Paragraph, _ place: Place, _ percent: Int
  ) -> [Paragraph.Line] {
    paragraph.lines(
      width: frame.width - 0.5, size: size(place, percent), floor: frame.theme[.sizeFloor])
  }

  /// The parts of a title at its least size.
  private func parts(
    _ inlines: [Inline], _ place: Place, _ percent: Int, room: Double
  ) -> [Title] {
    let measured = typesetter.paragraph(inlines, look(place))
    let most = max(1, Int(room / lineHeight(place, percent)))
    let width = frame.width - 0.5
    let size = size(place, percent)
    var titles: [Title] = []
    var rest = measured.paragraph
    var start: Paragraph.Place?
    while true {
      // Behind the first part stands the mark of a slide that goes on, which may take a line.
      let most = titles.isEmpty ? most : max(1, most - 1)
      let lines = rest.lines(
        width: width, size: size, floor: frame.theme[.sizeFloor], most: most + 1)
      let end = lines.count > most ? lines[most].start : nil
      titles.append(
        Title(
          inlines: measured.runs.part(of: inlines[...], from: start, to: end), percent: percent,
          height: Double(min(lines.count, most)) * lineHeight(place, percent)))
      guard let end else { return titles }
      let tail = rest.cut(at: end).tail
      guard !tail.isEmpty else { return titles }
      rest = tail
      start = end
    }
  }

  /// A kicker that is one line long, with an ellipsis where words are left out.
  func kicker(_ text: String) -> String {
    let size = frame.theme[.sizeKicker]
    let paragraph = typesetter.paragraph([.text(text)], .init(isBold: true)).paragraph
    let width = frame.width - 1
    guard paragraph.lines(width: width, size: size, floor: 0, most: 2).count > 1 else {
      return text
    }
    let lines = paragraph.lines(width: width - 2 * size, size: size, floor: 0, most: 2)
    let bytes = text.utf8
    let end = bytes.index(bytes.startIndex, offsetBy: lines.count > 1 ? lines[1].start.offset : 0)
    return text[..<end].trimmed + "…"
  }
}
