public import LecternBriefing
import LecternSource

/// An attribution as people read it: who, kind, where and when, with dots between.
public enum AttributionText {
  /// One part of an attribution.
  public struct Part: Sendable {
    /// What the part says: `who`, `kind`, `where`, `when`; `event` beside `who` for what is no person.
    public var name: String
    /// Its words.
    public var content: [Inline]
  }

  /// The parts in order; `goesOn` adds that the words go on on a next slide.
  public static func parts(
    of attribution: Attribution, goesOn: Bool, labels: Labels
  ) -> [Part] {
    var parts: [Part] = []
    if let who = attribution.who {
      parts.append(
        Part(
          name: attribution.isPerson ? "who" : "who event", content: attribution.linked(who)))
    }
    if let citation = attribution.citation {
      let name = attribution.who == nil ? "who" : "where"
      parts.append(Part(name: name, content: [.citation(citation)]))
    }
    if let kind = attribution.kind, let label = Label(rawValue: kind.rawValue) {
      parts.append(Part(name: "kind", content: [.text(labels[label])]))
    }
    if let place = attribution.place {
      parts.append(Part(name: "where", content: attribution.linked(place)))
    }
    if let date = attribution.date {
      parts.append(Part(name: "when", content: attribution.linked(date)))
    }
    if goesOn { parts.append(Part(name: "goes-on", content: [.text(labels[.goesOn])])) }
    return parts
  }

  /// All of it as one line of words, the first part strong as on pages.
  static func inlines(_ attribution: Attribution, goesOn: Bool, labels: Labels) -> [Inline] {
    var inlines: [Inline] = []
    for part in parts(of: attribution, goesOn: goesOn, labels: labels) {
      if !inlines.isEmpty { inlines.append(.text(" · ")) }
      inlines += part.name.hasPrefix("who") ? [.strong(part.content)] : part.content
    }
    return inlines + (goesOn ? [] : attribution.footnotes)
  }
}

extension Attribution {
  /// A part's words with the author's link around those that it had.
  fileprivate func linked(_ words: String) -> [Inline] {
    for link in links {
      let name = link.content.plainText.collapsed
      guard !name.isEmpty, let place = words.firstRange(of: name) else { continue }
      let pieces: [Inline] = [
        .text(String(words[..<place.lowerBound])), .link(link),
        .text(String(words[place.upperBound...])),
      ]
      return pieces.filter { if case .text("") = $0 { false } else { true } }
    }
    return [.text(words)]
  }
}
