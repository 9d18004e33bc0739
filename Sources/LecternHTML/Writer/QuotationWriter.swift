import LecternBriefing
import LecternSource
import LecternViews

/// Quotations: the words in the block quote, and outside it whose they are.
extension BodyWriter {
  func write(_ quotation: Quotation, _ block: Block, to html: inout HTMLWriter) {
    let length = length(of: quotation)
    // The form is for the style sheets; what a quotation is stands in its class alone.
    let forms = [
      quotation.isConversation ? "conversation" : nil, length < 60 ? "short" : nil,
      length > Self.long ? "long" : nil,
    ].compactMap(\.self)
    html.element(
      "figure",
      [
        ("class", "quote"), ("role", "group"), ("aria-label", name(of: quotation)),
        ("id", id(block.id)), ("data-step", step(block.step)),
        ("data-form", forms.isEmpty ? nil : forms.joined(separator: " ")),
      ]
    ) { html in
      html.element("blockquote") { html in
        for turn in quotation.turns {
          write(turn, isConversation: quotation.isConversation, to: &html)
        }
      }
      if let attribution = quotation.attribution {
        html.line()
        // The words count once: where they end.
        let source = quotation.goesOn ? nil : attribution.source
        html.element("figcaption", [("data-source", source)]) { html in
          write(attribution, goesOn: quotation.goesOn, to: &html)
          writeLinks(block, name(of: quotation), to: &html)
        }
      }
    }
  }

  /// How many characters a quotation has: few enough are set large, and too many fit no sheet of paper.
  private func length(of quotation: Quotation) -> Int {
    var length = 0
    for block in quotation.turns.lazy.flatMap(\.blocks) where length <= Self.long {
      // Hardly a letter takes more than four bytes.
      length += block.plainText(upTo: 4 * Self.long).characterCount
    }
    return length
  }

  private static var long: Int { 1_200 }

  private func write(
    _ turn: Quotation.Turn, isConversation: Bool, to html: inout HTMLWriter
  ) {
    guard isConversation else {
      write(turn.blocks, to: &html)
      return
    }
    // The speaker's name arrives with the words that it introduces.
    let step = step(turn.blocks.first?.step)
    html.element("div", [("class", "turn"), ("data-step", step)]) { html in
      if let speaker = turn.speaker {
        html.element("p", [("class", "speaker")]) { html in
          html.text(speaker)
          html.element("span", [("class", "visually-hidden")], text: ":")
        }
      }
      html.element("div", [("class", "speech")]) { write(turn.blocks, to: &$0) }
    }
    html.line()
  }

  private func write(_ attribution: Attribution, goesOn: Bool, to html: inout HTMLWriter) {
    let parts = AttributionText.parts(of: attribution, goesOn: goesOn, labels: labels)
    for (index, part) in parts.enumerated() {
      if index > 0 { html.element("span", [("class", "dot")], text: " · ") }
      html.element("span", [("class", part.name)]) { write(part.content, to: &$0) }
    }
    if !goesOn { write(attribution.footnotes, to: &html) }
  }

  /// In the report, a link to the quotation itself and to the messages that rest on it.
  private func writeLinks(_ block: Block, _ name: String, to html: inout HTMLWriter) {
    guard document == .report, !isCopy, let id = block.id else { return }
    for number in supports[id] ?? [] {
      html.text(" ")
      html.element(
        "a", [("class", "supports"), ("href", "#\(PageID.message(number))")],
        text: labels.text(.supportsMessage, ["number": String(number)]))
    }
    html.text(" ")
    html.element(
      "a",
      [
        ("class", "permalink"), ("href", "#\(id.addressEncoded)"),
        ("aria-label", labels.text(.linkToPlace, ["name": name])),
      ], text: "#")
  }

  /// What assistive technology calls a quotation: `Hilary, Focus group`.
  func name(of quotation: Quotation) -> String {
    guard let attribution = quotation.attribution else { return labels[.quotation] }
    var parts: [String] = []
    if let who = attribution.who { parts.append(who) }
    if let citation = attribution.citation { parts.append(words(of: citation)) }
    if let kind = attribution.kind, let label = Label(rawValue: kind.rawValue) {
      parts.append(labels[label])
    }
    if parts.isEmpty { parts.append(attribution.source) }
    return labels.text(.quotationFrom, ["name": parts.joined(separator: ", ")])
  }
}
