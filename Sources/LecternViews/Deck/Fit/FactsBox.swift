import LecternBriefing
import LecternSource
import LecternTypography

/// The facts of a study: names in one column, what they say in another.
struct FactsBox: Box {
  private let shell: Block
  private let facts: ArraySlice<Fact>

  private struct Fact {
    var name: TextBox
    var value: TextBox
  }

  init(shell: Block, _ typesetter: Typesetter) {
    let facts = StudyText(labels: typesetter.labels).facts(typesetter.metadata.study)
    self.init(
      shell: shell,
      facts.map { fact in
        Fact(
          name: TextBox([.text(fact.name)], shell: shell, typesetter),
          value: TextBox([.text(fact.value)], shell: shell, typesetter))
      }[...])
  }

  private init(shell: Block, _ facts: ArraySlice<Fact>) {
    self.shell = shell
    self.facts = facts
  }

  /// The widths of the columns of names and of values.
  private func columns(_ width: Double, _ scale: Scale) -> (names: Double, values: Double) {
    let names = max(5 * scale.size, 0.22 * width)
    return (names, width - names - 1.25 * scale.size)
  }

  /// What a fact takes beside its words.
  private func edges(_ scale: Scale) -> Double { 2 * scale.gap(.gapFact) + scale.hairline }

  private func height(of fact: Fact, _ width: Double, _ scale: Scale) -> Double {
    let columns = columns(width, scale)
    return edges(scale)
      + max(fact.name.height(columns.names, scale), fact.value.height(columns.values, scale))
  }

  func height(_ width: Double, _ scale: Scale, upTo limit: Double) -> Double {
    facts.reduce(0) { $0 + height(of: $1, width, scale) }
  }

  func cut(at room: Double, _ width: Double, _ scale: Scale, isForced: Bool) -> Cut {
    var used = 0.0
    for index in facts.indices {
      used += height(of: facts[index], width, scale)
      guard used > room else { continue }
      guard index == facts.startIndex else { return halves(facts[..<index], facts[index...]) }
      guard isForced else { return (nil, self) }
      var (first, rest) = (facts[index], facts[index])
      let parts = first.value.cut(
        at: room - edges(scale), columns(width, scale).values, scale, isForced: true)
      guard let head = parts.head as? TextBox, let tail = parts.tail as? TextBox else {
        return halves(facts[...index], facts[(index + 1)...])
      }
      first.value = head
      rest.value = tail
      return halves([first], [rest] + facts[(index + 1)...])
    }
    return (self, nil)
  }

  private func halves(_ head: ArraySlice<Fact>, _ tail: ArraySlice<Fact>) -> Cut {
    tail.isEmpty
      ? (self, nil)
      : (FactsBox(shell: shell, head), FactsBox(shell: shell.withoutID, tail))
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    placements[shell.span.lower] = .facts(
      facts.map { StudyText.Fact(name: $0.name.words, value: $0.value.words) })
  }

  var block: Block { shell }
}
