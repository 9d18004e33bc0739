/// Two colours of which the pages put one upon the other, and how well they must be told apart.
///
/// Contrast is the same both ways, so a rule also covers the reverse: text of the paper's colour on an accent, or an
/// action of a cover under the pointer. Focus rings have the colour of links, so what links need is more than they need.
struct ContrastRule: Sendable, Equatable {
  /// The colour of the text or shape.
  let front: ThemeColour
  /// The colour behind it.
  let ground: ThemeColour
  /// What is drawn with them.
  let use: Use

  /// What two colours draw, by what WCAG 2.2 asks of it.
  enum Use: Sendable {
    /// Text of any size, success criterion 1.4.3: large text would need less, but sizes are an author's.
    case text
    /// A shape that says something, success criterion 1.4.11.
    case shape

    /// The least ratio.
    var needed: Double { self == .text ? 4.5 : 3 }
  }

  /// Every pair that `base.css`, `deck.css`, `report.css` and the drawings use.
  static let all: [ContrastRule] =
    text([.ink, .soft, .accent], on: .paper)
    // Callouts, key messages, code, the current section of an agenda; text, evidence, titles and links.
    + text([.ink, .soft, .accent], on: .wash)
    + text([.ink, .soft, .accent, .warn], on: .warnWash)
    // The band of a strong passage and marked words, also among the softer words of a quotation and in links.
    + text([.ink, .soft, .accent], on: .mark)
    // The sixth part of a stacked bar; the other parts are pairs from above.
    + text([.ink], on: .line)
    // The link below the slides of a deck that is read as a document.
    + text([.accent], on: .desk)
    + text([.onCover, .onCoverSoft], on: .cover)
    // Boxes of tasks, keys, every second speaker; the bar of a warning.
    + [
      ContrastRule(front: .edge, ground: .paper, use: .shape),
      ContrastRule(front: .edge, ground: .wash, use: .shape),
      ContrastRule(front: .warn, ground: .paper, use: .shape),
    ]

  private static func text(_ fronts: [ThemeColour], on ground: ThemeColour) -> [ContrastRule] {
    fronts.map { ContrastRule(front: $0, ground: ground, use: .text) }
  }
}
