import LecternBriefing
import LecternSource

/// How the authors and the year of works stand in a text, so that no two works look alike.
///
/// Works by different people of one name get more names, then initials; works by the same people of one year get letters
/// in the order of the list.
struct AuthorYearForms {
  private var shown: [String: Shown] = [:]
  private(set) var letters: [String: String] = [:]
  private let labels: Labels

  /// How much of the names of a work is shown.
  private struct Shown {
    var names = 1
    /// The places of the names that are shown with initials.
    var initials: Set<Int> = []
  }

  /// Finds the forms of works in the order of the list.
  init(_ works: [Reference], labels: Labels) {
    self.labels = labels
    for group in alike(works) where Self.byPeople(group).count > 1 { addNames(group) }
    for group in alike(works) where Self.byPeople(group).count > 1 { addInitials(group) }
    for group in alike(works) {
      for (index, work) in group.enumerated() { letters[work.key] = Self.letter(index) }
    }
  }

  /// The authors of a work as they are cited: up to three, or the first and “et al.”.
  func authors(of work: Reference) -> Phrase? {
    guard let names = work.creators?.names else { return nil }
    let shown = shown[work.key] ?? Shown()
    let words = NameList(names, shownOfMany: shown.names)
    return words.phrase(labels) { place, name in
      shown.initials.contains(place) ? NameText.inText.inOrder(name) : name.short
    }
  }

  /// How many names of a work with many authors are shown.
  func namesShown(of work: Reference) -> Int { shown[work.key]?.names ?? 1 }

  // MARK: Works that look alike

  /// The works that look alike, in groups of two and more, in the order of the list.
  private func alike(_ works: [Reference]) -> [[Reference]] {
    var groups: [String: [Reference]] = [:]
    var order: [String] = []
    for work in works {
      let form = form(of: work)
      if groups[form] == nil { order.append(form) }
      groups[form, default: []].append(work)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  private func form(of work: Reference) -> String {
    let authors = authors(of: work)?.inlines.plainText ?? HarvardTitle.inPlaceOfAuthors(work)
    return "\(authors)\n\(ReferenceText(labels: labels).year(work[.issued]) ?? "")"
  }

  /// The works by the people whose they are.
  private static func byPeople(_ works: [Reference]) -> [String: [Reference]] {
    Dictionary(grouping: works) { work in
      (work.creators?.names ?? []).map { "\($0.short), \($0.given ?? "")" }.joined(separator: "; ")
    }
  }

  /// Shows as many names of works with many authors as tell them apart.
  private mutating func addNames(_ group: [Reference]) {
    let most = min(group.map { $0.creators?.names.count ?? 0 }.max() ?? 0, 12)
    guard most > NameList.most else { return }
    let people = Self.byPeople(group)
    var open = people.values.map { $0 }
    for count in 2..<most where open.count > 1 {
      let forms = Dictionary(grouping: open) { works in
        (works[0].creators?.names ?? []).prefix(count).map(\.short).joined(separator: "; ")
      }
      for works in forms.values where works.count == 1 {
        for work in works[0] where (work.creators?.names.count ?? 0) > NameList.most {
          shown[work.key, default: Shown()].names = count
        }
      }
      open = forms.values.filter { $0.count > 1 }.flatMap(\.self)
    }
  }

  /// Shows the initials of works by different people of one name, where these differ.
  private mutating func addInitials(_ group: [Reference]) {
    let most = min(group.map { $0.creators?.names.count ?? 0 }.max() ?? 0, 12)
    let places = (0..<most).filter { place in
      let names = group.compactMap { work -> String? in
        let names = work.creators?.names ?? []
        return place < names.count ? NameText.harvard.inOrder(names[place]) : nil
      }
      return Set(names).count > 1
    }
    for work in group { shown[work.key, default: Shown()].initials = Set(places) }
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  private static func letter(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
