import LecternBriefing
import LecternSource
import LecternTypography
import LecternViews

/// Writes blocks and inlines as HTML, for one of the two documents.
struct BodyWriter {
  /// Which document the blocks stand in.
  var document: Audience
  /// What every page says of the briefing.
  var briefing: BriefingFacts
  /// The ids that a link can lead to.
  var places: Set<String>
  /// Where pictures and files are.
  var pictures: PictureCatalogue
  /// The numbers of figures and tables in the report, by where they begin in the source.
  var numbers: [Int: Int] = [:]
  /// The figures of the report, by where they begin in the source.
  var figures: [Int: ReportFigure] = [:]
  /// Whether the files that figures offer stand beside the page.
  var hasDownloads = false
  /// The key messages that each piece of evidence supports.
  var supports: [String: [Int]] = [:]
  /// For the places of the key messages the number of the first message there.
  var messages: [Int: Int] = [:]
  /// The numbers of the citations that works lead back to, by where they begin in the source.
  var mentions: [Int: Int] = [:]
  /// The footnotes that stand on the page.
  var footnotes: Set<Int> = []
  /// Whether what is written stands inside a link, in which no other link may stand.
  var isInsideLink = false
  /// Whether what is written stands on the page a second time and so has no ids.
  var isCopy = false
  /// The level of the heading that the blocks stand under.
  var level = 3
  /// How blocks stand on the slide, by where they begin in the source; none in a report.
  var placements: [Int: Placement] = [:]
  /// The height of the picture that is written, when it stands by itself on a slide.
  var blockHeight: Double?
  /// The title of the slide, which a figure need not repeat to the eye.
  var slideTitle = ""
  let citations: CitationText
  /// Whether the page runs from right to left.
  private let isRightToLeft: Bool

  init(
    document: Audience, briefing: BriefingFacts, style: any CitationStyle, places: Set<String>,
    pictures: PictureCatalogue
  ) {
    self.document = document
    self.briefing = briefing
    self.places = places
    self.pictures = pictures
    citations = CitationText(style: style)
    isRightToLeft = TextDirection.isRightToLeft(briefing.metadata.language)
  }

  var labels: Labels { briefing.labels }

  func id(_ id: String?) -> String? { isCopy ? nil : id }

  func step(_ step: Int?) -> String? { document == .deck ? step.map(String.init) : nil }

  /// The `dir` of a paragraph that may run the other way than its page; nil for one that does as the page does.
  private func ownDirection(of inlines: [Inline]) -> String? {
    var holdsRightToLeft = false
    inlines.forEachInline { inline in
      guard case .text(let text) = inline else { return }
      holdsRightToLeft = holdsRightToLeft || TextDirection.holdsRightToLeft(text)
    }
    return holdsRightToLeft != isRightToLeft ? "auto" : nil
  }

  // MARK: Blocks

  func write(_ blocks: [Block], to html: inout HTMLWriter) {
    for block in blocks {
      write(block, to: &html)
      html.line()
    }
  }

  func write(_ block: Block, to html: inout HTMLWriter) {
    let attributes: [HTMLWriter.Attribute] = [
      ("id", id(block.id)), ("data-step", step(block.step)),
    ]
    switch block.content {
    case .paragraph(let inlines):
      let dir: HTMLWriter.Attribute = ("dir", ownDirection(of: inlines))
      if block.id == nil, let message = message(at: block) {
        html.element("p", [("id", PageID.message(message)), dir]) { write(inlines, to: &$0) }
      } else {
        html.element("p", attributes + [dir]) { write(inlines, to: &$0) }
      }
    case .heading(let heading):
      let name = "h\(min(6, max(level + 1, heading.level)))"
      html.element(name, [("id", id(heading.id)), ("data-step", step(block.step))]) {
        write(heading.content, to: &$0)
      }
    case .list(let list): write(list, attributes, from: message(at: block), to: &html)
    case .quotation(let quotation): write(quotation, block, to: &html)
    case .callout(let callout): write(callout, attributes, to: &html)
    case .code(let code):
      html.element("pre", attributes) { html in
        let language = code.language.isEmpty ? nil : "language-\(code.language)"
        html.element("code", [("class", language)], text: code.text)
      }
    case .table(let table): write(table, block, to: &html)
    case .figure(let figure):
      FigureWriter(body: self).write(figure, block, to: &html)
    case .picture(let picture): write(picture, block, to: &html)
    case .columns(let columns):
      var classes = "columns"
      if case .columns(let counts) = placements[block.span.lower], let count = counts.first {
        classes += " columns-\(count)"
      }
      html.element("div", [("class", classes)] + attributes) { html in
        for column in columns {
          html.element("div", [("class", "column")]) { write(column, to: &$0) }
        }
      }
    case .studyFacts:
      var writer = StudyWriter(briefing: briefing)
      if case .facts(let facts) = placements[block.span.lower] { writer.facts = facts }
      writer.write(attributes, to: &html)
    case .rule: html.empty("hr", attributes)
    }
  }

  /// The number of the key message that a block begins with, if the messages stand there.
  private func message(at block: Block) -> Int? { isCopy ? nil : messages[block.span.lower] }

