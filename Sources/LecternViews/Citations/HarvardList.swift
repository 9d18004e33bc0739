import LecternBriefing
import LecternSource

/// Works as Harvard lists them, by the rules of Cite Them Right.
struct HarvardList {
  let labels: Labels
  let forms: AuthorYearForms

  private var text: ReferenceText { ReferenceText(labels: labels) }

  /// One work.
  func phrase(_ work: Reference) -> Phrase {
    let authors = authors(work)
    let isUntitled = authors.isEmpty && !HarvardTitle.isUnderItsContainer(work)
    let start = Phrase.joined(
      [
        authors.isEmpty ? HarvardTitle.authors(work) : authors,
        Phrase(year(work)).wrapped("(", ")"),
        Phrase.joined(
          [
            isUntitled ? Phrase() : title(work),
            Phrase.joined([editors(work), container(work)], by: " "),
          ], by: ", "),
      ], by: " ")
    let body = Phrase.joined(
      [
        start, isUntitled ? Phrase(edition(work) ?? "") : Phrase(), otherPeople(work),
        publisher(work),
      ], by: ". ")
    let details = Phrase.joined(
      [body, Phrase(of: issue(work)), Phrase(date(work) ?? ""), Phrase(of: pages(work))], by: ", ")
    return Phrase.joined([details, access(work)], by: ". ").ended
  }

  /// The year with its letter, or “no date”.
  func year(_ work: Reference) -> String {
    let letter = forms.letters[work.key] ?? ""
    guard let year = text.year(work[.issued]) else {
      return letter.isEmpty ? labels[.noDate] : "\(labels[.noDate]) \(letter)"
    }
    return work[.issued]?.year == nil && !letter.isEmpty ? "\(year) \(letter)" : year + letter
  }

  // MARK: People

  private func authors(_ work: Reference) -> Phrase {
    guard let creators = work.creators else { return Phrase() }
    let names = NameList(creators.names, shownOfMany: forms.namesShown(of: work))
      .phrase(labels) { NameText.harvard.inverted($1) }
    return Phrase.joined([names, role(creators.role, creators.names)], by: " ")
  }

  /// `(ed.)`, `(eds)` or `(trans.)` behind those who are no authors.
  private func role(_ role: Reference.Role, _ names: [PersonName]) -> Phrase {
    switch role {
    case .editor:
      Phrase(labels[names.count == 1 ? .editorShort : .editorsShort]).wrapped("(", ")")
    case .translator: Phrase(labels[.translatorShort]).wrapped("(", ")")
    default: Phrase()
    }
  }

  private func namesInOrder(_ names: [PersonName]) -> Phrase {
    NameList(names, shownOfMany: 1).phrase(labels) { NameText.harvard.inOrder($1) }
  }

  /// Whose book a chapter or paper is in: `in D. Quill and I. Ward (eds)`.
  private func editors(_ work: Reference) -> Phrase {
    guard isPart(work), work[.container] != nil else { return Phrase() }
    let owners = namesInOrder(work[.containerAuthor])
    if !owners.isEmpty { return Phrase.joined([Phrase(labels[.inBook]), owners], by: " ").comma }
    // Editors in the author's place are not named twice.
    let roles: [Reference.Role] = [.editor, .translator].filter { $0 != work.creators?.role }
    let people = roles.map { role in
      Phrase.joined(
        [namesInOrder(work[role]), self.role(role, work[role]).ifAny(work[role])], by: " ")
    }
    let whole = Phrase.joined(people, by: ", ")
    return whole.isEmpty ? whole : Phrase.joined([Phrase(labels[.inBook]), whole], by: " ")
  }

  /// `Edited by …` and `Translated by …`.
  private func otherPeople(_ work: Reference) -> Phrase {
    guard !isPart(work) || !work[.containerAuthor].isEmpty else { return Phrase() }
    let role = work.creators?.role
    let editors = role == .editor ? [] : work[.editor]
    let translators = role == .translator ? [] : work[.translator]
    if !editors.isEmpty, editors == translators {
      return .filled(labels[.editedAndTranslatedBy], "names", with: namesInOrder(editors))
    }
    var phrases: [Phrase] = []
    if !editors.isEmpty {
      phrases.append(.filled(labels[.editedBy], "names", with: namesInOrder(editors)))
    }
    if !translators.isEmpty {
      phrases.append(.filled(labels[.translatedBy], "names", with: namesInOrder(translators)))
    }
    return Phrase.joined(phrases, by: ". ")
  }

