import LecternBriefing
import LecternSource
import LecternTypography

/// The facts of a study: names in one column, what they say in another.
struct FactsBox: Box {
  private let shell: Block
  private let facts: [(name: TextBox, value: TextBox)]
  private let range: Range<Int>

  init(shell: Block, _ typesetter: Typesetter) {
    self.shell = shell
    let text = StudyText(labels: typesetter.labels)
    facts = typesetter.metadata.study.map { fact in
      (
        TextBox([.text(text.name(of: fact))], shell: shell, typesetter),
        TextBox([.text(text.value(of: fact))], shell: shell, typesetter)
      )
    }
    range = facts.indices
  }

  private init(_ box: FactsBox, _ range: Range<Int>, _ shell: Block) {
    self.shell = shell
    facts = box.facts
    self.range = range
  }

  private func height(
    of fact: (name: TextBox, value: TextBox), _ width: Double, _ scale: Scale
  ) -> Double {
    let names = max(5 * scale.size, 0.22 * width)
    let values = width - names - 1.25 * scale.size
    return max(fact.name.height(names, scale), fact.value.height(values, scale))
      + 2 * scale.gap(.gapFact) + scale.hairline
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    facts[range].reduce(0) { $0 + height(of: $1, width, scale) }
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    var used = 0.0
    for index in range {
      used += height(of: facts[index], width, scale)
      guard used > room else { continue }
      let end = index == range.lowerBound && isForced ? index + 1 : index
      guard end > range.lowerBound else { return (nil, self) }
      guard end < range.upperBound else { return (self, nil) }
      return (
        FactsBox(self, range.lowerBound..<end, shell),
        FactsBox(self, end..<range.upperBound, shell.withoutID)
      )
    }
    return (self, nil)
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    placements[shell.span.lower] = .facts(range)
  }

  var block: Block { shell }
}
