extension Briefing {
  /// The model as text: sections, slides and blocks, indented by depth.
  public var dump: String {
    var dump = BlockDump()
    dump.line(
      "briefing \(slug): \(title.text.debugDescription) #\(title.id)\(isMarp ? ", Marp" : "")")
    for author in metadata.authors { dump.line("author \(author.name)") }
    for section in sections {
      let name = section.heading.map {
        "\($0.text.debugDescription) #\($0.id)\($0.short.map { " short \($0.debugDescription)" } ?? "")"
      }
      dump.line("section \(name ?? "without heading")\(section.audience.mark)")
      dump.indented { dump in
        for slide in section.slides { dump.write(slide) }
      }
    }
    if let keyMessages {
      dump.line("key messages #\(keyMessages.heading.id)")
      dump.indented { dump in
        for message in keyMessages.messages {
          let evidence = message.evidence.map { "#\($0)" }.joined(separator: " ")
          dump.line("message\(evidence.isEmpty ? "" : " rests on \(evidence)")")
          dump.indented { $0.write(message.blocks) }
        }
      }
    }
    for footnote in footnotes {
      dump.line("footnote \(footnote.number), \(footnote.references) references")
      dump.indented { $0.write(footnote.blocks) }
    }
    return dump.text
  }
}

/// Writes blocks as text, for goldens and bug reports.
public struct BlockDump {
  /// What has been written.
  public private(set) var text = ""
  private var depth = 0

  /// Makes a dump that is empty.
  public init() {}

  /// Writes a line at the current depth.
  public mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  /// Writes what `body` writes one level deeper.
  public mutating func indented(_ body: (inout BlockDump) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  mutating func write(_ slide: Slide) {
    let name = slide.heading.map { "\($0.text.debugDescription) #\($0.id)" } ?? "opening"
    let layout = slide.layout.map { ", layout \($0.rawValue)" } ?? ""
    line("slide \(name)\(slide.goesOn ? ", goes on" : "")\(layout)\(slide.audience.mark)")
    indented { dump in
      dump.write(slide.blocks)
      for note in slide.notes { dump.line("note \(note.text.debugDescription)") }
    }
  }

  /// Writes blocks.
  public mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    let id = block.id.map { " #\($0)" } ?? ""
    let step = block.step.map { ", step \($0)" } ?? ""
    let tail = "\(id)\(step)\(block.audience.mark)"
    switch block.content {
    case .paragraph(let inlines): line("paragraph\(tail): \(inlines.dump)")
    case .heading(let heading):
      line("heading \(heading.level) #\(heading.id)\(tail): \(heading.content.dump)")
    case .list(let list):
      line("\(list.start.map { "list from \($0)" } ?? "list")\(tail)")
      indented { dump in
        for item in list.items {
          let check = item.isChecked.map { $0 ? ", done" : ", to do" } ?? ""
          dump.line("item\(check)\(item.step.map { ", step \($0)" } ?? "")")
          dump.indented { $0.write(item.blocks) }
        }
      }
    case .quotation(let quotation):
      line("quotation\(tail)")
      indented { $0.write(quotation) }
    case .callout(let callout):
      line("callout \(callout.kind.rawValue)\(tail)")
      indented { $0.write(callout.blocks) }
    case .code(let code): line("code \(code.language)\(tail): \(code.text.debugDescription)")
    case .table(let table):
      line("table\(tail)\(table.caption.map { " \($0.dump)" } ?? "")")
      indented { dump in
        for row in [table.header] + table.rows {
          dump.line(row.map(\.dump).joined(separator: " | "))
        }
      }
    case .figure(let figure):
      line("figure \(type(of: figure.body).name)\(tail): \(figure.title?.debugDescription ?? "")")
      indented { dump in figure.body.dump.forEach { dump.line($0) } }
    case .picture(let picture):
      line("picture\(tail): \(picture.image.alternative.debugDescription) \(picture.image.address)")
    case .columns(let columns):
      line("columns\(tail)")
      indented { dump in
        for column in columns {
          dump.line("column")
          dump.indented { $0.write(column) }
        }
      }
    case .studyFacts: line("study facts\(tail)")
    case .rule: line("rule\(tail)")
    }
  }

  private mutating func write(_ quotation: Quotation) {
    for turn in quotation.turns {
      if let speaker = turn.speaker {
        line("turn of \(speaker)\(turn.audience.mark)")
        indented { $0.write(turn.blocks) }
      } else {
        write(turn.blocks)
      }
    }
    guard let attribution = quotation.attribution else { return }
    var parts: [String] = []
    if attribution.isLiterature {
      parts.append("literature \(attribution.who ?? attribution.source)")
    } else if let who = attribution.who {
      parts.append("\(attribution.isPerson ? "person" : "event") \(who)")
    }
    if let kind = attribution.kind { parts.append("kind \(kind.rawValue)") }
    if let place = attribution.place { parts.append("where \(place)") }
    if let date = attribution.date { parts.append("when \(date)") }
    line(
      "attribution \(attribution.source.debugDescription)\(attribution.audience.mark): "
        + parts.joined(separator: "; "))
  }
}

extension Audience {
  fileprivate var mark: String { self == .both ? "" : ", \(rawValue) only" }
}

extension [Inline] {
  /// The inlines as text, marks shown.
  public var dump: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .softBreak: "⏎"
      case .lineBreak: "⏎⏎"
      case .emphasis(let content): "*\(content.dump)*"
      case .strong(let content): "**\(content.dump)**"
      case .strikethrough(let content): "~~\(content.dump)~~"
      case .code(let text): "`\(text)`"
      case .link(let link):
        "[\(link.content.dump)](\(link.address)\(link.isEvidence ? ", evidence" : ""))"
      case .image(let image): "![\(image.alternative)](\(image.address))"
      case .element(let name, _, let content): "«\(name) \(content.dump)»"
      case .footnote(let number, _): "[^\(number)]"
      case .citation(let citation): citation.dump
      }
    }.joined()
  }
}

extension Citation {
  fileprivate var dump: String {
    let works = items.map { item in
      [item.prefix, (item.omitsAuthor ? "-@" : "@") + item.key, item.suffix]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return
      "[\(works.joined(separator: "; "))\(isNarrative ? ", narrative" : "")\(written == nil ? "" : ", kept")]"
  }
}

extension Address: CustomStringConvertible {
  /// The address as an author would write it.
  public var description: String {
    switch self {
    case .absolute(let address), .relative(let address): address
    case .fragment(let id): "#\(id)"
    case .dropped: "dropped"
    }
  }
}
