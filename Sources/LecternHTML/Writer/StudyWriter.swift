import LecternBriefing
import LecternViews

/// The facts of a study as a list of names and values.
struct StudyWriter {
  let briefing: BriefingFacts
  /// The facts that stand here; nil for all of them.
  var range: Range<Int>?

  func write(_ attributes: [HTMLWriter.Attribute], to html: inout HTMLWriter) {
    let text = StudyText(labels: briefing.labels)
    let facts = briefing.metadata.study
    guard !facts.isEmpty else { return }
    html.element("dl", [("class", "study-facts")] + attributes) { html in
      for fact in facts[range ?? facts.indices] {
        html.element("div") { html in
          html.element("dt", text: text.name(of: fact))
          html.element("dd", text: text.value(of: fact))
        }
      }
    }
  }
}
