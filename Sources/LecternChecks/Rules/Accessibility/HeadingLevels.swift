import LecternBriefing
import LecternSource

/// Headings that jump over a level inside a section.
struct HeadingLevels: Rule {
  static let topic = RuleTopic.accessibility
  static let source = "WCAG 2.2, 1.3.1; NHS digital service manual, headings"
  static let codes: [Diagnostic.Code] = [.headingLevelSkipped]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    // In Marp's decks levels are sizes.
    guard !briefing.briefing.isMarp else { return [] }
    var found: [Diagnostic] = []
    for section in briefing.briefing.sections {
      var level = section.heading?.level ?? 0
      for slide in section.slides {
        if let heading = slide.heading { level = heading.level }
        slide.blocks.forEachBlock { block in
          guard case .heading(let heading) = block.content else { return }
          // Before the first section there is nothing that a level could be counted from.
          if level >= 2, heading.level > level + 1 {
            found.append(.headingLevelSkipped(heading, after: level))
          }
          level = heading.level
        }
      }
    }
    return found
  }
}

extension Diagnostic.Code {
  static let headingLevelSkipped = Self(
    "heading-level-skipped", .warning,
    summary:
      "A heading is more than one level below the one before it, so that a level seems to be missing.",
    remedy: "Write the next level: `###` below `##`, `####` below `###`.")
}

extension Diagnostic {
  fileprivate static func headingLevelSkipped(_ heading: Heading, after level: Int) -> Self {
    let marks = String(repeating: "#", count: level + 1)
    return Self(
      .headingLevelSkipped,
      "the heading `\(heading.text.prefix(40))` skips from level \(level) to \(heading.level)",
      at: heading.span, help: "begin it with `\(marks)`")
  }
}
