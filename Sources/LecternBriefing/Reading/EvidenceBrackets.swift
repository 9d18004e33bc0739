import LecternSource

extension [Inline] {
  /// The same with marks of evidence that stand by themselves: brackets that hold nothing else go, and a full stop behind the
  /// last mark stands before it, since a deck has no marks and a report sets them apart.
  var withBareEvidence: [Inline] {
    guard contains(where: \.isEvidence) else { return self }
    var result: [Inline] = []
    var index = 0
    while index < count {
      guard self[index].isEvidence else {
        result.append(self[index])
        index += 1
        continue
      }
      let marks = marks(from: index)
      index = marks.endIndex
      var behind = ""
      if index < count, case .text(let text) = self[index] {
        behind = text
        index += 1
      }
      if result.endsWithOpeningBracket, let rest = behind.behindClosingBracket {
        result.removeOpeningBracket()
        behind = rest
      }
      if index == count, !behind.isEmpty, behind.allSatisfy(\.endsSentence) {
        result.end(with: behind)
        behind = ""
      }
      result += marks
      if !behind.isEmpty { result.append(.text(behind)) }
    }
    return result
  }

  /// The marks from one on, with what stands between them.
  private func marks(from first: Int) -> ArraySlice<Inline> {
    var last = first
    var index = first + 1
    while index < count, self[index].isEvidence || self[index].isBetweenEvidence {
      if self[index].isEvidence { last = index }
      index += 1
    }
    return self[first...last]
  }

  private var endsWithOpeningBracket: Bool {
    guard case .text(let text)? = last else { return false }
    return text.withoutTrailingSpace.last == "("
  }

  private mutating func removeOpeningBracket() {
    guard case .text(let text)? = last else { return }
    removeLast()
    let rest = text.withoutTrailingSpace.dropLast()
    if !rest.isEmpty { append(.text(String(rest))) }
  }

  /// Ends the sentence that stands here, unless it has an end, and leaves a space behind it.
  private mutating func end(with sign: String) {
    while let last {
      switch last {
      case .softBreak, .lineBreak: removeLast()
      case .text(let text) where text.last?.isWhitespace == true:
        removeLast()
        let rest = text.withoutTrailingSpace
        if !rest.isEmpty { append(.text(rest)) }
      default:
        append(.text(plainText.last?.endsSentence == true ? " " : sign + " "))
        return
      }
    }
  }
}

extension Inline {
  /// Whether it stands between two marks of evidence and says nothing.
  fileprivate var isBetweenEvidence: Bool {
    switch self {
    case .text(let text): text.allSatisfy { $0.isWhitespace || ",;".contains($0) }
    case .softBreak: true
    default: false
    }
  }
}

extension Character {
  fileprivate var endsSentence: Bool { ".!?…".contains(self) }
}

extension String {
  /// What stands behind a closing bracket with which it begins; nil when it begins with none.
  fileprivate var behindClosingBracket: String? {
    let rest = drop(while: \.isWhitespace)
    return rest.first == ")" ? String(rest.dropFirst()) : nil
  }
}
