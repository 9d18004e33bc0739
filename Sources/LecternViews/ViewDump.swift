import LecternBriefing

extension DeckView {
  /// The deck as text: its slides with layout, scale and blocks.
  public var dump: String {
    var dump = BlockDump()
    for slide in slides {
      let title = slide.title.plainText.debugDescription
      dump.line(
        "slide \(slide.number) #\(slide.id), \(slide.layout.rawValue), scale \(slide.scale): \(title)"
      )
      dump.indented { dump in
        if let kicker = slide.kicker { dump.line("kicker \(kicker.debugDescription)") }
        for entry in slide.agenda {
          dump.line(
            "\(entry.isCurrent ? "current " : "")entry \(entry.number) #\(entry.target) \(entry.name.debugDescription)"
          )
        }
        dump.write(slide.blocks)
        for footnote in slide.footnotes { dump.line("footnote \(footnote.number)") }
        for source in slide.sources { dump.line("source \(source.dump)") }
      }
    }
    return dump.text
  }
}

extension ReportView {
  /// The report as text: chapters, sections, key messages and references.
  public var dump: String {
    var dump = BlockDump()
    if let keyMessages {
      dump.line("key messages")
      dump.indented { dump in
        for (index, message) in keyMessages.messages.enumerated() {
          dump.line(
            "message \(index + 1): \(message.blocks.map(\.plainText).joined(separator: " "))")
        }
      }
    }
    if !introduction.isEmpty {
      dump.line("introduction")
      dump.indented { $0.write(introduction) }
    }
    for chapter in chapters {
      dump.line(
        "chapter \(chapter.number) #\(chapter.heading.id) \(chapter.heading.text.debugDescription)")
      dump.indented { dump in
        dump.write(chapter.opening)
        for section in chapter.sections {
          dump.line(
            "section \(chapter.number).\(section.number) #\(section.heading.id) \(section.heading.text.debugDescription)"
          )
          dump.indented { $0.write(section.blocks) }
        }
      }
    }
    for reference in references {
      dump.line("reference \(reference.key): \(reference.content.dump)")
    }
    for footnote in footnotes { dump.line("footnote \(footnote.number)") }
    return dump.text
  }
}
