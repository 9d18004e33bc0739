import LecternMarkdown

/// Pairs the opening and closing tags of one block; what has no partner becomes text.
struct ElementStack {
  private struct Open {
    var name: String
    var attributes: [(name: String, value: String)]
    var literal: String
    var content: [Inline] = []
  }

  private var open: [Open] = []
  /// How many elements of each name are open, so that a tag that closes none is known without a search.
  private var counts: [String: Int] = [:]
  private var content: [Inline] = []

  mutating func append(_ inline: Inline?) {
    guard let inline else { return }
    if open.isEmpty { content.append(inline) } else { open[open.count - 1].content.append(inline) }
  }

  mutating func open(_ name: String, _ attributes: [(String, String)], _ literal: String) {
    if RawHTMLPolicy.emptyElements.contains(name) {
      append(name == "br" ? .lineBreak : .element(name: name, attributes: [], content: []))
      return
    }
    open.append(Open(name: name, attributes: attributes, literal: literal))
    counts[name, default: 0] += 1
  }

  mutating func close(_ name: String, _ literal: String) {
    guard counts[name, default: 0] > 0, let index = open.lastIndex(where: { $0.name == name })
    else {
      if !RawHTMLPolicy.emptyElements.contains(name) { append(.text(literal)) }
      return
    }
    let inner = Self.flattened(open[(index + 1)...])
    let element = open[index]
    for closed in open[index...] { counts[closed.name, default: 0] -= 1 }
    open.removeSubrange(index...)
    append(
      .element(
        name: element.name, attributes: element.attributes, content: element.content + inner))
  }

  mutating func finish() -> [Inline] {
    content + Self.flattened(open[...])
  }

  /// Opening tags that are never closed as text, each before its content.
  private static func flattened(_ open: ArraySlice<Open>) -> [Inline] {
    open.flatMap { [.text($0.literal)] + $0.content }
  }
}
