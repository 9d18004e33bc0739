import LecternBriefing

/// Titles as Harvard sets them: works that stand alone in italics, others in quotation marks.
enum HarvardTitle {
  /// The title with its marks.
  static func phrase(_ work: Reference) -> Phrase {
    let title = Phrase(of: work.title)
    return standsAlone(work.kind) ? title.italic : title.wrapped("‘", "’")
  }

  /// What stands where the authors of a work would: the title of the journal or paper that it is in, else its own.
  static func authors(_ work: Reference) -> Phrase {
    isUnderItsContainer(work) ? Phrase(of: work[.container]).italic : phrase(work)
  }

  /// The same without marks.
  static func inPlaceOfAuthors(_ work: Reference) -> String {
    isUnderItsContainer(work) ? work[.container] ?? "" : work.title
  }

  /// Whether a work is an article without authors, which stands under the name of its journal or paper.
  static func isUnderItsContainer(_ work: Reference) -> Bool {
    work.creators == nil && work[.container] != nil
      && [.journalArticle, .magazineArticle, .newspaperArticle].contains(work.kind)
  }

  private static func standsAlone(_ kind: WorkKind) -> Bool {
    switch kind {
    case .bill, .book, .legalCase, .legislation, .film, .report, .song, .thesis, .webpage, .graphic:
      true
    default: false
    }
  }
}
