import LecternBriefing
import LecternSource
import LecternTypography

/// The facts of a study: names in one column, what they say in another.
struct FactsBox: Box {
  private let shell: Block
  private let facts: ArraySlice<Fact>
  private let typesetter: Typesetter

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
      }[...], typesetter)
  }

  private init(shell: Block, _ facts: ArraySlice<Fact>, _ typesetter: Typesetter) {
    self.shell = shell
    self.facts = facts
    self.typesetter = typesetter
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
      let parts = cut(facts[index], at: room - edges(scale), columns(width, scale), scale)
      return halves([parts.head], (parts.tail.map { [$0] } ?? []) + facts[(index + 1)...])
    }
    return (self, nil)
  }

  /// A fact that is higher than a slide, cut in name and value; a name that is whole is said again.
  private func cut(
    _ fact: Fact, at room: Double, _ columns: (names: Double, values: Double), _ scale: Scale
  ) -> (head: Fact, tail: Fact?) {
    let names = fact.name.cut(at: room, columns.names, scale, isForced: true)
    let values = fact.value.cut(at: room, columns.values, scale, isForced: true)
    let head = Fact(
      name: names.head as? TextBox ?? fact.name, value: values.head as? TextBox ?? fact.value)
    guard names.tail != nil || values.tail != nil else { return (head, nil) }
    let tail = Fact(
      name: names.tail as? TextBox ?? fact.name,
      value: values.tail as? TextBox ?? TextBox([], shell: shell, typesetter))
    return (head, tail)
  }

  private func halves(_ head: ArraySlice<Fact>, _ tail: ArraySlice<Fact>) -> Cut {
    tail.isEmpty
      ? (self, nil)
      : (
        FactsBox(shell: shell, head, typesetter),
        FactsBox(shell: shell.withoutID, tail, typesetter)
      )
  }

  func place(_ width: Double, _ scale: Scale, into placements: inout [Int: Placement]) {
    placements[shell.span.lower] = .facts(
      facts.map { StudyText.Fact(name: $0.name.words, value: $0.value.words) })
  }

  var block: Block { shell }
}
