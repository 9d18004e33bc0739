import LecternBriefing
import LecternSource

/// Themes that an overview promises: as many as it says, and each of them a heading.
struct PromisedThemes: Rule {
  static let topic = RuleTopic.reporting
  static let source = "COREQ 31"
  static let codes: [Diagnostic.Code] = [.themesMiscounted, .themeWithoutHeading]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy else { return [] }
    return briefing.briefing.sections.flatMap(\.slides).flatMap { slide in
      zip(slide.blocks, slide.blocks.dropFirst()).flatMap { block, next -> [Diagnostic] in
        guard case .paragraph = block.content, case .list(let list) = next.content,
          let promise = promise(block, briefing)
        else { return [] }
        return problems(promise, list, next.span, briefing)
      }
    }
  }

  private static func headings(of briefing: CheckedBriefing) -> Set<String> {
    let sections = briefing.briefing.sections
    let all = sections.map(\.heading) + sections.flatMap(\.slides).map(\.heading)
    return Set(all.compactMap { $0?.text.bare })
  }

  /// The number in words such as “four themes:” at the end of a paragraph.
  private static func promise(_ block: Block, _ briefing: CheckedBriefing) -> Word? {
    let words = WordReader(bytes: briefing.file.bytes).words(in: block.span).suffix(6)
    guard let noun = words.lastIndex(where: { $0.lower == "themes" }), noun > words.startIndex,
      briefing.file.bytes[block.span.lower..<block.span.upper].last == UInt8(ascii: ":")
    else { return nil }
    return words[words.startIndex..<noun].last { $0.number != nil }
  }

  private static func problems(
    _ promise: Word, _ list: List, _ span: Span, _ briefing: CheckedBriefing
  ) -> [Diagnostic] {
    if let number = promise.number, number != list.items.count {
      return [.themesMiscounted(number, list.items.count, at: promise.span)]
    }
    let themes = list.items.compactMap { item in
      item.blocks.first.map { (name: $0.plainText.trimmed, span: $0.span) }
    }
    let headings = headings(of: briefing)
    let missing = themes.filter { !headings.contains($0.name.bare) }
    // Where none is a heading, the text names its themes in other words.
    guard missing.count < themes.count else { return [] }
    return missing.map { .themeWithoutHeading($0.name, at: $0.span) }
  }
}

extension String {
  /// In small letters, with nothing but words.
  fileprivate var bare: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}

extension Diagnostic.Code {
  static let themesMiscounted = Self(
    "themes-miscounted", .warning,
    summary: "A text promises a number of themes, and the list behind it has another.",
    remedy: "Correct the number, or the list.")
  static let themeWithoutHeading = Self(
    "theme-without-heading", .information,
    summary: "A theme that the overview promises is no heading, although others are.",
    remedy: "Give the heading the words of the overview.")
}

extension Diagnostic {
  fileprivate static func themesMiscounted(_ number: Int, _ count: Int, at span: Span) -> Self {
    Self(
      .themesMiscounted, "\(number) themes are promised, and \(count) are listed", at: span,
      help: "correct the number, or the list")
  }

  fileprivate static func themeWithoutHeading(_ name: String, at span: Span) -> Self {
    Self(
      .themeWithoutHeading, "no heading is called `\(name.prefix(40))`", at: span,
      help: "give the heading of this theme the same words")
  }
}
