public import LecternBriefing
import LecternSource

extension [Block] {
  /// Without the links that only mark evidence, and without the commas between them.
  public var withoutEvidenceMarks: [Block] {
    changed { block in
      guard case .paragraph(let inlines) = block.content else { return block }
      var block = block
      block.content = .paragraph(inlines.withoutEvidenceMarks)
      return block
    }
  }
}

extension [Inline] {
  fileprivate var withoutEvidenceMarks: [Inline] {
    guard contains(where: \.isEvidence) else { return self }
    var kept: [Inline] = []
    var isAfterMark = false
    for inline in self {
      if inline.isEvidence {
        isAfterMark = true
        continue
      }
      if isAfterMark, case .text(let text) = inline,
        text.allSatisfy({ $0.isWhitespace || ",;".contains($0) })
      {
        continue
      }
      // Neither two spaces nor one before a full stop where the mark was.
      if isAfterMark, case .text(let text) = inline, let sign = text.first,
        sign.isWhitespace || sign.isPunctuation, case .text(let before)? = kept.last
      {
        kept[kept.count - 1] = .text(before.withoutTrailingSpace)
      }
      isAfterMark = false
      kept.append(inline)
    }
    while let last = kept.last {
      switch last {
      case .softBreak: kept.removeLast()
      case .text(let text) where text.last?.isWhitespace == true:
        kept[kept.count - 1] = .text(text.withoutTrailingSpace)
        if text.allSatisfy(\.isWhitespace) { kept.removeLast() }
      default: return kept
      }
    }
    return kept
  }
}
