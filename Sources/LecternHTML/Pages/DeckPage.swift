import LecternBriefing
import LecternTypography
public import LecternViews

/// Writes a deck as a page.
public struct DeckPage {
  private let deck: DeckView
  private let context: PageContext
  private var body: BodyWriter
  /// The speaker notes; nil on every page but the presenter's own.
  private var notes: PresenterNotes?
  /// The speaker notes that stand below the slides of a handout; nil on every other page.
  private var handoutNotes: PresenterNotes?
  /// For each footnote the first slide that it stands on.
  private let footnotePlaces: [Int: Int]

  /// The page of a deck.
  public static func html(
    of deck: DeckView, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    DeckPage(deck, style, context).html()
  }

  /// The page that only a presenter may have: the deck with its notes, which begins with the presenter's view.
  public static func presenterHTML(
    of deck: DeckView, notes: PresenterNotes, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    var page = DeckPage(deck, style, context)
    page.notes = notes
    return page.html()
  }

  /// The page of a handout: each slide with its notes below it, to be printed for the presenter alone.
  public static func handoutHTML(
    of deck: DeckView, notes: PresenterNotes, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    var page = DeckPage(deck, style, context)
    page.handoutNotes = notes
    return page.html()
  }

  /// The slides alone.
  public static func slides(
    of deck: DeckView, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    DeckPage(deck, style, context).slides().bytes
  }

  private init(_ deck: DeckView, _ style: any CitationStyle, _ context: PageContext) {
    self.deck = deck
    self.context = context
    body = BodyWriter(
      document: .deck, briefing: deck.briefing, style: style, places: deck.places,
      pictures: context.pictures)
    footnotePlaces = Dictionary(
      deck.slides.flatMap { slide in slide.footnotes.map { ($0.number, slide.number) } },
      uniquingKeysWith: { first, _ in first })
    body.footnotes = Set(footnotePlaces.keys)
  }

  private func html() -> [UInt8] {
    let labels = deck.briefing.labels
    let language = deck.briefing.metadata.language
    return context.page(
      .deck,
      [
        "lang": language, "direction": TextDirection.attribute(of: language),
        "policy": PageContext.policy,
        "title": deck.briefing.title.text,
        "stylesheet": context.deckStyles, "script": context.deckScript,
        "size": (deck.briefing.metadata.size == .wide ? "size-16x9" : "size-4x3")
          + (handoutNotes == nil ? "" : " handout"),
        "report": "index.html",
        "labelDeck": labels[.deck], "labelReport": labels[.report],
        "labelOpenReport": labels[.openReport],
      ],
      parts: [
        "metadata": PageTags(briefing: deck.briefing, context: context).ofDeck,
        "slides": slides(), "tools": tools(), "labels": scriptLabels(),
      ])
  }

  private func tools() -> HTMLWriter {
    var html = DeckTools(
      labels: deck.briefing.labels, presenter: context.presenter,
      isRightToLeft: TextDirection.isRightToLeft(deck.briefing.metadata.language)
    ).html()
    guard let notes else { return html }
    html.element("template", [("id", PageID.slideNotes)]) { html in
      for (slide, texts) in notes.bySlide.sorted(by: { $0.key < $1.key }) {
        html.element("div", [("data-slide", String(slide))]) { html in
          for text in texts { html.element("p", text: text) }
        }
      }
    }
    html.line()
    return html
  }

  /// The words that the script needs, as attributes of the body.
  private func scriptLabels() -> HTMLWriter {
    let labels = deck.briefing.labels
    let words: [(String, Label)] = [
      ("slide", .slide), ("of", .slideOf), ("previous", .previousSlide), ("next", .nextSlide),
      ("fullscreen", .fullScreen), ("present", .present), ("controls", .controls),
      ("help", .keys), ("overview", .overviewGrid), ("black", .screenBlack),
      ("white", .screenWhite),
    ]
    var html = HTMLWriter()
    html.attributes(words.map { ("data-label-\($0.0)", labels[$0.1]) })
    if notes != nil { html.attributes([("data-view", "presenter")]) }
    return html
  }

  private func slides() -> HTMLWriter {
    var html = HTMLWriter()
    for slide in deck.slides {
      guard let handoutNotes else {
        write(slide, to: &html)
        continue
      }
      html.element("div", [("class", "handout-sheet")]) { html in
        if slide.number == 1 {
          html.element(
            "p", [("class", "handout-notice")], text: deck.briefing.labels[.handoutNotice])
        }
        write(slide, to: &html)
        write(handoutNotes.bySlide[slide.number] ?? [], to: &html)
      }
    }
    return html
  }

  private func write(_ notes: [String], to html: inout HTMLWriter) {
    guard !notes.isEmpty else { return }
    html.element(
      "aside", [("class", "handout-notes"), ("aria-label", deck.briefing.labels[.speakerNotes])]
    ) { html in
      for text in notes {
        for paragraph in NoteText.paragraphs(of: text) { html.element("p", text: paragraph) }
      }
    }
  }

