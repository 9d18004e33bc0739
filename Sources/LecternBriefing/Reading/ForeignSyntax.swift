import LecternSource

/// Finds what pandoc, Quarto and R Markdown read and GitHub-flavoured Markdown shows as text.
enum ForeignSyntax {
  /// A problem for each place.
  static func problems(in briefing: Briefing) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for section in briefing.sections {
      let headings = [section.heading] + section.slides.filter(\.beginsWithHeading).map(\.heading)
      for heading in headings.compactMap(\.self) {
        guard let attributes = attributes(endOf: heading.text) else { continue }
        let id = attributes.dropFirst(2).prefix { !$0.isWhitespace && $0 != "}" }
        problems.append(
          .foreignSyntax(
            String(attributes),
            attributes.hasPrefix("{#")
              ? "take it out, and write `<!-- id: \(id) -->` before the heading if you need the id"
              : "take it out; the theme decides how headings look", at: heading.span))
      }
    }
    briefing.allBlocks.forEachBlock { block in
      guard case .paragraph(let inlines) = block.content else { return }
      if let problem = problem(in: inlines, at: block.span) { problems.append(problem) }
    }
    return problems
  }

  private static func problem(in inlines: [Inline], at span: Span) -> Diagnostic? {
    if case .text(let text)? = inlines.first {
      if text.hasPrefix(":::") {
        return .foreignSyntax(
          ":::", "take the line out; a callout is `> [!NOTE]`, columns are `<!-- columns -->`",
          at: span)
      }
      if text.hasPrefix("$$") {
        return .foreignSyntax(
          "$$", "show the formula as a picture with an alternative text, or in words", at: span)
      }
    }
    for (inline, next) in zip(inlines, inlines.dropFirst()) {
      guard case .image = inline, case .text(let text) = next, text.hasPrefix("{") else { continue }
      return .foreignSyntax(
        String(text.prefix { $0 != "}" }) + "}",
        "take it out; pictures are as large as there is room",
        at: span)
    }
    let hasNote = inlines.contains { inline in
      if case .text(let text) = inline { text.holds("^") && text.contains("^[") } else { false }
    }
    return hasNote
      ? .foreignSyntax("^[", "write `[^1]` and, on a line of its own, `[^1]: …`", at: span) : nil
  }

  /// Attributes in braces behind the words of a heading.
  private static func attributes(endOf text: String) -> Substring? {
    guard text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{") else {
      return nil
    }
    let attributes = text[open...]
    return attributes.hasPrefix("{#") || attributes.hasPrefix("{.") || attributes == "{-}"
      ? attributes : nil
  }
}

extension Diagnostic.Code {
  static let foreignSyntax = Self(
    "foreign-syntax", .warning,
    summary: "Something that pandoc or Quarto reads is text here, and is shown as it stands.",
    remedy: "Take it out, or write it as the message says.")
}

extension Diagnostic {
  fileprivate static func foreignSyntax(_ words: String, _ help: String, at span: Span) -> Self {
    Self(
      .foreignSyntax, "`\(words)` is another program's syntax and is shown as text", at: span,
      help: help)
  }
}
