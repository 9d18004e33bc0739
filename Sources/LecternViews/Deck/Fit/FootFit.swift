import LecternBriefing
import LecternTypography

/// Measures what stands at a slide's foot: footnotes, and the line of sources.
struct FootFit {
  let frame: SlideFrame
  let maker: BoxMaker

  /// The scale of footnotes: their text is at the floor.
  private func scale(room: Double) -> Scale {
    let theme = frame.theme
    return Scale(
      theme: theme, size: theme[.sizeFloor], leading: theme[.leadingCaption], room: room)
  }

  private var noteWidth: Double {
    frame.width - frame.theme[.gapNumber] * frame.theme[.sizeFloor]
  }

  private var noteGap: Double { frame.theme[.gapItem] * frame.theme[.sizeFloor] }

  /// The height of some sources in one line after another.
  func height(sources: [[Inline]]) -> Double {
    guard !sources.isEmpty else { return 0 }
    let inlines = Array(sources.joined(separator: [.text("; ")]))
    let small = frame.theme[.sizeSmall]
    let lines = maker.typesetter.paragraph(inlines, .init()).paragraph.lines(
      width: frame.width - 0.5, size: small, floor: small)
    return Double(lines.count) * small * Self.sourceLeading
  }

  /// Whether sources have so many letters that they might be higher; most have few, and need not be measured to know.
  func mayBeHigher(than room: Double, _ sources: [[Inline]]) -> Bool {
    let small = frame.theme[.sizeSmall]
    let lines = (room / (small * Self.sourceLeading)).rounded(.down)
    // No letter is wider than three times its size, with what is left empty behind it where a line ends.
    let letters = lines * frame.width / (3 * small)
    return Double(sources.reduce(0) { $0 + $1.plainText.utf8.count + 2 }) > letters
  }

  /// The height of a line of sources as a part of its size.
  static let sourceLeading = 4.0 / 3

  /// The height of footnotes and sources together.
  func height(footnotes: [Footnote], sources: [[Inline]]) -> Double {
    let notes = height(of: footnotes)
    let below = height(sources: sources)
    return notes + below + (notes > 0 && below > 0 ? noteGap : 0)
  }

  /// The space between footnotes and sources.
  var gap: Double { noteGap }

  private func height(of footnotes: [Footnote]) -> Double {
    let scale = scale(room: frame.room(head: 0, foot: 0))
    var height = 0.0
    for (index, footnote) in footnotes.enumerated() {
      height += (index > 0 ? noteGap : 0) + stack(footnote).height(noteWidth, scale)
    }
    return height
  }

  private func stack(_ footnote: Footnote) -> Stack { maker.stack(footnote.blocks) }

  /// The footnotes, and parts of one, that have room, and those that must go on.
  func cut(
    _ footnotes: [Footnote], at room: Double, isForced: Bool
  ) -> (head: [Footnote], tail: [Footnote]) {
    let scale = scale(room: frame.room(head: 0, foot: 0) * 0.8)
    var used = 0.0
    for (index, footnote) in footnotes.enumerated() {
      let gap = index > 0 ? noteGap : 0
      let stack = stack(footnote)
      let height = stack.height(noteWidth, scale)
      if used + gap + height <= room {
        used += gap + height
        continue
      }
      let head = Array(footnotes[..<index])
      let tail = Array(footnotes[index...])
      // A footnote is cut only where it would fill more than a slide.
      guard height > scale.room || (isForced && index == 0) else { return (head, tail) }
      let parts = stack.cut(
        at: room - used - gap, noteWidth, scale, isForced: isForced && index == 0)
      guard let first = parts.head else { return (head, tail) }
      var beginning = footnote
      beginning.blocks = first.blocks
      guard let rest = parts.tail else { return (head + [beginning], Array(tail.dropFirst())) }
      var end = footnote
      end.blocks = rest.blocks
      return (head + [beginning], [end] + tail.dropFirst())
    }
    return (footnotes, [])
  }
}
