import LecternSource

/// Divides a quotation into what each person says.
struct TurnReader {
  let participants: [Participant]

  /// The turns of a quotation's blocks; one turn without a speaker when it is no conversation.
  func turns(of blocks: [Block]) -> [Quotation.Turn] {
    let openings = blocks.map(opening(of:))
    let names = openings.map { $0?.name }
    let different = Set(names.compactMap(\.self))
    let isConversation =
      different.count > 1
      || different.contains { name in participants.contains { $0.name == name || $0.id == name } }
    guard isConversation else { return [Quotation.Turn(speaker: nil, blocks: blocks)] }
    var turns: [Quotation.Turn] = []
    for (block, opening) in zip(blocks, openings) {
      if let opening {
        turns.append(
          Quotation.Turn(
            speaker: opening.name, audience: block.audience, blocks: without(opening, block)))
      } else if turns.isEmpty {
        turns.append(Quotation.Turn(speaker: nil, blocks: [block]))
      } else {
        turns[turns.count - 1].blocks.append(block)
      }
    }
    return turns
  }

  /// What a turn begins with: the speaker's name, and how many characters that is with the colon.
  private typealias Opening = (name: String, length: Int)

  /// The one to three capitalised words before a colon with which a paragraph begins; French has a space between them.
  private func opening(of block: Block) -> Opening? {
    guard case .paragraph(let inlines) = block.content else { return nil }
    let text = inlines.leadingText
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var name = text[..<colon]
    let length = name.count + 1
    if name.last?.isWhitespace == true { name.removeLast() }
    guard AttributionReader.isName(String(name)), String(name).collapsed == name else { return nil }
    let after = inlines.plainText.dropFirst(length)
    return after.hasPrefix("//") ? nil : (String(name), length)
  }

  /// What is left of a paragraph behind a speaker's name; nothing when that has a paragraph of its own.
  private func without(_ opening: Opening, _ block: Block) -> [Block] {
    guard case .paragraph(var inlines) = block.content else { return [block] }
    var count = opening.length
    inlines.dropCharacters(&count)
    inlines.dropLeadingSpace()
    var block = block
    block.content = .paragraph(inlines)
    return inlines.isEmpty ? [] : [block]
  }
}

extension [Inline] {
  /// The plain words at the front, seen through emphasis, up to the first inline of another kind.
  fileprivate var leadingText: String {
    var text = ""
    _ = appendLeadingText(to: &text)
    return text
  }

  /// Appends the plain words at the front and says whether all inlines were plain.
  private func appendLeadingText(to text: inout String) -> Bool {
    for inline in self {
      switch inline {
      case .text(let words): text += words
      case .softBreak: text += " "
      case .emphasis(let content), .strong(let content):
        guard content.appendLeadingText(to: &text) else { return false }
      default: return false
      }
    }
    return true
  }

  /// Takes characters off the front, seen through emphasis.
  fileprivate mutating func dropCharacters(_ count: inout Int) {
    while count > 0, let first {
      switch first {
      case .text(let text):
        let dropped = Swift.min(count, text.count)
        count -= dropped
        let rest = String(text.dropFirst(dropped))
        if rest.isEmpty { removeFirst() } else { self[0] = .text(rest) }
      case .emphasis(var content):
        content.dropCharacters(&count)
        if content.isEmpty { removeFirst() } else { self[0] = .emphasis(content) }
      case .strong(var content):
        content.dropCharacters(&count)
        if content.isEmpty { removeFirst() } else { self[0] = .strong(content) }
      default: return
      }
    }
  }

  fileprivate mutating func dropLeadingSpace() {
    guard let first else { return }
    switch first {
    case .text(let text):
      let rest = String(text.drop { $0.isWhitespace })
      if rest.isEmpty {
        removeFirst()
        dropLeadingSpace()
      } else {
        self[0] = .text(rest)
      }
    case .softBreak, .lineBreak:
      removeFirst()
      dropLeadingSpace()
    case .emphasis(var content):
      content.dropLeadingSpace()
      self[0] = .emphasis(content)
    case .strong(var content):
      content.dropLeadingSpace()
      self[0] = .strong(content)
    default: return
    }
  }
}
