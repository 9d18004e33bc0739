import LecternBriefing

/// Finds out who is heard in a report.
struct EvidenceFinder {
  let labels: Labels

  /// The evidence of a report whose chapters and supports are complete.
  func evidence(of view: ReportView) -> Evidence {
    var evidence = Evidence()
    func add(
      _ blocks: [Block], _ id: String?, _ number: String, _ name: String, isFinding: Bool = false
    ) {
      let supports = id.flatMap { view.supports[$0] } ?? []
      let quotations = quotations(in: blocks, view, supports)
      guard !quotations.isEmpty else { return }
      evidence.places.append(
        .init(id: id, number: number, name: name, isFinding: isFinding, quotations: quotations))
    }
    add(view.introduction, nil, "", labels[.introduction])
    for chapter in view.chapters {
      add(chapter.opening, chapter.heading.id, "\(chapter.number)", chapter.heading.name)
      for section in chapter.sections {
        add(
          section.blocks, section.heading.id, "\(chapter.number).\(section.number)",
          section.heading.name, isFinding: section.isFinding)
      }
    }
    evidence.voices = voices(in: evidence.places)
    return evidence
  }

  private func quotations(
    in blocks: [Block], _ view: ReportView, _ supports: [Int]
  ) -> [Evidence.Heard] {
    var found: [Evidence.Heard] = []
    blocks.forEachBlock { block in
      guard case .quotation(let quotation) = block.content,
        quotation.attribution?.isLiterature != true
      else { return }
      let own = block.id.flatMap { view.supports[$0] } ?? []
      found.append(heard(quotation, id: block.id, supports: Set(own + supports).sorted()))
    }
    return found
  }

  private func heard(_ quotation: Quotation, id: String?, supports: [Int]) -> Evidence.Heard {
    let attribution = quotation.attribution
    let kind = attribution?.kind.flatMap { Label(rawValue: $0.rawValue) }.map { labels[$0] }
    var names = quotation.turns.compactMap(\.speaker).withoutRepetition
    if names.isEmpty, let who = attribution?.who { names = [who] }
    if names.isEmpty {
      return Evidence.Heard(
        id: id, names: [kind ?? attribution?.source ?? labels[.notIdentified]],
        isIdentified: attribution != nil, kind: nil,
        supports: supports)
    }
    return Evidence.Heard(id: id, names: names, kind: kind, supports: supports)
  }

  /// Those who are heard most come first; of the same number, whoever is heard first.
  private func voices(in places: [Evidence.Place]) -> [Evidence.Voice] {
    var order: [String] = []
    var voices: [String: Evidence.Voice] = [:]
    for place in places {
      for heard in place.quotations {
        for name in heard.names {
          if voices[name] == nil { order.append(name) }
          voices[name, default: .init(name: name, quotations: [])].quotations.append(
            (heard, place))
        }
      }
    }
    let found = order.compactMap { voices[$0] }
    return found.enumerated().sorted { left, right in
      let (a, b) = (left.element.quotations.count, right.element.quotations.count)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}
