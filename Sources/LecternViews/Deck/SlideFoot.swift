import LecternBriefing

/// What stands at the foot of slides: the footnotes that they call and the works that they rest on.
struct SlideFoot {
  private let bibliography: Bibliography
  private let style: any CitationStyle
  private let all: [Int: Footnote]

  init(_ briefing: Briefing, style: any CitationStyle) {
    bibliography = briefing.bibliography
    self.style = style
    all = Dictionary(uniqueKeysWithValues: briefing.footnotes.map { ($0.number, $0) })
  }

  /// The footnotes that a title and blocks call, and those that these call.
  func footnotes(in title: [Inline], _ blocks: [Block]) -> [Footnote] {
    var numbers: [Int] = []
    func visit(_ inline: Inline) {
      if case .footnote(let number, _) = inline, !numbers.contains(number) {
        numbers.append(number)
      }
    }
    title.forEachInline(visit)
    blocks.forEachInline(visit)
    var index = 0
    while index < numbers.count {
      // A footnote may itself refer to another.
      all[numbers[index]]?.blocks.forEachInline(visit)
      index += 1
    }
    return numbers.compactMap { all[$0] }
  }

  /// What a slide rests on: the sources of its figures, and the works that it cites.
  func sources(in title: [Inline], _ blocks: [Block], _ footnotes: [Footnote]) -> [[Inline]] {
    var keys: [String] = []
    var sources: [[Inline]] = []
    blocks.forEachBlock { block in
      if case .figure(let figure) = block.content, !figure.source.isEmpty,
        !sources.contains(where: { $0.plainText == figure.source.plainText })
      {
        sources.append(figure.source)
      }
    }
    var seen: Set<String> = []
    func visit(_ inline: Inline) {
      guard case .citation(let citation) = inline else { return }
      keys += citation.items.map(\.key).filter { seen.insert($0).inserted }
    }
    title.forEachInline(visit)
    blocks.forEachInline(visit)
    footnotes.flatMap(\.blocks).forEachInline(visit)
    return sources.filter { !$0.isLoneCitation }
      + keys.compactMap { bibliography[$0].map(style.short) }
  }
}

extension [Inline] {
  /// Whether these are one citation and nothing else, which the works' own line covers.
  fileprivate var isLoneCitation: Bool {
    guard count == 1, case .citation = self[0] else { return false }
    return true
  }
}
