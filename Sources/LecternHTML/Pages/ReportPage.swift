import LecternBriefing
import LecternSource
public import LecternViews

/// Writes a report as a page.
public struct ReportPage {
  let report: ReportView
  let style: any CitationStyle
  let context: PageContext
  let body: BodyWriter

  /// The page of a report.
  public static func html(
    of report: ReportView, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    ReportPage(report, style, context, hasDownloads: true).html()
  }

  /// The report's text alone.
  public static func text(
    of report: ReportView, style: any CitationStyle, in context: PageContext
  ) -> [UInt8] {
    let page = ReportPage(report, style, context, hasDownloads: false)
    var html = HTMLWriter()
    if report.briefing.title.span.length > 0 {
      html.element("h1", [("id", report.briefing.title.id)]) {
        page.body.write(report.briefing.title.content, to: &$0)
      }
      html.line()
    }
    page.writeChapters(to: &html)
    page.writeReferences(to: &html)
    page.writeFootnotes(to: &html)
    return html.bytes
  }

  private init(
    _ report: ReportView, _ style: any CitationStyle, _ context: PageContext, hasDownloads: Bool
  ) {
    self.report = report
    self.style = style
    self.context = context
    var body = BodyWriter(
      document: .report, briefing: report.briefing, style: style, places: report.places,
      pictures: context.pictures)
    body.numbers = report.numbers
    body.figures = report.figures
    body.hasDownloads = hasDownloads
    body.supports = report.supports
    body.footnotes = Set(report.footnotes.map(\.number))
    body.mentions = report.mentions
    for (index, place) in (report.keyMessages?.places ?? []).enumerated() {
      body.messages[place.lower] = index + 1
    }
    self.body = body
  }

  var labels: Labels { report.briefing.labels }

  var evidence: EvidenceWriter {
    EvidenceWriter(evidence: report.evidence, labels: labels)
  }

  private func html() -> [UInt8] {
    let language = report.briefing.metadata.language
    var masthead = HTMLWriter()
    masthead.element("h1", [("id", report.briefing.title.id)]) {
      body.write(report.briefing.title.content, to: &$0)
    }
    let facts = report.briefing
    TitleBlock(briefing: facts).write(
      CoverLine.lines(of: facts.metadata, labels: facts.labels), to: &masthead, showsORCID: true)
    DownloadLinks(downloads: facts.downloads, labels: facts.labels).write(to: &masthead)
    writeOrigin(to: &masthead)
    return context.page(
      .report,
      [
        "lang": language, "direction": TextDirection.attribute(of: language),
        "policy": PageContext.policy,
        "title": report.briefing.title.text,
        "script": context.reportScript, "stylesheet": context.reportStyles, "deck": "deck.html",
        "home": context.home, "labelDeck": labels[.deck],
        "labelSkip": labels[.skipToText], "labelOpenDeck": labels[.openDeck],
        "labelAllBriefings": labels[.allBriefings],
      ],
      parts: [
        "metadata": PageTags(briefing: report.briefing, context: context).ofReport,
        "tools": tools(), "masthead": masthead, "front": front(), "contents": contents(),
        "text": text(),
      ])
  }

  /// The buttons that a script puts in their places; without it none of them is to be seen.
  private func tools() -> HTMLWriter {
    var html = HTMLWriter()
    html.element("template", [("id", PageID.reportTools)]) { html in
      html.element(
        "button", [("type", "button"), ("class", "action"), ("data-tool", "print")],
        text: labels[.printReport])
      html.element(
        "button",
        [
          ("type", "button"), ("class", "tool"), ("data-tool", "copy"),
          ("data-done", labels[.copied]), ("aria-live", "polite"),
        ], text: labels[.copyCitation])
    }
    html.line()
    return html
  }

  /// What paper has to say and a screen need not: where the page itself is, and whom to ask for another form.
  private func writeOrigin(to html: inout HTMLWriter) {
    let metadata = report.briefing.metadata
    let address =
      PublicationRecord(report.briefing, site: context.site).address
      ?? "\(report.briefing.slug)/index.html"
    html.element("p", [("class", "origin")]) { html in
      html.text(labels.text(.webVersion, ["address": address]))
      let email = metadata.authors.lazy.compactMap(\.email).first
      guard let contact = metadata.contact ?? email else { return }
      html.empty("br")
      html.text("\(labels[.contact]): \(contact)")
    }
    html.line()
  }

  // MARK: Contents

