import LecternBriefing

/// What a deck's script shows beside the slides: the list of keys, what to do when a window is blocked, and the presenter's view.
///
/// Dialogs and a template are shown by the script alone; without it none of their words is to be seen.
struct DeckTools {
  let labels: Labels
  let presenter: PageContext.Presenter
  /// Whether the deck goes from right to left, and its arrow keys with it.
  let isRightToLeft: Bool

  func html() -> HTMLWriter {
    var html = HTMLWriter()
    writeHelp(to: &html)
    writeBlocked(to: &html)
    html.element("template", [("id", PageID.presenter)]) { html in
      html.empty("link", [("rel", "stylesheet"), ("href", presenter.styles)])
      html.element("main", [("class", "presenter-view")]) { writePresenterView(to: &$0) }
      html.element("script", [("src", presenter.script)]) { _ in }
    }
    html.line()
    return html
  }

  // MARK: Dialogs

  /// The keys, and what they do.
  private var keys: [(keys: [String], label: Label)] {
    let (forwards, backwards) = isRightToLeft ? ("←", "→") : ("→", "←")
    return [
      ([forwards, "↓", labels[.keySpace], labels[.keyPageDown], "↵"], .keyNext),
      ([backwards, "↑", labels[.keyPageUp]], .keyPrevious),
      ([labels[.keyHome], labels[.keyEnd]], .keyEnds),
      (["1", "2", "↵"], .keyNumber),
      (["O", "Esc"], .overviewGrid),
      (["B", "."], .keyBlack),
      (["W"], .keyWhite),
      (["P"], .presenterView),
      (["F"], .fullScreen),
      (["D"], .keyDocument),
      (["?"], .keys),
    ]
  }

  private func writeHelp(to html: inout HTMLWriter) {
    html.element(
      "dialog", [("class", "deck-help"), ("aria-labelledby", PageID.title("help"))]
    ) { html in
      html.element("h2", [("id", PageID.title("help"))], text: labels[.keys])
      html.element("dl") { html in
        for (keys, label) in keys {
          html.element("dt") { html in
            for (index, key) in keys.enumerated() {
              if index > 0 { html.text(" ") }
              html.element("kbd", text: key)
            }
          }
          html.element("dd", text: labels[label])
        }
      }
      html.element("button", [("type", "button")], text: labels[.close])
    }
    html.line()
  }

  private func writeBlocked(to html: inout HTMLWriter) {
    html.element(
      "dialog", [("class", "deck-blocked"), ("aria-labelledby", PageID.title("blocked"))]
    ) { html in
      html.element("h2", [("id", PageID.title("blocked"))], text: labels[.windowBlocked])
      html.element("p") { html in
        html.text("\(labels[.windowBlockedHelp]) ")
        html.element("a", [("href", "?presenter"), ("target", "_blank"), ("rel", "opener")]) {
          $0.text(labels[.presenterView])
        }
      }
      html.element("button", [("type", "button")], text: labels[.close])
    }
    html.line()
  }

  // MARK: Presenter's view

  private func writePresenterView(to html: inout HTMLWriter) {
    html.element("div", [("class", "presenter-head")]) { html in
      html.element("span") { html in
        html.text("\(labels[.clock]) ")
        part("strong", "clock", to: &html)
      }
      html.element("span") { html in
        html.text("\(labels[.elapsed]) ")
        part("strong", "elapsed", to: &html)
      }
      html.element("span", [("class", "row")]) { html in
        button("pause", labels[.pause], to: &html)
        button("reset", labels[.reset], to: &html)
      }
      html.element("label") { html in
        html.text(labels[.plannedMinutes])
        html.empty(
          "input", [("type", "number"), ("min", "0"), ("max", "600"), ("data-part", "planned")])
      }
      html.element("span", [("data-part", "pace"), ("hidden", "")]) { html in
        part("span", "in-time", text: labels[.inTime], isHidden: true, to: &html)
        part("span", "behind", text: labels[.behind], isHidden: true, to: &html)
        part("span", "ahead", text: labels[.ahead], isHidden: true, to: &html)
        html.text(" ")
        part("strong", "by", to: &html)
        html.text(" · \(labels[.timeLeft]) ")
        part("span", "left", to: &html)
      }
      button("audience", labels[.audienceWindow], to: &html)
      part("strong", "blank", text: labels[.screenBlank], isHidden: true, to: &html)
    }
    html.element(
      "section", [("class", "presenter-current"), ("aria-label", labels[.currentSlide])]
    ) {
      html in
      html.element("h2") { html in
        html.text("\(labels[.slide]) ")
        part("span", "position", to: &html)
        html.element("span", [("hidden", "")]) { html in
          html.text(" · \(labels[.step]) ")
          part("span", "step", to: &html)
        }
        html.text(" · ")
        part("span", "title", to: &html)
      }
      part("div", "current", class: "stage", to: &html)
      html.element("div", [("class", "row")]) { html in
        button("previous", labels[.previousSlide], to: &html)
        button("next", labels[.nextSlide], to: &html)
      }
    }
    html.element("section", [("class", "presenter-next"), ("aria-label", labels[.comesNext])]) {
      html in
      html.element("h2", text: labels[.comesNext])
      part("p", "end", text: labels[.endOfDeck], isHidden: true, to: &html)
      part("div", "upcoming", class: "stage", to: &html)
    }
    html.element("section", [("class", "presenter-notes"), ("aria-label", labels[.speakerNotes])]) {
      html in
      html.element("div", [("class", "row")]) { html in
        html.element("h2", text: labels[.speakerNotes])
        button("smaller", "A−", label: labels[.smallerNotes], to: &html)
        button("larger", "A+", label: labels[.largerNotes], to: &html)
      }
      part("p", "no-notes", text: labels[.noNotes], to: &html)
      html.element(
        "div",
        [
          ("class", "presenter-words"), ("data-part", "notes"), ("tabindex", "0"),
          ("role", "region"), ("aria-label", labels[.speakerNotes]),
        ]
      ) { _ in }
    }
    html.element(
      "section", [("class", "presenter-foot"), ("aria-label", labels[.pace]), ("tabindex", "0")]
    ) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for label in [Label.sectionName, .elapsed, .planned] {
              html.element("th", [("scope", "col")], text: labels[label])
            }
          }
        }
        html.element("tbody", [("data-part", "sections")]) { _ in }
      }
    }
  }

  /// An element that the script fills, shows or hides, by its part in the view.
  private func part(
    _ element: String, _ name: String, class: String? = nil, text: String = "",
    isHidden: Bool = false, to html: inout HTMLWriter
  ) {
    html.element(
      element,
      [("class", `class`), ("data-part", name), ("hidden", isHidden ? "" : nil)], text: text)
  }

  private func button(
    _ name: String, _ text: String, label: String? = nil, to html: inout HTMLWriter
  ) {
    html.element(
      "button", [("type", "button"), ("data-part", name), ("aria-label", label)], text: text)
  }
}
