import LecternBriefing
import LecternSource

/// Words put together as lists of references are: what is missing leaves no mark behind, and no two stops stand together.
struct Phrase {
  private(set) var inlines: [Inline] = []
  /// The last letter or mark; nil for nothing.
  private var last: Character?

  /// Nothing.
  init() {}

  /// Words that the style itself adds, such as `in`.
  init(_ words: String) {
    guard !words.isEmpty else { return }
    inlines = [.text(words)]
    last = words.last
  }

  /// Words of a reference, which do not turn the direction of what stands around them.
  init(of words: String?) {
    guard let words, !words.isEmpty else { return }
    inlines =
      TextDirection.holdsRightToLeft(words)
      ? [.element(name: "bdi", attributes: [], content: [.text(words)])] : [.text(words)]
    last = words.last
  }

  private init(inlines: [Inline], last: Character?) {
    self.inlines = inlines
    self.last = last
  }

  /// An address that can be followed, if links may lead there; else its words.
  static func address(_ address: String, words: String, at span: Span) -> Phrase {
    let link = AddressReader.read(address)
    guard case .absolute = link else { return Phrase(of: words) }
    return Phrase(
      inlines: [
        .link(
          Link(address: link, title: "", content: [.text(words)], isEvidence: false, span: span))
      ], last: words.last)
  }

  var isEmpty: Bool { inlines.isEmpty }

  /// The phrase in italics.
  var italic: Phrase {
    guard !isEmpty else { return self }
    var phrase = self
    phrase.inlines = [.emphasis(inlines)]
    return phrase
  }

  /// The phrase with marks around it.
  func wrapped(_ before: String, _ after: String) -> Phrase {
    guard !isEmpty else { return self }
    return Phrase.joined([Phrase(before), self, Phrase(after)])
  }

  /// The phrase with a full stop, unless it ends with a mark like it.
  var ended: Phrase { isEmpty ? self : Phrase.joined([self, Phrase(".")]) }

  /// Phrases with a separator between those that say something.
  static func joined(_ phrases: [Phrase], by separator: String = "") -> Phrase {
    var result = Phrase()
    for phrase in phrases where !phrase.isEmpty {
      if !result.isEmpty { result.append(separator) }
      if phrase.inlines.count == 1, case .text(let words) = phrase.inlines[0] {
        result.append(words)
      } else {
        result.inlines += phrase.inlines
        result.last = phrase.last
      }
    }
    return result
  }

  /// The words of a label around what it is filled with.
  static func filled(_ label: String, _ name: String, with phrase: Phrase) -> Phrase {
    guard let place = label.firstRange(of: "{\(name)}") else {
      return joined([Phrase(label), phrase])
    }
    return joined([
      Phrase(String(label[..<place.lowerBound])), phrase,
      Phrase(String(label[place.upperBound...])),
    ])
  }

  private mutating func append(_ words: String) {
    var words = words
    if words.first == ".", let last, ".?!".contains(last) { words.removeFirst() }
    guard let end = words.last else { return }
    if case .text(let before)? = inlines.last {
      inlines[inlines.count - 1] = .text(before + words)
    } else {
      inlines.append(.text(words))
    }
    last = end
  }
}
