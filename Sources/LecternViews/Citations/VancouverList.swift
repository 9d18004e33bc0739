import LecternBriefing
import LecternSource

/// Works as Vancouver lists them, by the rules of the National Library of Medicine.
struct VancouverList {
  let labels: Labels

  private var text: ReferenceText { ReferenceText(labels: labels) }

  /// How many authors are named before “et al.”.
  private static let mostNames = 6

  /// One work.
  func phrase(_ work: Reference) -> Phrase {
    let isPage = work.kind == .webpage && work[.container] != nil
    let publisherAndDate = Phrase.joined(
      [publisher(work), Phrase.joined([date(work), Phrase(of: serial(work))], by: ";")], by: "; ")
    let body = Phrase.joined(
      [
        authors(work), title(work, isPage: isPage),
        Phrase(of: work[.container] == nil ? edition(work) : nil), container(work),
        publisherAndDate, Phrase(of: pages(work)), Phrase(of: isPage ? work.title : nil),
        series(work), Phrase(of: report(work)),
      ], by: ". ")
    return Phrase.joined([body.ended, access(work), identifiers(work)], by: " ")
  }

  // MARK: People

  private func authors(_ work: Reference) -> Phrase {
    guard let creators = work.creators else { return Phrase() }
    switch creators.role {
    case .editor: return editors(creators.names)
    case .translator:
      let label = labels[creators.names.count == 1 ? .translator : .translators]
      return Phrase.joined([names(creators.names), Phrase(label)], by: ", ")
    default: return names(creators.names)
    }
  }

  private func editors(_ people: [PersonName]) -> Phrase {
    guard !people.isEmpty else { return Phrase() }
    return Phrase.joined(
      [names(people), Phrase(labels[people.count == 1 ? .editor : .editors])], by: ", ")
  }

  private func names(_ people: [PersonName]) -> Phrase {
    let known = people.filter { !$0.isOthers }
    let hasMore = known.count > Self.mostNames || known.count < people.count
    let shown = known.prefix(Self.mostNames).map { Phrase(of: NameText.vancouver.inverted($0)) }
    return Phrase.joined(shown + (hasMore ? [Phrase("et al")] : []), by: ", ")
  }

  // MARK: Titles

  private func title(_ work: Reference, isPage: Bool) -> Phrase {
    let title = Phrase(of: isPage ? work[.container] : work.title)
    let kind = Phrase(of: work[.genre]).wrapped("[", "]")
    let medium = isPage || work[.container] == nil ? self.medium(work) : Phrase()
    return Phrase.joined([title, kind, medium], by: " ")
  }

  private func medium(_ work: Reference) -> Phrase {
    if let medium = work[.medium] { return Phrase(of: medium.capitalised).wrapped("[", "]") }
    guard work[.url] != nil, !isPart(work) else { return Phrase() }
    return Phrase(labels[.internet]).wrapped("[", "]")
  }

  private func container(_ work: Reference) -> Phrase {
    let editors = creatorsAreEditors(work) ? Phrase() : self.editors(work[.editor])
    let whole = Phrase.joined([editors, containerTitle(work)], by: ". ")
    guard isPart(work) else { return whole }
    return Phrase.joined([Phrase(labels[.inCapital]), whole], by: ": ").ifNot(whole.isEmpty)
  }

  private func containerTitle(_ work: Reference) -> Phrase {
    if work.kind == .webpage { return Phrase() }
    if let container = work[.container] {
      let isJournal = [.journalArticle, .review, .bookReview].contains(work.kind)
      let short = (work[.shortContainer] ?? container).replacing(".", with: "")
      let title = Phrase(of: isJournal ? short : container)
      let isOnline = work[.url] != nil && !hasIdentifier(work)
      let online = isOnline ? Phrase(labels[.internet]).wrapped("[", "]") : Phrase()
      return Phrase.joined(
        [Phrase.joined([title, online], by: " "), Phrase(of: edition(work))], by: ". ")
    }
    switch work.kind {
    case .bill, .legislation: return Phrase(of: work[.number])
    case .speech: return Phrase(of: work[.event])
    default:
      guard !isSerial(work), let volume = work[.volume] else { return Phrase() }
      return Phrase(
        of: ReferenceText.isNumeric(volume)
          ? labels.text(.volumeCapital, ["number": volume]) : volume)
    }
  }

  private func edition(_ work: Reference) -> String? {
    text.edition(work[.edition], .editionNumber)
  }

  private func series(_ work: Reference) -> Phrase {
    guard !isSerial(work), let series = work[.collection] else { return Phrase() }
    let number = work[.collectionNumber].map {
      ReferenceText.isNumeric($0) ? "\(labels[.numberShort]) \($0)" : $0
    }
    return Phrase.joined([Phrase(of: series), Phrase(of: number)], by: "; ").wrapped("(", ")")
  }

  private func report(_ work: Reference) -> String? {
    guard work.kind == .report, let number = work[.number] else { return nil }
    let name = work[.genre]?.capitalised ?? labels[.reportName]
    return ReferenceText.isNumeric(number)
      ? "\(name) \(labels[.numberCapital]): \(number)" : "\(name) \(number)"
  }

  // MARK: Where and when