  private func write(_ slide: DeckSlide, to html: inout HTMLWriter) {
    html.element(
      "section",
      [
        ("class", "slide layout-\(slide.layout.rawValue)"), ("id", slide.id), ("role", "group"),
        ("aria-labelledby", titleID(of: slide)), ("data-section", slide.section),
      ]
    ) { html in
      html.line()
      writeHead(slide, to: &html)
      let classes = "slide-body" + scale(slide.scale) + (slide.isLarge ? " large" : "")
      html.element("div", [("class", classes)]) { html in writeBody(slide, to: &html) }
      html.line()
      writeFoot(slide, to: &html)
      html.element("p", [("class", "slide-number")]) { html in
        html.element(
          "span", [("class", "visually-hidden")], text: "\(deck.briefing.labels[.slide]) ")
        html.text(String(slide.number))
      }
      html.line()
    }
    html.line()
  }

  /// The class of a scale, after a space; none for the whole.
  private func scale(_ percent: Int) -> String {
    SlideClasses.scale(percent).map { " \($0)" } ?? ""
  }

  /// The id of a slide's title; a heading may be called so itself, as in "Job" and "Job title".
  private func titleID(of slide: DeckSlide) -> String {
    var id = "\(slide.id)-title"
    while deck.places.contains(id) { id += "-" }
    return id
  }

  private func writeHead(_ slide: DeckSlide, to html: inout HTMLWriter) {
    html.element("header", [("class", "slide-head" + scale(slide.titleScale))]) { html in
      if let kicker = slide.kicker { html.element("p", [("class", "kicker")], text: kicker) }
      html.element(
        "h\(slide.level)",
        [
          ("class", slide.hidesTitle ? "slide-title visually-hidden" : "slide-title"),
          ("id", titleID(of: slide)), ("tabindex", "-1"),
        ]
      ) { html in
        body.write(slide.title, to: &html)
        if slide.isContinued {
          html.text(" ")
          html.element("span", [("class", "continued")], text: deck.briefing.labels[.continued])
        }
      }
    }
    html.line()
  }

  private func writeBody(_ slide: DeckSlide, to html: inout HTMLWriter) {
    switch slide.layout {
    case .title:
      guard !slide.cover.isEmpty else { return }
      html.line()
      TitleBlock(briefing: deck.briefing).write(slide.cover, to: &html, showsORCID: false)
    case .agenda:
      html.line()
      writeAgenda(slide, to: &html)
    default:
      guard !slide.blocks.isEmpty else { return }
      html.line()
      var body = body
      body.placements = slide.placements
      body.level = slide.level
      body.slideTitle = slide.title.plainText
      body.write(slide.blocks, to: &html)
    }
  }

  private func writeAgenda(_ slide: DeckSlide, to html: inout HTMLWriter) {
    html.element("ol", [("class", slide.isTight ? "agenda tight" : "agenda")]) { html in
      html.line()
      for entry in slide.agenda {
        html.element(
          "li",
          [
            ("class", entry.isCurrent ? "current-section" : nil),
            ("aria-current", entry.isCurrent ? "true" : nil),
          ]
        ) { html in
          html.element("a", [("href", "#\(entry.target.addressEncoded)")]) { html in
            html.element("span", [("class", "agenda-number")], text: String(entry.number))
            html.text(" ")
            html.element("span", [("class", "agenda-name")]) { html in
              html.text(entry.name)
              if let detail = entry.detail {
                html.text(" ")
                html.element("span", [("class", "agenda-detail")], text: detail)
              }
            }
          }
        }
        html.line()
      }
    }
    html.line()
  }

  private func writeFoot(_ slide: DeckSlide, to html: inout HTMLWriter) {
    guard !slide.footnotes.isEmpty || !slide.sources.isEmpty else { return }
    html.element("footer", [("class", "slide-foot")]) { html in
      if !slide.footnotes.isEmpty {
        html.element("ol", [("class", "footnotes")]) { html in
          for footnote in slide.footnotes {
            // A footnote called on several slides stands on each, with its id on the first.
            let isFirst = footnotePlaces[footnote.number] == slide.number
            html.element(
              "li",
              [
                ("id", isFirst ? PageID.footnote(footnote.number) : nil),
                ("value", String(footnote.number)),
              ]
            ) { html in
              var writer = body
              writer.isCopy = !isFirst
              writer.write(footnote.blocks, to: &html)
            }
          }
        }
      }
      if !slide.sources.isEmpty {
        html.element("p", [("class", "sources")]) { html in
          for (index, source) in slide.sources.enumerated() {
            if index > 0 { html.text("; ") }
            body.write(source, to: &html)
          }
        }
      }
    }
    html.line()
  }
}
