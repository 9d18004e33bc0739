import LecternBriefing
import LecternViews

/// The facts of a study as a list of names and values.
struct StudyWriter {
  let briefing: BriefingFacts
  /// The facts that stand here; nil for all of them.
  var facts: [StudyText.Fact]?

  func write(_ attributes: [HTMLWriter.Attribute], to html: inout HTMLWriter) {
    let facts = facts ?? StudyText(labels: briefing.labels).facts(briefing.metadata.study)
    guard !facts.isEmpty else { return }
    html.element("dl", [("class", "study-facts")] + attributes) { html in
      for fact in facts {
        html.element("div") { html in
          html.element("dt", text: fact.name)
          html.element("dd", text: fact.value)
        }
      }
    }
  }
}
