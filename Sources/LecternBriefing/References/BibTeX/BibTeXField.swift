/// The names of BibTeX's and BibLaTeX's types and fields.
enum BibTeXField {
  /// The sort of work of each type; `article` depends on more than its name.
  static let kinds: [String: WorkKind] = [
    "article": .journalArticle, "suppperiodical": .journalArticle, "book": .book, "mvbook": .book,
    "collection": .book, "mvcollection": .book, "proceedings": .book, "mvproceedings": .book,
    "reference": .book, "mvreference": .book, "manual": .book, "booklet": .pamphlet,
    "inbook": .chapter, "incollection": .chapter, "bookinbook": .chapter, "suppbook": .chapter,
    "suppcollection": .chapter, "inreference": .encyclopediaEntry,
    "inproceedings": .conferencePaper,
    "conference": .conferencePaper, "phdthesis": .thesis, "mastersthesis": .thesis,
    "thesis": .thesis, "techreport": .report, "report": .report, "online": .webpage,
    "electronic": .webpage, "www": .webpage, "webpage": .webpage, "misc": .document,
    "unpublished": .manuscript, "dataset": .dataset, "software": .software, "patent": .patent,
    "periodical": .periodical, "legislation": .legislation, "jurisdiction": .legalCase,
    "standard": .standard, "artwork": .graphic, "image": .graphic, "movie": .film, "video": .film,
    "audio": .song, "music": .song, "performance": .performance, "letter": .personalCommunication,
    "review": .review, "newspaper": .newspaperArticle, "magazine": .magazineArticle,
  ]

  /// The fields that are one thing in words.
  static let variables: [String: Reference.Variable] = [
    "title": .title, "shortjournal": .shortContainer, "series": .collection, "volume": .volume,
    "volumes": .numberOfVolumes, "number": .number, "issue": .issue, "pages": .pages,
    "pagetotal": .numberOfPages, "edition": .edition, "type": .genre, "doi": .doi, "url": .url,
    "isbn": .isbn, "pmid": .pmid, "pmcid": .pmcid, "eventtitle": .event, "venue": .eventPlace,
    "version": .version, "pubstate": .status, "howpublished": .medium, "library": .archive,
  ]

  /// The fields that are names.
  static let roles: [String: Reference.Role] = [
    "author": .author, "editor": .editor, "translator": .translator,
    "bookauthor": .containerAuthor,
  ]

  /// Whether a field is one of BibTeX's, BibLaTeX's or of the programs that write them, shown or not.
  static func isKnown(_ name: String) -> Bool {
    variables[name] != nil || roles[name] != nil || silent.contains(name)
      || name.hasPrefix("bdsk-") || name.hasPrefix("date-") || name.hasPrefix("mendeley-")
  }

  /// Every name, for the nearest one.
  static let all = (Array(variables.keys) + Array(roles.keys) + Array(silent)).sorted()

  /// What is read elsewhere, and what neither style shows.
  private static let silent: Set<String> = [
    "subtitle", "journal", "journaltitle", "journalsubtitle", "booktitle", "booksubtitle",
    "maintitle", "publisher", "institution", "school", "organization", "location", "address",
    "date", "year", "month", "day", "urldate", "lastchecked", "crossref", "eprint", "eprinttype",
    "eprintclass", "archiveprefix", "primaryclass", "entrysubtype",
    "abstract", "addendum", "afterword", "annotation", "annote", "annotator", "chapter",
    "commentator", "editora", "editorb", "editorc", "editoratype", "editortype", "eid", "eventdate",
    "eventtitleaddon", "file", "foreword", "gender", "groups", "holder", "id", "indextitle",
    "introduction", "isan", "ismn", "isrn", "issn", "issuetitle", "issuesubtitle", "iswc", "key",
    "keyword", "keywords", "label", "langid", "language", "hyphenation", "lccn", "mainsubtitle",
    "mrnumber", "nameaddon", "note", "options", "origdate", "origlanguage", "origlocation",
    "origpublisher", "origtitle", "owner", "part", "pagination", "bookpagination", "pdf",
    "publisheraddon", "related", "relatedtype", "reprinttitle", "rights", "shortauthor",
    "shorteditor", "shorthand", "shortseries", "shorttitle", "sortkey", "sortname", "sorttitle",
    "sortyear", "timestamp", "creationdate", "modificationdate", "titleaddon", "booktitleaddon",
    "urlyear", "urldateraw", "usera", "userb", "userc", "userd", "usere", "userf", "xdata", "xref",
    "zblnumber", "abbr", "comment", "price", "read", "rating", "numpages", "articleno",
    "citation-key", "copyright", "pubmedid", "nationality", "assignee",
  ]
}
