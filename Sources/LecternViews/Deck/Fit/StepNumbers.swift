import LecternBriefing

/// Steps on slides that go on: each slide counts its own from 1.
extension [Block] {
  /// The number of the last step in these blocks; 0 without any.
  var lastStep: Int {
    var last = 0
    forEachBlock { block in
      last = Swift.max(last, block.step ?? 0)
      if case .list(let list) = block.content {
        for item in list.items { last = Swift.max(last, item.step ?? 0) }
      }
      if case .figure(let figure) = block.content { last = Swift.max(last, figure.lastStep ?? 0) }
    }
    return last
  }

  /// The same blocks without the steps that an earlier slide has taken already.
  func renumberingSteps(from taken: Int) -> [Block] {
    guard taken > 0 else { return self }
    return renumberingSteps { $0 > taken ? $0 - taken : nil }
  }

  /// The same blocks with steps from 1 on without a gap, since those of the other document are no steps here.
  func withStepsInOrder() -> [Block] {
    var used: Set<Int> = []
    forEachBlock { block in
      if let step = block.step { used.insert(step) }
      if case .list(let list) = block.content { used.formUnion(list.items.compactMap(\.step)) }
      if case .figure(let figure) = block.content, let first = figure.firstStep,
        let last = figure.lastStep, last >= first
      {
        used.formUnion(first...last)
      }
    }
    guard used.count < used.max() ?? 0 else { return self }
    let numbers = Dictionary(
      uniqueKeysWithValues: used.sorted().enumerated().map { ($1, $0 + 1) })
    return renumberingSteps { numbers[$0] }
  }

  private func renumberingSteps(_ number: (Int) -> Int?) -> [Block] {
    func renumbered(_ step: Int?) -> Int? { step.flatMap(number) }
    return map { block in
      var block = block
      block.step = renumbered(block.step)
      switch block.content {
      case .list(var list):
        for index in list.items.indices {
          list.items[index].step = renumbered(list.items[index].step)
          list.items[index].blocks = list.items[index].blocks.renumberingSteps(number)
        }
        block.content = .list(list)
      case .quotation(var quotation):
        for index in quotation.turns.indices {
          quotation.turns[index].blocks = quotation.turns[index].blocks.renumberingSteps(number)
        }
        block.content = .quotation(quotation)
      case .callout(var callout):
        callout.blocks = callout.blocks.renumberingSteps(number)
        block.content = .callout(callout)
      case .columns(let columns):
        block.content = .columns(columns.map { $0.renumberingSteps(number) })
      case .figure(var figure):
        figure.firstStep = renumbered(figure.firstStep)
        block.content = .figure(figure)
      default: break
      }
      return block
    }
  }
}