  private func write(
    _ list: List, _ attributes: [HTMLWriter.Attribute], from message: Int?,
    to html: inout HTMLWriter
  ) {
    let isTasks = list.items.contains { $0.isChecked != nil }
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    let own: [HTMLWriter.Attribute] = [("class", isTasks ? "task-list" : nil), ("start", start)]
    html.element(list.start == nil ? "ul" : "ol", attributes + own) { html in
      html.line()
      for (index, item) in list.items.enumerated() {
        let attributes: [HTMLWriter.Attribute] = [
          ("id", message.map { PageID.message($0 + index) }),
          ("class", item.goesOn ? "goes-on" : item.isChecked == nil ? nil : "task"),
          ("data-step", step(item.step)),
        ]
        html.element("li", attributes) { html in
          if let isChecked = item.isChecked, !item.goesOn {
            html.empty(
              "input",
              [
                ("type", "checkbox"), ("disabled", ""), ("checked", isChecked ? "" : nil),
                ("aria-label", labels[isChecked ? .taskDone : .task]),
              ])
            html.text(" ")
          }
          writeItem(item.blocks, isTight: list.isTight, to: &html)
        }
        html.line()
      }
    }
  }

  /// In a report the paragraphs of a tight list stand without their own element, as in plain GFM; in a deck every space
  /// between elements was measured.
  private func writeItem(_ blocks: [Block], isTight: Bool, to html: inout HTMLWriter) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { html.line() }
      if isTight, document == .report, case .paragraph(let inlines) = block.content,
        block.id == nil, block.step == nil
      {
        write(inlines, to: &html)
      } else {
        write(block, to: &html)
      }
    }
  }

  private func write(
    _ callout: Callout, _ attributes: [HTMLWriter.Attribute], to html: inout HTMLWriter
  ) {
    let own: [HTMLWriter.Attribute] = [
      ("class", "callout callout-\(callout.kind.rawValue)"), ("role", "note"),
    ]
    html.element("div", own + attributes) { html in
      let label = Label(rawValue: callout.kind.rawValue).map { labels[$0] } ?? callout.kind.rawValue
      html.element("p", [("class", "callout-title")], text: label)
      write(callout.blocks, to: &html)
    }
  }

  private func write(_ table: Table, _ block: Block, to html: inout HTMLWriter) {
    let caption = table.caption.map(\.plainText) ?? labels[.table]
    let region: [HTMLWriter.Attribute] = [
      ("class", "table-scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption),
      ("id", id(block.id)), ("data-step", step(block.step)),
    ]
    html.element("div", region) { html in
      let shares: [Int] =
        if case .columns(let shares) = placements[block.span.lower] { shares } else { [] }
      let isDense = TableShape.isDense(columns: shares.count)
      let words = document == .report && TableShape.hasLongWords(table) ? "long" : nil
      html.element("table", [("class", isDense ? "dense" : nil), ("data-words", words)]) { html in
        if let caption = table.caption {
          html.element("caption") { html in
            if let number = numbers[block.span.lower] {
              html.element(
                "span", [("class", "figure-number")], text: "\(labels[.table]) \(number)")
              html.text(" ")
            }
            write(caption, to: &html)
          }
        }
        if !shares.isEmpty {
          html.element("colgroup") { html in
            for share in shares { html.empty("col", [("class", SlideClasses.width(share))]) }
          }
        }
        if !table.header.isEmpty {
          html.element("thead") { write(table.header, "th", table, to: &$0) }
        }
        guard !table.rows.isEmpty else { return }
        html.element("tbody") { html in
          for row in table.rows { write(row, "td", table, to: &html) }
        }
      }
    }
  }

  private func write(
    _ cells: [[Inline]], _ name: String, _ table: Table, to html: inout HTMLWriter
  ) {
    html.element("tr") { html in
      for (column, cell) in cells.enumerated() {
        let alignment = column < table.alignments.count ? table.alignments[column] : .none
        // An empty corner heads nothing, and a header without words is read out as a blank.
        let isHeader = name == "th" && !cell.isEmpty
        html.element(
          isHeader ? "th" : "td",
          [
            ("scope", isHeader ? "col" : nil),
            ("class", alignment == .none ? nil : "align-\(alignment.rawValue)"),
          ]
        ) { write(cell, to: &$0) }
      }
    }
  }

  private func write(_ picture: Picture, _ block: Block, to html: inout HTMLWriter) {
    let name = picture.caption ?? picture.image.alternative
    html.element(
      "figure",
      [
        ("class", "picture"), ("role", "group"), ("aria-label", name.isEmpty ? nil : name),
        ("id", id(block.id)), ("data-step", step(block.step)),
      ]
    ) { html in
      var writer = self
      if case .pictured(let height) = placements[block.span.lower] { writer.blockHeight = height }
      writer.write(picture.image, showsTitle: false, to: &html)
      guard let caption = picture.caption else { return }
      html.element("figcaption") { html in
        if let number = numbers[block.span.lower] {
          html.element("span", [("class", "figure-number")], text: "\(labels[.figure]) \(number)")
          html.text(" ")
        }
        html.text(caption)
      }
    }
  }
}

extension String {
  /// As a fragment of an address: white space and quotes become percent signs and two digits.
  var addressEncoded: String {
    percentEncoded { $0 <= 0x20 || [0x22, 0x25, 0x3C, 0x3E].contains($0) }
  }
}