  private func publisher(_ work: Reference) -> Phrase {
    guard !isSerial(work) else { return Phrase() }
    let place =
      switch work.kind {
      case .thesis: Phrase(of: work[.place]).wrapped("[", "]")
      // Where a talk was given stands behind its date.
      case .speech: Phrase()
      default: Phrase(of: work[.place])
      }
    return Phrase.joined([place, Phrase(of: work[.publisher])], by: ": ")
  }

  private func date(_ work: Reference) -> Phrase {
    let isDated = isSerial(work) || [.bill, .legislation, .speech].contains(work.kind)
    let issued = work[.issued].map { date in
      isDated || date.year == nil
        ? text.shortDate(date).orWords(date)
        : work.kind == .report
          ? text.shortDate(date, hasDay: false) : text.year(date) ?? ""
    }
    let number = work.kind == .patent ? Phrase(of: work[.number]) : Phrase()
    let dated = Phrase.joined([number, Phrase(issued ?? "")], by: ", ")
    let whole = Phrase.joined([dated, cited(work)], by: " ")
    if work.kind == .speech {
      return Phrase.joined([whole, Phrase(of: work[.eventPlace])], by: "; ")
    }
    guard work.kind == .newspaperArticle else { return whole }
    return Phrase.joined([whole, Phrase(of: work[.pages].map(ReferenceText.shortPages))], by: ":")
  }

  /// When its page was visited: `[cited 2026 Mar 14]`.
  private func cited(_ work: Reference) -> Phrase {
    guard work[.url] != nil, let accessed = work[.accessed],
      !(isSerial(work) && hasIdentifier(work)), ![.bill, .legislation].contains(work.kind)
    else { return Phrase() }
    let date = text.shortDate(accessed).orWords(accessed)
    return Phrase(labels.text(.cited, ["date": date])).wrapped("[", "]")
  }

  /// Volume, issue and pages of what is in a journal: `14(2):112–28`.
  private func serial(_ work: Reference) -> String? {
    guard isSerial(work), work.kind != .newspaperArticle else { return nil }
    let supplement = work[.supplement].map {
      ReferenceText.isNumeric($0) ? "Suppl \($0)" : $0.capitalised
    }
    let issue = [work[.issue], supplement].compactMap(\.self).joined(separator: " ")
    let volume =
      (work[.collection] ?? "") + (work[.volume] ?? "") + (issue.isEmpty ? "" : "(\(issue))")
    let pages = work[.number] ?? work[.pages].map(ReferenceText.shortPages)
    return [volume, pages ?? ""].filter { !$0.isEmpty }.joined(separator: ":").nonEmpty
  }

  private func pages(_ work: Reference) -> String? {
    if isSerial(work) { return nil }
    if work.kind == .book {
      return work[.numberOfPages].map { Int($0) == nil ? $0 : "\($0) \(labels[.pageShort])" }
    }
    return work[.pages].map { "\(labels[.pageShort]) \(ReferenceText.shortPages($0))" }
  }

  private func access(_ work: Reference) -> Phrase {
    var available = Phrase()
    if let url = work[.url], !hasIdentifier(work) {
      available = .filled(
        labels[.availableFrom], "address", with: .address(url, words: url, at: work.span))
    }
    let doi = work[.doi].map { doi in
      Phrase.joined([
        Phrase("doi:"), Phrase.address("https://doi.org/\(doi)", words: doi, at: work.span),
      ])
    }
    let archive = Phrase.joined(
      [
        Phrase.joined([Phrase(of: work[.archive]), Phrase(of: work[.archivePlace])], by: ", "),
        Phrase(of: work[.archiveLocation]),
      ], by: "; ")
    let located =
      archive.isEmpty
      ? archive
      : Phrase.filled(
        labels[.locatedAt], "archive", with: archive)
    return Phrase.joined(
      [located, Phrase.joined([available, doi ?? Phrase()], by: " ")], by: ". ")
  }

  private func identifiers(_ work: Reference) -> Phrase {
    Phrase.joined(
      [
        Phrase(of: work[.pmid].map { "PubMed PMID: \($0)" }),
        Phrase(of: work[.pmcid].map { "PubMed Central PMCID: \($0)" }),
      ], by: "; "
    ).ended
  }

  // MARK: Kinds

  /// Whether a journal's article is found by an identifier, so that its address need not be named.
  private func hasIdentifier(_ work: Reference) -> Bool {
    work.kind == .journalArticle
      && (work[.doi] != nil || work[.pmid] != nil || work[.pmcid] != nil)
  }

  private func creatorsAreEditors(_ work: Reference) -> Bool { work.creators?.role == .editor }

  private func isPart(_ work: Reference) -> Bool {
    [.chapter, .conferencePaper, .dictionaryEntry, .encyclopediaEntry].contains(work.kind)
  }

  private func isSerial(_ work: Reference) -> Bool {
    switch work.kind {
    case .journalArticle, .magazineArticle, .newspaperArticle, .periodical, .blogPost, .review,
      .bookReview:
      true
    default: false
    }
  }
}

extension Phrase {
  fileprivate func ifNot(_ isEmpty: Bool) -> Phrase { isEmpty ? Phrase() : self }
}

extension String {
  /// With a capital at its start.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// The text, or the words that stand for a date without a year.
  fileprivate func orWords(_ date: PartialDate) -> String { isEmpty ? date.words ?? "" : self }
}
