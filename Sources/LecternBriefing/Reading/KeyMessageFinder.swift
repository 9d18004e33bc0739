/// Finds the key messages and what they rest on.
struct KeyMessageFinder {
  let labels: Labels
  let metadata: Metadata

  /// The messages of the slide of that name, else of the section of that name.
  ///
  /// They are for the report's first page, so what is in the deck alone is none of them.
  func messages(in all: [Section], ids: Set<String>) -> KeyMessages? {
    let sections = all.visible(in: .report)
    let names = Set(
      [metadata.keyMessages ?? "Key messages", metadata.keyMessages ?? labels[.keyMessages]]
        .map { $0.lowercased() })
    for section in sections {
      for (index, slide) in section.slides.enumerated() {
        guard let heading = slide.heading, !slide.goesOn, names.contains(heading.text.lowercased())
        else {
          continue
        }
        let blocks =
          slide.blocks + section.slides[(index + 1)...].prefix { $0.goesOn }.flatMap(\.blocks)
        return messages(heading, blocks, ids)
      }
    }
    for section in sections {
      guard let heading = section.heading, names.contains(heading.text.lowercased()) else {
        continue
      }
      return messages(heading, section.slides.flatMap(\.blocks), ids)
    }
    return nil
  }

  private func messages(_ heading: Heading, _ blocks: [Block], _ ids: Set<String>) -> KeyMessages? {
    let flat = blocks.flatMap { block -> [Block] in
      if case .columns(let columns) = block.content { columns.flatMap(\.self) } else { [block] }
    }
    for block in flat {
      guard case .list(let list) = block.content else { continue }
      return KeyMessages(
        heading: heading, isOrdered: list.start != nil,
        messages: list.items.map { message($0.blocks, ids) }, places: [block.span])
    }
    let paragraphs = flat.filter { if case .paragraph = $0.content { true } else { false } }
    guard !paragraphs.isEmpty else { return nil }
    return KeyMessages(
      heading: heading, isOrdered: false, messages: paragraphs.map { message([$0], ids) },
      places: paragraphs.map(\.span))
  }

  private func message(_ blocks: [Block], _ ids: Set<String>) -> KeyMessage {
    var evidence: [String] = []
    blocks.forEachInline { inline in
      if case .link(let link) = inline, case .fragment(let id) = link.address, ids.contains(id),
        !evidence.contains(id)
      {
        evidence.append(id)
      }
    }
    return KeyMessage(blocks: blocks, evidence: evidence)
  }
}
