extension ReportingStandard {
  /// Standards for reporting qualitative research: 21 items in the order of a paper.
  public static let srqr = ReportingStandard(
    name: "SRQR",
    source: "O’Brien, Harris, Beckman, Reed and Cook, Academic Medicine, 2014",
    items: [
      Item(1, "A title that names the approach or the kind of data", part: .title),
      Item(2, "A summary", part: .summary),
      Item(
        3, "The problem, and what is known of it", facts: ["background", "problem"],
        headings: ["background", "context", "introduction", "overview", "problem"]),
      Item(
        4, "The purpose or question",
        facts: ["aim", "aims", "objectives", "purpose", "question", "research-question"]),
      Item(5, "The approach and its paradigm", facts: ["approach", "methodology", "paradigm"]),
      Item(
        6, "The researchers and their influence", facts: ["reflexivity"],
        related: ["relationship", "researchers", "team"]),
      Item(7, "The setting and its context", facts: ["context", "setting"]),
      Item(8, "The sampling strategy", facts: ["sampling"], related: ["recruitment"]),
      Item(
        9, "Ethics approval and consent, or why there is none", facts: ["ethics"],
        related: ["consent"]),
      Item(10, "How and when data were collected", facts: ["data", "methods"], related: ["dates"]),
      Item(
        11, "Instruments and technologies", facts: ["guide", "instruments", "recording"],
        related: ["data", "methods"]),
      Item(12, "The units of study, and how many", facts: ["participants", "sample"]),
      Item(
        13, "How data were processed and made anonymous",
        facts: ["anonymisation", "data-processing", "transcription"]),
      Item(14, "How data were analysed", facts: ["analysis"]),
      Item(
        15, "What makes the analysis trustworthy", facts: ["trustworthiness"],
        related: ["analysis"]),
      Item(16, "The findings and their interpretation", part: .findings),
      Item(17, "Links from findings to data", part: .quotations),
      Item(
        18, "What it adds to earlier work, and what follows",
        headings: ["conclusion", "discussion", "implication", "recommendation"], part: .keyMessages),
      Item(19, "Limitations", facts: ["limitations"], headings: ["limitation"]),
      Item(20, "Conflicts of interest", facts: ["conflicts", "interests"]),
      Item(21, "Funding", facts: ["funding"]),
    ])
}
