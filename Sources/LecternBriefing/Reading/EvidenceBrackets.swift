import LecternSource

extension [Inline] {
  /// The same with marks of evidence that stand by themselves: the brackets around them go, and the full stop behind the last
  /// of them stands before the first, since a deck has no marks and a report sets them apart.
  var withBareEvidence: [Inline] {
    guard let first = firstIndex(where: \.isEvidence), first > 0,
      let last = lastIndex(where: \.isEvidence),
      self[first...last].allSatisfy({ $0.isEvidence || $0.isBetweenEvidence }),
      case .text(let written) = self[first - 1]
    else { return self }
    var before = written
    var after = ""
    if last + 1 < count, case .text(let text) = self[last + 1] { after = text }
    let pairs: [(Character, Character)] = [("(", ")"), ("[", "]")]
    let words = before.trimmed
    if pairs.contains(where: { words.last == $0.0 && after.first == $0.1 }) {
      before = String(words.dropLast())
      after.removeFirst()
    }
    if last + 2 >= count, !after.isEmpty, after.allSatisfy({ ".!?…".contains($0) }) {
      before = before.withoutTrailingSpace + after
      after = ""
    }
    guard before != written else { return self }
    let start = before.withoutTrailingSpace
    var result = Array(self[..<(first - 1)])
    if !start.isEmpty { result.append(.text(start + " ")) }
    result += self[first...last]
    if !after.isEmpty { result.append(.text(after)) }
    return result + dropFirst(last + 2)
  }
}

extension Inline {
  fileprivate var isEvidence: Bool {
    if case .link(let link) = self { return link.isEvidence }
    return false
  }

  /// Whether it stands between two marks of evidence and says nothing.
  fileprivate var isBetweenEvidence: Bool {
    switch self {
    case .text(let text): text.allSatisfy { $0.isWhitespace || ",;".contains($0) }
    case .softBreak: true
    default: false
    }
  }
}
