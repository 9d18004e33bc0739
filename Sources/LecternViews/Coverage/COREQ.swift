extension ReportingStandard {
  /// Consolidated criteria for reporting qualitative research: 32 items on team, design and analysis.
  public static let coreq = ReportingStandard(
    name: "COREQ",
    source: "Tong, Sainsbury and Craig, International Journal for Quality in Health Care, 2007",
    items: [
      Item(1, "Who collected the data", facts: ["interviewer", "researchers", "team"]),
      Item(2, "Their credentials", facts: ["credentials"], related: ["researchers", "team"]),
      Item(
        3, "Their occupation at the time", facts: ["occupation"], related: ["researchers", "team"]),
      Item(4, "Their gender", facts: ["gender"], related: ["researchers", "team"]),
      Item(
        5, "Their experience and training", facts: ["experience", "training"],
        related: ["researchers", "team"]),
      Item(
        6, "Whether they knew the participants before", facts: ["relationship"],
        related: ["reflexivity"]),
      Item(
        7, "What participants knew about them", facts: ["participant-knowledge"],
        related: ["relationship", "reflexivity"]),
      Item(8, "Their own views and interests", facts: ["reflexivity"], related: ["relationship"]),
      Item(
        9, "The methodology behind the study",
        facts: ["approach", "methodology", "orientation", "theory"]),
      Item(10, "How participants were selected", facts: ["sampling"], related: ["recruitment"]),
      Item(11, "How they were approached", facts: ["recruitment"]),
      Item(12, "How many took part", facts: ["participants", "sample-size"]),
      Item(13, "How many declined or left, and why", facts: ["declined", "withdrew"]),
      Item(14, "Where data were collected", facts: ["setting"]),
      Item(15, "Who else was present", facts: ["present", "others-present"], related: ["methods"]),
      Item(
        16, "Who the participants were", facts: ["sample", "characteristics"],
        related: ["participants"], headings: ["participants", "sample", "who took part"]),
      Item(
        17, "The questions or guide that was used", facts: ["guide"], related: ["data", "methods"]),
      Item(
        18, "Whether interviews were repeated", facts: ["repeats", "repeat-interviews"],
        related: ["data", "methods"]),
      Item(
        19, "Whether sound or pictures were recorded", facts: ["recording"],
        related: ["data", "methods"]),
      Item(
        20, "Whether field notes were made", facts: ["field-notes"], related: ["data", "methods"]),
      Item(21, "How long it took", facts: ["duration", "length"], related: ["data", "methods"]),
      Item(
        22, "Whether saturation was discussed", facts: ["saturation", "stopping-rule"],
        related: ["sampling"]),
      Item(
        23, "Whether transcripts were returned", facts: ["transcripts", "transcripts-returned"]),
      Item(24, "How many people coded the data", facts: ["coders"], related: ["analysis"]),
      Item(
        25, "A description of the codes", facts: ["coding", "coding-tree"], related: ["analysis"]),
      Item(26, "Where the themes came from", facts: ["themes"], related: ["analysis"]),
      Item(27, "The software that was used", facts: ["software"], related: ["analysis"]),
      Item(
        28, "Whether participants commented on the findings",
        facts: ["member-checking", "participant-checking"], related: ["analysis"]),
      Item(29, "Quotations, each of them identified", part: .quotations),
      Item(30, "Agreement between data and findings", needsPerson: true),
      Item(31, "Clear major themes", part: .findings),
      Item(32, "Diverse cases or minor themes", needsPerson: true),
    ])
}

extension ReportingStandard.Item {
  /// Makes an item and says by what one can tell that it is reported.
  init(
    _ number: Int, _ topic: String, facts: [String] = [], related: [String] = [],
    headings: [String] = [], part: SignOfReporting.Part? = nil, needsPerson: Bool = false
  ) {
    self.number = number
    self.topic = topic
    evidence = SignOfReporting(
      facts: facts, related: related, headings: headings, part: part, needsPerson: needsPerson)
  }
}
