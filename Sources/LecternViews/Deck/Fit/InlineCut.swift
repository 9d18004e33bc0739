import LecternBriefing
import LecternTypography

/// Takes a part of some inlines, from one place to another; what encloses a place stands on both sides of it.
struct InlineCut {
  /// A place: the number of a leaf, counted in reading order, and an offset in the bytes of its words.
  typealias Place = (leaf: Int, offset: Int)

  private let citations: CitationText
  private let start: Place?
  private let end: Place?
  /// The number of the leaf that comes next.
  private var leaf: Int

  /// The inlines from a place up to another, behind some leaves that are passed over; nil for the beginning and the end.
  static func part(
    _ inlines: ArraySlice<Inline>, behind leaves: Int, from start: Place?, to end: Place?,
    citations: CitationText
  ) -> [Inline] {
    guard start != nil || end != nil else { return Array(inlines) }
    var cut = InlineCut(citations: citations, start: start, end: end, leaf: leaves)
    return cut.part(of: inlines)
  }

  private init(citations: CitationText, start: Place?, end: Place?, leaf: Int) {
    self.citations = citations
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
      } else {
        result += part(of: inline)
      }
    }
    return result
  }

  private mutating func part(of inline: Inline) -> [Inline] {
    switch inline {
    case .emphasis(let content): return inner(content) { .emphasis($0) }
    case .strong(let content): return inner(content) { .strong($0) }
    case .strikethrough(let content): return inner(content) { .strikethrough($0) }
    case .link(let link):
      return inner(link.content) { content in
        var part = link
        part.content = content
        return .link(part)
      }
    case .element(let name, let attributes, let content) where !content.isEmpty:
      return inner(content) { .element(name: name, attributes: attributes, content: $0) }
    // It has no leaf, unless it is a place to break a word.
    case .element(let name, _, _) where name != "wbr": return [inline]
    default:
      defer { leaf += 1 }
      return part(ofLeaf: inline)
    }
  }

  private mutating func inner(_ content: [Inline], _ enclose: ([Inline]) -> Inline) -> [Inline] {
    let part = part(of: content[...])
    return part.isEmpty ? [] : [enclose(part)]
  }

  private func part(ofLeaf inline: Inline) -> [Inline] {
    let from = start?.leaf == leaf ? start?.offset ?? 0 : 0
    let to = end?.leaf == leaf ? end?.offset ?? 0 : Int.max
    switch inline {
    case .text(let text): return part(of: text, from, to).map { [.text($0)] } ?? []
    case .code(let text): return part(of: text, from, to).map { [.code($0)] } ?? []
    // In two parts they are words alone: only a whole citation can be named once and led to, as only a whole link can.
    case .citation(let citation) where from > 0 || to < Int.max:
      var passed = 0
      return part(of: citations.inlines(citation), from, to, passed: &passed)
    case .image(let image) where (from > 0 || to < Int.max) && image.words != nil:
      return image.words.flatMap { part(of: $0, from, to) }.map { [.text($0)] } ?? []
    // What has no letters of its own stands on one side whole.
    default: return from == 0 ? [inline] : []
    }
  }

  /// A part of a citation's words, of which some bytes have been passed.
  private func part(
    of words: [Inline], _ from: Int, _ to: Int, passed: inout Int
  ) -> [Inline] {
    var result: [Inline] = []
    for inline in words {
      if case .emphasis(let content) = inline {
        let part = part(of: content, from, to, passed: &passed)
        if !part.isEmpty { result.append(.emphasis(part)) }
        continue
      }
      let text = [inline].plainText
      if let part = part(of: text, max(0, from - passed), max(0, to - passed)) {
        result.append(.text(part))
      }
      passed += text.utf8.count
    }
    return result
  }

  private func part(of text: String, _ from: Int, _ to: Int) -> String? {
    if from == 0, to >= text.utf8.count { return text }
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
      inlines, behind: leaves, from: start.map(placeInLeaf), to: end.map(placeInLeaf),
      citations: citations)
  }

  private func placeInLeaf(_ place: Paragraph.Place) -> InlineCut.Place {
    let before = runs[firstRun(ofLeafAt: place.run)..<place.run]
    let passed = before.reduce(0) { passed, run in
      if case .text(let text) = run.content { passed + text.utf8.count } else { passed }
    }
    return (leaves[place.run], passed + place.offset)
  }

  /// The first of the runs of the leaf that a run comes from.
  private func firstRun(ofLeafAt run: Int) -> Int {
    var first = run
    while first > 0, leaves[first - 1] == leaves[run] { first -= 1 }
    return first
  }

  /// A place, or the beginning of the leaf that it lies in if that had better stay whole.
  func outsideOfWholes(_ place: Paragraph.Place) -> Paragraph.Place {
    guard wholes.contains(leaves[place.run]) else { return place }
    return Paragraph.Place(run: firstRun(ofLeafAt: place.run), offset: 0)
  }
}
