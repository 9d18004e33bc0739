import LecternSource

extension RuleRegistry {
  /// The part of `docs/checks.md` that lists the rules.
  public var page: String {
    var text = """
      # Checks

      What Lectern holds a briefing against besides its form: whether a study is reported well, whether quotations can be
      trusted, whether somebody can be recognised, and whether everybody can read it. `lectern check` and `lectern build` run
      all of them. No check can say that a text is anonymous or a study sound; a silent check has found nothing, and no more.

      - A missing fact is an information, never an error, and only where the front matter has `study:`.
      - `lectern.yaml` raises or lowers each by its code, under `severities`.
      - `<!-- allow CODE: reason -->` silences one in the next block, an error too; `lectern check -v` lists the reasons.

      """
    for topic in RuleTopic.allCases {
      text += "\n## \(topic.title)\n\n| code | severity | what it finds | where it comes from |\n"
      text += "| --- | --- | --- | --- |\n"
      for rule in rules where rule.topic == topic {
        for code in rule.codes {
          let cells = [code.summary, rule.source].map { $0.replacing("|", with: "\\|") }
          text += "| `\(code.name)` | \(code.severity.rawValue) | \(cells[0]) | \(cells[1]) |\n"
        }
      }
    }
    return text
  }
}

extension RuleTopic {
  /// What the documentation calls it.
  var title: String {
    switch self {
    case .reporting: "Reporting"
    case .quotations: "Quotations"
    case .identifiers: "Identifiers"
    case .accessibility: "Accessibility"
    }
  }
}
