import LecternBriefing
import LecternSource

/// What a report of a study usually says, and this one does not: in the front matter, a heading or the text.
///
/// Ethics and consent have codes of their own, since organisations ask for them above all; what else is missing is one line.
struct MissingFacts: Rule {
  static let topic = RuleTopic.reporting
  static let source = "COREQ 9–12, 14 and 24–28; SRQR 4–10, 13–14 and 19–21"
  static let codes: [Diagnostic.Code] = [
    .ethicsMissing, .consentMissing, .studyFactsMissing,
  ]

  /// A fact by its key in `study:`, and the beginnings of words by which the text may give it.
  private static let facts: [(key: String, words: [String])] = [
    ("aim", ["aim", "research question", "objective"]),
    (
      "approach",
      [
        "ethnograph", "grounded theor", "phenomenolog", "case stud", "thematic", "qualitative",
        "mixed method", "participatory",
      ]
    ),
    ("setting", ["setting"]),
    ("participants", []),
    ("dates", []),
    ("sampling", ["sampl"]),
    ("recruitment", ["recruit"]),
    ("analysis", ["analys", "coded", "coding"]),
    ("ethics", ["ethic"]),
    ("consent", ["consent"]),
    (
      "anonymisation",
      ["anonymis", "anonymiz", "pseudonym", "deidentif", "names have been changed"]
    ),
    ("limitations", ["limitation"]),
    ("funding", ["fund"]),
    ("conflicts", ["conflict", "competing interest", "declaration of interest"]),
  ]

  /// The beginnings of words by their first byte: every word of a text is asked.
  private static let signs: [[(key: String, parts: [Substring])]] = {
    var signs = [[(key: String, parts: [Substring])]](repeating: [], count: 256)
    for fact in facts {
      for words in fact.words {
        if let first = words.utf8.first {
          signs[Int(first)].append((fact.key, words.split(separator: " ")))
        }
      }
    }
    return signs
  }()

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    guard briefing.hasStudy, let place = briefing.frontMatter.key("study") else { return [] }
    let candidates = facts.filter { briefing.fact($0.key) == nil }
    guard !candidates.isEmpty else { return [] }
    let given = given(in: briefing)
    var missing = candidates.map(\.key).filter { !given.contains($0) }
      .map { $0 == "dates" ? "from" : $0 }
    var found: [Diagnostic] = []
    if missing.contains("ethics") { found.append(.ethicsMissing(at: place)) }
    if missing.contains("consent") { found.append(.consentMissing(at: place)) }
    missing.removeAll { ["ethics", "consent"].contains($0) }
    if !missing.isEmpty { found.append(.studyFactsMissing(missing, at: place)) }
    return found
  }

  /// The keys of the facts that headings and text give; what is quoted says nothing of the study.
  private static func given(in briefing: CheckedBriefing) -> Set<String> {
    var given: Set<String> = []
    for passage in briefing.passages where passage.isProse {
      let words = passage.words
      for index in words.indices {
        guard let first = words[index].lower.utf8.first else { continue }
        for (key, parts) in signs[Int(first)] where index + parts.count <= words.count {
          let isThere = zip(parts, words[index...]).allSatisfy {
            $1.lower.utf8.starts(with: $0.utf8)
          }
          if isThere { given.insert(key) }
        }
      }
    }
    return given
  }
}

extension Diagnostic.Code {
  static let ethicsMissing = Self(
    "ethics-missing", .information,
    summary:
      "Neither `study:` nor the text says whether the study was approved, or why it did not need to be.",
    remedy: "Write `ethics:` in `study:`, or say it in the text.")
  static let consentMissing = Self(
    "consent-missing", .information,
    summary: "Neither `study:` nor the text says how people consented.",
    remedy: "Write `consent:` in `study:`, or say it in the text.")
  static let studyFactsMissing = Self(
    "study-facts-missing", .information,
    summary: "Facts that reports of studies usually give are neither in `study:` nor in the text.",
    remedy: "Add those that are known to `study:`, or say them in the text.")
}

extension Diagnostic {
  fileprivate static func ethicsMissing(at span: Span) -> Self {
    Self(
      .ethicsMissing, "nothing says whether the study was approved", at: span,
      help: "write `ethics:` in `study:`, or say why it needed no approval")
  }

  fileprivate static func consentMissing(at span: Span) -> Self {
    Self(
      .consentMissing, "nothing says how people consented", at: span,
      help: "write `consent:` in `study:`, or say it in the text")
  }

  fileprivate static func studyFactsMissing(_ keys: [String], at span: Span) -> Self {
    Self(
      .studyFactsMissing,
      "nothing is said of the study's \(keys.map { "`\($0)`" }.joined(separator: ", "))", at: span,
      help: "add those that are known to `study:`, or say them in the text")
  }
}
