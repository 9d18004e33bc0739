public import LecternBriefing

/// A briefing as a report: numbered chapters with contents, key messages first, and what they rest on.
public struct ReportView: Sendable {
  /// What every page says of the briefing.
  public var briefing: BriefingFacts
  /// The text before the first chapter.
  public var introduction: [Block]
  /// The chapters in order.
  public var chapters: [Chapter]
  /// The key messages, shown before everything else.
  public var keyMessages: KeyMessages?
  /// For each id that key messages rest on, the numbers of those messages.
  public var supports: [String: [Int]]
  /// Who is heard, and where.
  public var evidence = Evidence()
  /// How each piece of evidence is called where it is linked to.
  public var evidenceNames: [String: String]
  /// The figures by the place in the source where they begin.
  public var figures: [Int: ReportFigure] = [:]
  /// The number of each figure and table that has one, by the place in the source where it begins.
  public var numbers: [Int: Int]
  /// The works that are cited, in the order of the list.
  public var references: [ListedReference]
  /// Whether the works are numbered.
  public var hasNumberedReferences = false
  /// The citations that works lead back to: their numbers in reading order, by where they begin in the source.
  public var mentions: [Int: Int] = [:]
  /// The footnotes.
  public var footnotes: [Footnote]
  /// Every id that stands on the page.
  public var places: Set<String>

  /// A chapter: what a `##` heading opens.
  public struct Chapter: Sendable {
    /// Its number, from 1.
    public var number: Int
    /// Its heading.
    public var heading: Heading
    /// What stands before its first section.
    public var opening: [Block]
    /// Its sections.
    public var sections: [Section]
  }

  /// A section: what a `###` heading opens.
  public struct Section: Sendable {
    /// Its number within the chapter, from 1.
    public var number: Int
    /// Its heading.
    public var heading: Heading
    /// What it holds.
    public var blocks: [Block]
    /// Whether it is a finding: it holds a quotation that is not from the literature, and no key messages.
    public var isFinding = false
  }

  /// A work in the list of references.
  public struct ListedReference: Sendable {
    /// Its key.
    public var key: String
    /// How it is listed.
    public var content: [Inline]
    /// The numbers of the citations that cite it.
    public var mentions: [Int] = []
  }
}