  private func isPart(_ work: Reference) -> Bool {
    work.kind == .chapter || work.kind == .conferencePaper
  }

  // MARK: Titles

  private func title(_ work: Reference) -> Phrase {
    let title = HarvardTitle.phrase(work)
    guard !isQuoted(work) else { return title }
    let medium = Phrase(of: work[.medium]).wrapped("[", "]")
    let volumes =
      work[.volume] == nil
      ? work[.numberOfVolumes].map { number in
        "(\(labels.text(.volumes, ["number": number])))"
      } : nil
    let whole = Phrase.joined([title, medium, Phrase(volumes ?? "")], by: " ")
    // The edition of what is in a larger work is that work's.
    return Phrase.joined(
      [whole, Phrase(of: work[.container] == nil ? edition(work) : nil)], by: ". ")
  }

  private func isQuoted(_ work: Reference) -> Bool {
    guard let first = HarvardTitle.phrase(work).inlines.first, case .emphasis = first else {
      return true
    }
    return false
  }

  private func container(_ work: Reference) -> Phrase {
    // Without authors the name of a journal or paper stands in their place, and not here again.
    guard let container = work[.container], !HarvardTitle.isUnderItsContainer(work)
    else { return Phrase() }
    let isFirst =
      (work.kind == .article || work.kind == .journalArticle) && work[.pages] == nil
      && work[.volume] == nil
    let preprint = isFirst ? Phrase(labels[.preprint]).wrapped("[", "]") : Phrase()
    let whole = Phrase.joined([Phrase(of: container).italic, preprint], by: " ")
    return Phrase.joined([whole, Phrase(of: edition(work))], by: ". ")
  }

  /// The edition from the second on; a first edition is not named.
  private func edition(_ work: Reference) -> String? {
    work[.edition] == "1" ? nil : text.edition(work[.edition], .editionShort)
  }

  // MARK: Where it is

  private func publisher(_ work: Reference) -> Phrase {
    let house = Phrase.joined([Phrase(of: work[.place]), Phrase(of: work[.publisher])], by: ": ")
    switch work.kind {
    case .thesis:
      return Phrase.joined([Phrase(of: work[.genre]), Phrase(of: work[.publisher])], by: ". ")
    case .report:
      let number = Phrase.joined([Phrase(of: work[.genre]), Phrase(of: work[.number])], by: " ")
      return Phrase.joined([number, house], by: ". ")
    case .journalArticle, .magazineArticle, .newspaperArticle: return Phrase()
    default:
      let event = Phrase(of: work[.event]).italic
      let series = Phrase.joined(
        [Phrase(of: work[.collection]), Phrase(of: work[.collectionNumber])], by: ", ")
      return Phrase.joined(
        [Phrase.joined([event, house], by: ", "), series.wrapped("(", ")")], by: " ")
    }
  }

  private func issue(_ work: Reference) -> String? {
    guard work.kind == .journalArticle else { return nil }
    let issue = work[.issue].map { "(\($0))" } ?? ""
    let whole = (work[.volume] ?? "") + issue
    return whole.isEmpty ? nil : whole
  }

  private func date(_ work: Reference) -> String? {
    switch work.kind {
    case .newspaperArticle, .magazineArticle, .blogPost, .speech:
      work[.issued].flatMap(text.dayAndMonth)
    default: nil
    }
  }

  private func pages(_ work: Reference) -> String? {
    guard let pages = work[.pages] else { return nil }
    switch work.kind {
    case .chapter, .conferencePaper, .journalArticle, .article, .magazineArticle, .newspaperArticle,
      .book, .review, .bookReview, .report:
      let label = labels[ReferenceText.isPlural(pages) ? .pagesShort : .pageShort]
      return "\(label) \(ReferenceText.pages(pages))"
    default: return nil
    }
  }

  private func access(_ work: Reference) -> Phrase {
    guard let address = work.address else { return Phrase() }
    let link = Phrase.address(address, words: address, at: work.span)
    let available = Phrase.filled(labels[.availableAt], "address", with: link)
    guard work[.doi] == nil, let accessed = work[.accessed] else { return available }
    let date = labels.text(.accessed, ["date": text.longDate(accessed)])
    return Phrase.joined([available, Phrase(date).wrapped("(", ")")], by: " ")
  }
}

extension Phrase {
  /// The phrase with a comma.
  fileprivate var comma: Phrase { wrapped("", ",") }

  /// The phrase if there are any people whom it is said of.
  fileprivate func ifAny(_ names: [PersonName]) -> Phrase { names.isEmpty ? Phrase() : self }
}
