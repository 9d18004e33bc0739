import LecternBriefing
package import LecternSource

/// What an author should know of how the slides fit.
final class FitProblems {
  private let typesetter: Typesetter
  private let headings: [Heading]
  private var seen = 0
  /// The problems found so far.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ typesetter: Typesetter, _ briefing: Briefing) {
    self.typesetter = typesetter
    let inner = briefing.sections.flatMap { [$0.heading] + $0.slides.map(\.heading) }
    headings = [briefing.title] + inner.compactMap(\.self)
  }

  /// Looks whether a block that was measured has characters that no font has; the first such block tells of all.
  func visit(_ block: Block) {
    lookForCharacters { uncovered in
      // Titles and covers are measured before the blocks below them.
      Self.holds(block.plainText, uncovered)
        ? block.span
        : headings.first { Self.holds($0.text, uncovered) }?.span ?? block.span
    }
  }

  /// Looks whether a slide has such characters outside its blocks.
  func visit(_ slide: DeckSlide) {
    lookForCharacters { uncovered in
      headings.first { Self.holds($0.text, uncovered) }?.span ?? slide.span
    }
  }

  private func lookForCharacters(_ place: (Set<Unicode.Scalar>) -> Span) {
    guard seen == 0 else { return }
    let uncovered = typesetter.uncovered
    seen = uncovered.count
    guard seen > 0 else { return }
    let sorted = uncovered.sorted { $0.value < $1.value }
    diagnostics.append(.charactersWithoutFont(sorted, at: place(uncovered)))
  }

  private static func holds(_ text: String, _ scalars: Set<Unicode.Scalar>) -> Bool {
    text.unicodeScalars.contains { scalars.contains($0) }
  }

  /// Looks at what became of one slide.
  func judge(_ slides: [DeckSlide]) {
    guard let first = slides.first else { return }
    if slides.count > 1, first.layout != .agenda {
      diagnostics.append(.slideContinued(slides.count, at: first.span))
    } else if first.scale < Self.smallScale, first.layout != .agenda, first.cutTables.isEmpty {
      diagnostics.append(.slideScaled(first.scale, at: first.span))
    }
    // Every part of a table that goes on has the columns of the whole.
    for table in Set(slides.flatMap(\.cutTables)).sorted(by: { $0.lower < $1.lower }) {
      diagnostics.append(.tableCutsWords(at: table))
    }
    for slide in slides {
      slide.blocks.forEachBlock { block in
        guard case .figure(let figure) = block.content,
          case .listed = slide.placements[block.span.lower],
          !diagnostics.contains(where: {
            $0.code == .figureListed && $0.span == figure.span
          })
        else { return }
        diagnostics.append(.figureListed(at: figure.span))
      }
    }
  }

  /// Below which scale, in percent, an author is told.
  private static let smallScale = 80
}

/// Every kind of problem that making the views can find.
package enum ViewCodes {
  /// The codes, for the catalogue.
  package static let all: [Diagnostic.Code] = [
    .charactersWithoutFont, .slideContinued, .slideScaled, .tableCutsWords,
    .figureListed,
  ]
}

extension Diagnostic.Code {
  fileprivate static let charactersWithoutFont = Self(
    "characters-without-font", .warning,
    summary: "Characters are in none of the theme's fonts, so how much room they take is a guess.",
    remedy:
      "Name a font file that has them under `fallback` in `templates/theme.yaml`, or leave them out."
  )
  fileprivate static let slideContinued = Self(
    "slide-continued", .information,
    summary:
      "A slide holds more than fits at the least size of text, and goes on on further slides.",
    remedy: "Shorten it, or cut it with `---` where that suits the talk.")
  fileprivate static let slideScaled = Self(
    "slide-scaled", .information,
    summary: "A slide's text is set at less than four fifths of its size, so that it fits.",
    remedy: "Shorten it, or cut it with `---`.")
  fileprivate static let tableCutsWords = Self(
    "table-cuts-words", .information,
    summary: "A table has more or longer words side by side than a slide is wide, so some are cut.",
    remedy: "Show fewer columns, turn rows and columns round, or use shorter words in the header.")
  fileprivate static let figureListed = Self(
    "figure-listed", .information,
    summary: "A figure is shown as lists on its slide, as its words would be too small.",
    remedy: "Show fewer items, use shorter labels, or give the figure a slide of its own.")
}

extension Diagnostic {
  fileprivate static func charactersWithoutFont(_ scalars: [Unicode.Scalar], at span: Span) -> Self
  {
    let shown = scalars.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    let more = scalars.count > 8 ? " and others" : ""
    return Self(
      .charactersWithoutFont, "no font of the theme has \(shown)\(more); the fit is a guess",
      at: span,
      help: "name a font file that has them under `fallback` in `templates/theme.yaml`")
  }

  fileprivate static func slideContinued(_ count: Int, at span: Span) -> Self {
    Self(
      .slideContinued, "what stands here takes \(count) slides", at: span,
      help: "shorten it, or cut it with `---` where that suits the talk")
  }

  fileprivate static func slideScaled(_ percent: Int, at span: Span) -> Self {
    Self(
      .slideScaled, "the text of this slide is set at \(percent) % of its size", at: span,
      help: "shorten it, or cut it with `---`")
  }

  fileprivate static func tableCutsWords(at span: Span) -> Self {
    Self(
      .tableCutsWords, "words of this table are cut on its slide", at: span,
      help: "show fewer columns, turn rows and columns round, or use shorter words")
  }

  fileprivate static func figureListed(at span: Span) -> Self {
    Self(
      .figureListed, "the figure is shown as lists: its words would be too small", at: span,
      help: "show fewer items, use shorter labels, or give it a slide of its own")
  }
}