  private func contents() -> HTMLWriter {
    var html = HTMLWriter()
    guard !report.chapters.isEmpty else { return html }
    html.element("nav", [("class", "contents"), ("aria-labelledby", PageID.title("contents"))]) {
      html in
      html.element("h2", [("id", PageID.title("contents"))], text: labels[.contents])
      html.element("ol") { html in
        for chapter in report.chapters {
          html.element("li") { html in
            link(chapter.heading, "\(chapter.number)", to: &html)
            guard !chapter.sections.isEmpty else { return }
            html.element("ol") { html in
              for section in chapter.sections {
                html.element("li") {
                  link(section.heading, "\(chapter.number).\(section.number)", to: &$0)
                }
              }
            }
          }
          html.line()
        }
        for (id, label) in Self.endMatter(of: report) {
          html.element("li") { html in
            html.element("a", [("href", "#\(id)")]) { html in
              html.element("span", [("class", "name")], text: labels[label])
            }
          }
        }
      }
    }
    html.line()
    return html
  }

  /// What follows the chapters: the ids of the headings, and what they say.
  static func endMatter(of report: ReportView) -> [(String, Label)] {
    var parts: [(String, Label)] = []
    if !report.references.isEmpty { parts.append((PageID.title("references"), .references)) }
    if !report.footnotes.isEmpty { parts.append((PageID.title("notes"), .notes)) }
    if !report.evidence.places.isEmpty {
      parts.append((PageID.title("evidence"), .evidenceAppendix))
    }
    parts.append((PageID.title("cite"), .howToCite))
    return parts
  }

  private func link(_ heading: Heading, _ number: String, to html: inout HTMLWriter) {
    html.element("a", [("href", "#\(heading.id.addressEncoded)")]) { html in
      html.element("span", [("class", "number")], text: number)
      html.text(" ")
      html.element("span", [("class", "name")], text: heading.name)
    }
  }

  // MARK: Text

  private func text() -> HTMLWriter {
    var html = HTMLWriter()
    writeChapters(to: &html)
    writeReferences(to: &html)
    writeFootnotes(to: &html)
    evidence.writeAppendix(to: &html)
    writeCitation(to: &html)
    return html
  }

  func section(
    _ name: String, _ id: String, _ title: String, to html: inout HTMLWriter,
    _ content: (inout HTMLWriter) -> Void
  ) {
    html.element("section", [("class", name), ("aria-labelledby", id)]) { html in
      html.element("h2", [("id", id)], text: title)
      html.line()
      content(&html)
    }
    html.line()
  }

  /// A writer for what stands on the page a second time.
  var copy: BodyWriter {
    var copy = body
    copy.isCopy = true
    return copy
  }

  private func writeChapters(to html: inout HTMLWriter) {
    if !report.introduction.isEmpty {
      html.element("section", [("class", "introduction"), ("aria-label", labels[.introduction])]) {
        body.write(report.introduction, to: &$0)
      }
      html.line()
    }
    for chapter in report.chapters {
      html.element(
        "section", [("class", "chapter"), ("aria-labelledby", PageID.name(of: chapter.heading.id))]
      ) { html in
        heading(chapter.heading, "h2", "\(chapter.number)", to: &html)
        var opening = body
        opening.level = 2
        opening.write(chapter.opening, to: &html)
        for section in chapter.sections {
          html.element(
            "section",
            [
              ("class", section.isFinding ? "finding" : "part"),
              ("aria-labelledby", PageID.name(of: section.heading.id)),
            ]
          ) { html in
            heading(section.heading, "h3", "\(chapter.number).\(section.number)", to: &html)
            body.write(section.blocks, to: &html)
          }
          html.line()
        }
      }
      html.line()
    }
  }

  private func heading(
    _ heading: Heading, _ name: String, _ number: String, to html: inout HTMLWriter
  ) {
    // Heading and section are called by number and words, without the link behind them.
    let own = PageID.name(of: heading.id)
    html.element(name, [("id", heading.id), ("aria-labelledby", own)]) { html in
      html.element("span", [("id", own)]) { html in
        html.element("span", [("class", "number")], text: number)
        html.text(" ")
        body.write(heading.content, to: &html)
      }
      html.text(" ")
      html.element(
        "a",
        [
          ("class", "permalink"), ("href", "#\(heading.id.addressEncoded)"),
          ("aria-label", labels.text(.linkToPlace, ["name": heading.text])),
        ], text: "#")
    }
    html.line()
  }
}
