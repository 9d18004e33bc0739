import LecternBriefing
import LecternTypography

/// Slides that hold more than fits at the floor go on on further ones.
extension SlideFitter {
  /// Footnotes go to the slides that follow, unless one would hold nothing else: then every slide keeps room for them.
  func severalSlides(
    _ slide: DeckSlide, _ title: TitleFit.Title, _ foot: FootFit
  ) -> [DeckSlide] {
    let slides = severalSlides(slide, title, foot, notes: 0)
    let notes = foot.height(footnotes: slide.footnotes, sources: []) + frame.theme[.spaceFootGap]
    let most = frame.room(head: 0, foot: 0) * Self.footShare
    guard !slide.footnotes.isEmpty, notes <= most, slides.contains(where: \.blocks.isEmpty) else {
      return slides
    }
    let closer = severalSlides(slide, title, foot, notes: notes)
    return closer.count <= slides.count && !closer.contains(where: \.blocks.isEmpty)
      ? closer : slides
  }

  private func severalSlides(
    _ slide: DeckSlide, _ title: TitleFit.Title, _ foot: FootFit, notes: Double
  ) -> [DeckSlide] {
    let sources = foot.height(sources: slide.sources)
    let continued = continued(slide, title)
    let whole = min(
      frame.room(head: head(slide, title), foot: sources),
      frame.room(head: head(slide, continued), foot: sources))
    let room = whole - notes
    let zone = zones(slide).last
    let stack = maker(slide, tracking: zone?.tracking ?? 0).stack(slide.blocks).stacked
    let leading = zone?.leading ?? .leadingBody
    let least = frame.leastScale
    func parts(_ percent: Int, most: Int = .max) -> [Stack] {
      cut(stack, frame.scale(percent, leading: leading, room: room), most: most)
    }
    let fewest = parts(least).count
    // All parts share one size: the largest that needs no more slides than the floor does. A text of very many slides
    // is not worth the search.
    let highest =
      fewest > Self.manySlides
      ? least
      : ScaleSearch.largest(least...100) { parts($0, most: fewest).count <= fewest } ?? least
    let percent = keepingWords(of: stack, least...max(least, highest)) { percent in
      frame.scale(percent, leading: leading, room: room)
    }
    let scale = frame.scale(percent, leading: leading, room: room)
    var steps = 0
    var slides: [DeckSlide] = []
    for (index, part) in parts(percent).enumerated() {
      var next = finish(slide, part, scale, percent: percent)
      next.room = whole
      if index > 0 {
        next.isContinued = true
        next.titleScale = continued.percent
      }
      let last = next.blocks.lastStep
      next.blocks = next.blocks.renumberingSteps(from: steps)
      steps = max(steps, last)
      slides.append(next)
    }
    return withFootnotes(
      slide.footnotes, slides, foot, sources: sources, continued: continued.percent)
  }

  /// How many slides of one heading are too many to look for their best size.
  private static let manySlides = 30

  /// The parts of a stack, each as high as the room allows; one more than `most` is where it ends.
  private func cut(_ stack: Stack, _ scale: Scale, most: Int) -> [Stack] {
    var parts: [Stack] = []
    var rest: Stack? = stack
    while let current = rest, parts.count <= most {
      let halves = current.cut(at: scale.room, frame.width, scale, isForced: true)
      if let head = halves.head { parts.append(head) }
      // What cannot be cut stays whole rather than be lost.
      if halves.head == nil {
        parts.append(current)
        rest = nil
      } else {
        rest = halves.tail
      }
    }
    return parts.isEmpty ? [stack] : parts
  }

  /// Puts each footnote below the words that refer to it where there is room, else on the slides that follow.
  private func withFootnotes(
    _ footnotes: [Footnote], _ slides: [DeckSlide], _ foot: FootFit, sources: Double,
    continued percent: Int
  ) -> [DeckSlide] {
    var slides = slides
    var waiting: [Footnote] = []
    var uncalled = Dictionary(uniqueKeysWithValues: footnotes.map { ($0.number, $0) })
    for index in slides.indices {
      waiting += slides[index].footnoteNumbers.compactMap { uncalled.removeValue(forKey: $0) }
      if index == slides.indices.last {
        waiting += uncalled.values.sorted { $0.number < $1.number }
      }
      let gap = sources > 0 ? foot.gap : frame.theme[.spaceFootGap]
      let spare = slides[index].room - slides[index].height - gap
      let parts = foot.cut(waiting, at: spare, isForced: false)
      slides[index].footnotes = parts.head
      waiting = parts.tail
    }
    while !waiting.isEmpty, var next = slides.last {
      next.blocks = []
      next.placements = [:]
      next.height = 0
      next.isContinued = true
      next.titleScale = percent
      let parts = foot.cut(waiting, at: next.room - foot.gap, isForced: true)
      next.footnotes = parts.head
      waiting = parts.tail
      slides.append(next)
    }
    return slides
  }
}

extension DeckSlide {
  /// The numbers of the footnotes that its title and blocks refer to, in order.
  fileprivate var footnoteNumbers: [Int] {
    var numbers: [Int] = []
    func visit(_ inline: Inline) {
      if case .footnote(let number, _) = inline { numbers.append(number) }
    }
    title.forEachInline(visit)
    blocks.forEachInline(visit)
    return numbers
  }
}
