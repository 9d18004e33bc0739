import LecternBriefing
import LecternSource
import LecternTypography
import LecternViews

/// Words and what they mean: links, images, footnotes and citations.
extension BodyWriter {
  func write(_ inlines: [Inline], to html: inout HTMLWriter) {
    for inline in inlines { write(inline, to: &html) }
  }

  private func write(_ inline: Inline, to html: inout HTMLWriter) {
    switch inline {
    case .text(let text): html.text(text)
    case .softBreak: html.line()
    case .lineBreak: html.empty("br")
    case .emphasis(let content): html.element("em") { write(content, to: &$0) }
    case .strong(let content): html.element("strong") { write(content, to: &$0) }
    case .strikethrough(let content): html.element("del") { write(content, to: &$0) }
    case .code(let text): html.element("code", text: text)
    case .link(let link): write(link, to: &html)
    case .image(let image): write(image, showsTitle: true, to: &html)
    case .element(let name, let attributes, let content):
      let attributes = attributes.map { ($0.name, Optional($0.value)) }
      if content.isEmpty, name == "wbr" {
        html.empty(name, attributes)
      } else {
        html.element(name, attributes) { write(content, to: &$0) }
      }
    case .footnote(let number, let occurrence): writeFootnote(number, occurrence, to: &html)
    case .citation(let citation): write(citation, to: &html)
    }
  }

  private func write(_ link: Link, to html: inout HTMLWriter) {
    if link.isEvidence, document == .deck { return }
    var classes: [String] = []
    if link.isEvidence { classes.append("evidence") }
    let address: String
    switch link.address {
    case .absolute(let absolute):
      address = absolute
      if link.content.plainText == absolute { classes.append("address") }
    case .relative(let relative): address = pictures[relative]?.address ?? relative
    case .fragment(let id):
      let place = places.firstIndex(of: id).map { places[$0] }
      guard let place = id.isEmpty || id == "top" ? id : place else {
        // The place is in the other document only.
        write(link.content, to: &html)
        return
      }
      // The id as its heading has it: the link may compose an accent another way.
      address = "#\(place.addressEncoded)"
    case .dropped:
      write(link.content, to: &html)
      return
    }
    html.element(
      "a",
      [
        ("class", classes.isEmpty ? nil : classes.joined(separator: " ")), ("href", address),
        ("title", link.title.isEmpty ? nil : link.title),
      ]
    ) { html in
      var inner = self
      inner.isInsideLink = true
      inner.write(link.content, to: &html)
    }
  }

  func write(_ image: Image, showsTitle: Bool, to html: inout HTMLWriter) {
    if isCopy {
      html.text(image.alternative)
      return
    }
    switch image.address {
    case .relative(let written):
      let file = pictures[written]
      html.empty(
        "img",
        [
          ("class", tall(image, file)), ("src", file?.address ?? written),
          ("alt", image.alternative),
          ("title", showsTitle && !image.title.isEmpty ? image.title : nil),
          ("width", file?.size.map { String($0.width) }),
          ("height", file?.size.map { String($0.height) }),
        ])
    case .absolute(let address):
      let words = image.alternative.isEmpty ? address : image.alternative
      if isInsideLink {
        html.text(words)
      } else {
        let title = image.title.isEmpty ? nil : image.title
        html.element(
          "a", [("class", "picture-elsewhere"), ("href", address), ("title", title)], text: words)
      }
    case .fragment, .dropped: html.text(image.alternative)
    }
  }

  /// The class for the height of a picture in a line of a slide.
  private func tall(_ image: Image, _ file: PictureCatalogue.File?) -> String? {
    guard document == .deck else { return nil }
    let height = blockHeight ?? file?.size.map(InlinePicture.height)
    return height.map(SlideClasses.height)
  }

  private func writeFootnote(_ number: Int, _ occurrence: Int, to html: inout HTMLWriter) {
    let own = PageID.footnoteReference(number, occurrence)
    let isLinked = footnotes.contains(number) && !isInsideLink
    // Inside a link the mark stands alone, but the way back still leads to it.
    let mark = isLinked || !footnotes.contains(number) ? nil : id(own)
    html.element("sup", [("class", "footnote-ref"), ("id", mark)]) { html in
      guard isLinked else {
        html.text(String(number))
        return
      }
      html.element(
        "a", [("href", "#\(PageID.footnote(number))"), ("id", id(own)), ("role", "doc-noteref")],
        text: String(number))
    }
  }

  /// A citation's words without markup.
  func words(of citation: Citation) -> String { citations.inlines(citation).plainText }

  private func write(_ citation: Citation, to html: inout HTMLWriter) {
    if let written = citation.written {
      html.text(written)
      return
    }
    let mark = mentions[citation.span.lower].flatMap { id(PageID.citation($0)) }
    html.element("span", [("class", "citation"), ("id", mark)]) { html in
      for piece in citations.pieces(citation) {
        if document == .report, !isInsideLink, let key = piece.key {
          html.element("a", [("href", "#\(PageID.reference(key).addressEncoded)")]) {
            write(piece.content, to: &$0)
          }
        } else {
          write(piece.content, to: &html)
        }
      }
    }
  }
}
