import LecternBriefing
import LecternTypography

/// Takes a part of some inlines, from one place to another; what encloses a place stands on both sides of it.
struct InlineCut {
  /// A place: the number of a leaf, counted in reading order, and an offset in its bytes.
  typealias Place = (leaf: Int, offset: Int)

  private let start: Place?
  private let end: Place?
  /// The number of the leaf that comes next.
  private var leaf: Int

  /// The inlines from a place up to another, behind some leaves that are passed over; nil for the beginning and the end.
  static func part(
    _ inlines: ArraySlice<Inline>, behind leaves: Int, from start: Place?, to end: Place?
  ) -> [Inline] {
    guard start != nil || end != nil else { return Array(inlines) }
    var cut = InlineCut(start: start, end: end, leaf: leaves)
    return cut.part(of: inlines)
  }

  private init(start: Place?, end: Place?, leaf: Int) {
    self.start = start
    self.end = end
    self.leaf = leaf
  }

  private mutating func part(of inlines: ArraySlice<Inline>) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      if let end, leaf > end.leaf || (leaf == end.leaf && end.offset == 0) { break }
      let count = inline.leafCount
      if let start, leaf + count <= start.leaf {
        leaf += count
      } else if let part = part(of: inline) {
        result.append(part)
      }
    }
    return result
  }

  private mutating func part(of inline: Inline) -> Inline? {
    switch inline {
    case .emphasis(let content): return inner(content).map { .emphasis($0) }
    case .strong(let content): return inner(content).map { .strong($0) }
    case .strikethrough(let content): return inner(content).map { .strikethrough($0) }
    case .link(let link):
      return inner(link.content).map { content in
        var part = link
        part.content = content
        return .link(part)
      }
    case .element(let name, let attributes, let content) where !content.isEmpty:
      return inner(content).map { .element(name: name, attributes: attributes, content: $0) }
    default:
      defer { leaf += 1 }
      return part(ofLeaf: inline)
    }
  }

  private mutating func inner(_ content: [Inline]) -> [Inline]? {
    let part = part(of: content[...])
    return part.isEmpty ? nil : part
  }

  private func part(ofLeaf inline: Inline) -> Inline? {
    let from = start?.leaf == leaf ? start?.offset ?? 0 : 0
    let to = end?.leaf == leaf ? end?.offset ?? 0 : Int.max
    switch inline {
    case .text(let text): return part(of: text, from, to).map { .text($0) }
    case .code(let text): return part(of: text, from, to).map { .code($0) }
    // What has no letters of its own stands on one side whole.
    default: return from == 0 ? inline : nil
    }
  }

  private func part(of text: String, _ from: Int, _ to: Int) -> String? {
    if from == 0, to == Int.max { return text }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: min(from, bytes.count))
    let end = bytes.index(bytes.startIndex, offsetBy: min(to, bytes.count))
    return start < end ? String(text[start..<end]) : nil
  }
}

extension InlineRuns {
  /// The inlines of a part of the text that these are the runs of, behind some leaves that are passed over.
  func part(
    of inlines: ArraySlice<Inline>, behind leaves: Int = 0, from start: Paragraph.Place?,
    to end: Paragraph.Place?
  ) -> [Inline] {
    InlineCut.part(
      inlines, behind: leaves, from: start.map { (self.leaves[$0.run], $0.offset) },
      to: end.map { (self.leaves[$0.run], $0.offset) })
  }
}
