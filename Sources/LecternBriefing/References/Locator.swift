import LecternSource

/// The pages of a work that a citation points to, as its author writes them: `p. 4`, `pp. 4-6, 9`, or bare `4`.
public struct Locator: Sendable, Equatable {
  /// The pages, with dashes in ranges.
  public let pages: String
  /// Whether they are more than one.
  public let isPlural: Bool
  /// What stands behind them.
  public let rest: String

  /// Reads the words behind the key of a citation; nil when they begin with no pages.
  public init?(_ words: String) {
    let lower = words.lowercased()
    let mark = Self.marks.first { mark in
      lower.hasPrefix(mark)
        && (mark.hasSuffix(".") || lower.dropFirst(mark.count).first?.isLetter != true)
    }
    let text = words.dropFirst(mark?.count ?? 0).trimmed
    var pages: [String] = []
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    for part in parts {
      guard let page = Self.page(part, isMarked: mark != nil) else { break }
      pages.append(page)
    }
    guard !pages.isEmpty else { return nil }
    self.pages = pages.joined(separator: ", ")
    isPlural = pages.count > 1 || pages[0].contains("–")
    rest = parts.dropFirst(pages.count).joined(separator: ", ")
  }

  /// Whether words in brackets behind `@key` say where in the work something stands.
  static func isLocator(_ words: String) -> Bool {
    if Locator(words) != nil { return true }
    let first = words.lowercased().prefix { $0.isLetter }
    let others = [
      "chap", "chapter", "chapters", "ch", "sec", "section", "sections", "para", "paragraph",
      "vol", "volume", "fig", "figure", "table", "line", "lines", "appendix",
    ]
    return words.hasPrefix("§")
      || (others.contains(String(first)) && words.contains(where: \.isNumber))
  }

  private static let marks = ["pages", "page", "pp.", "pp", "p.", "p"]

  /// A page or range of pages with a dash, or nil for other words.
  private static func page(_ written: String, isMarked: Bool) -> String? {
    var page = ""
    for character in written {
      switch character {
      case "-", "–", "—": if page.last != "–" { page.append("–") }
      case " ": continue
      case _ where character.isLetter || character.isNumber: page.append(character)
      default: return nil
      }
    }
    let words = written.replacing("–", with: "-").replacing(" - ", with: "-").words
    guard words.count == 1, page.count <= 24 else { return nil }
    let isRoman = isMarked && page.allSatisfy { "ivxlcIVXLC–".contains($0) }
    return page.contains(where: \.isNumber) && (isMarked || page.first?.isNumber == true)
      || isRoman ? page : nil
  }
}
