/// The report of a text that cites works, cut into its citations and its list.
public struct CitationPage {
  /// The citations in order, emphasis as asterisks.
  public let citations: [String]
  /// The works of the list by key.
  public let list: [String: String]
  /// The keys in the order of the list.
  public let order: [String]
  /// What was reported.
  public let errors: String
  /// The page.
  public let html: String

  /// Renders a text with works in CSL-JSON.
  public init(works: String, style: String, text: String) throws {
    let lines = works.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let input = "---\ntitle: T\ncitation-style: \(style)\nreferences:\n\(lines)\n---\n\n\(text)\n"
    let result = try Program.lectern.run(
      ["render", "-", "--to", "fragment"], input: Array(input.utf8))
    html = result.text
    errors = result.errors
    citations = Self.parts(of: html, from: "<span class=\"citation\"", to: "</span>").map(
      Self.words)
    let entries = Self.parts(of: html, from: "<li id=\"ref.", to: "</li>").map { entry in
      let key = String(entry.dropFirst("<li id=\"ref.".count).prefix { $0 != "\"" })
      let words = entry.firstRange(of: " <a class=\"backref\"").map { entry[..<$0.lowerBound] }
      return (key, Self.words(words ?? entry[...]))
    }
    order = entries.map(\.0)
    list = Dictionary(entries, uniquingKeysWith: { first, _ in first })
  }

  private static func parts(of text: String, from start: String, to end: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = text[...]
    while let first = rest.firstRange(of: start) {
      guard let last = rest[first.upperBound...].firstRange(of: end) else { break }
      parts.append(rest[first.lowerBound..<last.lowerBound])
      rest = rest[last.upperBound...]
    }
    return parts
  }

  /// The words of some markup, emphasis as asterisks.
  private static func words(_ markup: Substring) -> String {
    let text = markup.replacing("<em>", with: "*").replacing("</em>", with: "*")
    var words = ""
    var isInside = false
    for character in text {
      switch character {
      case "<": isInside = true
      case ">": isInside = false
      default: if !isInside { words.append(character) }
      }
    }
    return words.replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&quot;", with: "\"")
  }
}
