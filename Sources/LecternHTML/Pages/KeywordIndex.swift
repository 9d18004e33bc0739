import LecternBriefing
import LecternSource
import LecternViews

/// The keywords of a site's briefings, each with the briefings that have it.
struct KeywordIndex {
  /// One keyword; those that differ in their capitals alone are one.
  struct Keyword {
    /// What its place on the page is called.
    var id: String
    /// The keyword as the first briefing writes it.
    var name: String
    /// The places in the list of the briefings that have it.
    var briefings: [Int]
  }

  /// Every keyword, sorted.
  let all: [Keyword]
  private let places: [String: Int]

  /// Gathers the keywords of briefings.
  init(_ briefings: [ListedBriefing]) {
    var found: [String: Keyword] = [:]
    for (index, briefing) in briefings.enumerated() {
      for (key, name) in Self.keys(of: briefing) {
        found[key, default: Keyword(id: "", name: name, briefings: [])].briefings.append(index)
      }
    }
    let sorted = found.sorted { $0.key < $1.key }
    all = sorted.enumerated().map { index, entry in
      var keyword = entry.value
      let slug = entry.key.map { $0.isLetter || $0.isNumber ? $0 : "-" }
      // Two keywords may have the same letters, so the number tells them apart.
      keyword.id = "\(String(slug))-\(index + 1)"
      return keyword
    }
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
  }

  /// The keywords of one briefing in its own order.
  func keywords(of briefing: ListedBriefing) -> [Keyword] {
    Self.keys(of: briefing).compactMap { key, name in
      places[key].map { place in
        var keyword = all[place]
        keyword.name = name
        return keyword
      }
    }
  }

  /// Each keyword once, as it is compared and as it is written.
  private static func keys(of briefing: ListedBriefing) -> [(key: String, name: String)] {
    var seen: Set<String> = []
    return briefing.keywords.compactMap { written in
      let name = written.collapsed
      let key = name.lowercased()
      return name.isEmpty || !seen.insert(key).inserted ? nil : (key, name)
    }
  }
}
