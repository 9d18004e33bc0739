import LecternBriefing
import LecternViews

/// The facts of a study as a list of names and values.
struct StudyWriter {
  let briefing: BriefingFacts

  func write(_ attributes: [HTMLWriter.Attribute], to html: inout HTMLWriter) {
    html.element("dl", [("class", "study-facts")] + attributes) { html in
      for fact in briefing.metadata.study {
        html.element("div") { html in
          html.element("dt", text: name(of: fact))
          html.element("dd", text: value(of: fact))
        }
      }
    }
  }

  private func name(of fact: StudyFact) -> String {
    if let label = Label(rawValue: fact.key) { return briefing.labels[label] }
    let words = fact.key.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func value(of fact: StudyFact) -> String {
    guard fact.key == "dates" else { return fact.value }
    let dates = fact.value.split(separator: "/").map { date(String($0)) }
    guard dates.count == 2 else { return dates.first ?? fact.value }
    return briefing.labels.text(.dateRange, ["from": dates[0], "to": dates[1]])
  }

  /// `2019-08` as `August 2019`; anything else as written.
  private func date(_ written: String) -> String {
    DateText(labels: briefing.labels).text(written)
  }
}

/// Dates as people write them.
struct DateText {
  let labels: Labels

  /// `2019-08-05` as `5 August 2019`; what is no ISO date stays as written.
  func text(_ written: String) -> String {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(parts.count), let year = parts[0], year > 999, let month = parts[1],
      let name = labels.month(month)
    else { return written }
    guard parts.count == 3 else { return "\(name) \(year)" }
    guard let day = parts[2], (1...31).contains(day) else { return written }
    return "\(day) \(name) \(year)"
  }
}
