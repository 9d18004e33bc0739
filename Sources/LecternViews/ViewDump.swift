import LecternBriefing

extension DeckView {
  /// The deck as text: its slides with layout, scale and blocks.
  public var dump: String {
    var dump = BlockDump()
    for slide in slides {
      let title = slide.title.plainText.debugDescription
      dump.line(
        "slide \(slide.number) #\(slide.id), \(slide.layout.rawValue), \(slide.fit): \(title)")
      dump.indented { dump in
        if slide.isContinued { dump.line("continued: the slide before was full at the floor") }
        if slide.titleScale != 100 { dump.line("title at \(slide.titleScale) %") }
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

extension DeckSlide {
  /// How the slide fits: `scale 92, height 431 of 478`, in pixels of a slide 720 high.
  fileprivate var fit: String {
    "scale \(scale), height \(Int(height.rounded())) of \(Int(room.rounded()))"
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
    for place in evidence.places {
      dump.line(
        "evidence in \(place.name.debugDescription): \(place.names.joined(separator: ", "))")
    }
    for voice in evidence.voices {
      let places = voice.quotations.map(\.place.name).withoutRepetition.joined(separator: ", ")
      dump.line("voice \(voice.name.debugDescription), \(voice.quotations.count): \(places)")
    }
    for reference in references {
      dump.line("reference \(reference.key): \(reference.content.dump)")
    }
    for footnote in footnotes { dump.line("footnote \(footnote.number)") }
    return dump.text
  }
}
