import LecternSource

/// Words that point to something by its colour or its place on the page, which not everybody sees.
struct PositionWords: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 1.3.3 and 1.4.1"
  static let codes: [Diagnostic.Code] = [.meaningByColourOrPlace]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for passage in briefing.passages where passage.kind == .text || passage.kind == .item {
      let words = passage.words
      for index in words.indices.dropLast() {
        let next = words[index + 1]
        guard next.gap.isEmpty else { continue }
        let isColour = colours.contains(words[index].lower) && shapes.contains(next.lower)
        let isPlace =
          sides.contains(words[index].lower) && shapes.contains(next.lower)
          && !next.lower.hasPrefix("line") && index > 0
          && words[index - 1].lower == "the"
        guard isColour || isPlace else { continue }
        found.append(
          .meaningByColourOrPlace(
            "\(words[index].lower) \(next.lower)", at: words[index].span.union(next.span)))
      }
    }
    return found
  }

  private static let colours: Set<String> = [
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "grey", "gray", "brown", "black",
  ]
  private static let sides: Set<String> = ["left", "right", "upper", "lower", "top", "bottom"]
  private static let shapes: Set<String> = [
    "bar", "bars", "line", "lines", "box", "boxes", "circle", "circles", "dot", "dots", "arrow",
    "arrows", "column", "columns", "cell", "cells", "row", "rows", "segment", "segments", "pan",
  ]
}

extension Diagnostic.Code {
  static let meaningByColourOrPlace = Self(
    "meaning-by-colour-or-place", .information,
    summary: "The text points to something by its colour or its place on the page alone.",
    remedy: "Name it as well: “the red bar, Leeds”.")
}

extension Diagnostic {
  fileprivate static func meaningByColourOrPlace(_ words: String, at span: Span) -> Self {
    Self(
      .meaningByColourOrPlace, "not everybody sees which is the `\(words)`", at: span,
      help: "name what it shows as well")
  }
}
