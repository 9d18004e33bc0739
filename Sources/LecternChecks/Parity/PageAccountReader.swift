/// Reads the account of a deck's or a report's page from its markup.
///
/// Only what an author wrote counts: the bodies and titles of slides, the text of the report. Numbers of slides, chapters,
/// figures and footnotes, citations, sources and links that Lectern adds do not.
struct PageAccountReader {
  private(set) var account = PageAccount()
  private let pieces: TextPieces
  private var open: [Element] = []

  /// An element that is open, with what holds inside it.
  private struct Element {
    var name: String
    /// Whether words in it count.
    var counts: Bool
    /// What is gathered while it is open.
    var gathers: Gathering?
    var text = ""
    var id: String?
  }

  /// What the words of an element are gathered for.
  private enum Gathering {
    case quotation
    case figure
    case message
    case passage
    case body
    case hiddenTitle
  }

  /// Reads a page.
  static func account(of page: [UInt8]) -> PageAccount {
    var reader = PageAccountReader(pieces: TextPieces(bytes: page))
    var markup = MarkupReader(page)
    while let piece = markup.next() {
      switch piece {
      case .text(let range): reader.add(range)
      case .open(let name, let attributes): reader.enter(name, attributes)
      case .close(let name): reader.leave(name)
      case .raw, .comment: continue
      }
    }
    while !reader.open.isEmpty { reader.closeLast() }
    return reader.account
  }

  private init(pieces: TextPieces) {
    self.pieces = pieces
  }

  // MARK: Elements

  private mutating func enter(_ name: String, _ attributes: [MarkupReader.Attribute]) {
    if Self.empty.contains(name) {
      if name == "br" { addText(" ") }
      return
    }
    func value(_ attribute: String) -> String? {
      attributes.first { $0.name == attribute }.map {
        String(decoding: pieces.bytes[$0.value], as: UTF8.self)
      }
    }
    let classes = Set((value("class") ?? "").split(separator: " ").map(String.init))
    let outer = open.last?.counts ?? false
    let begins = !classes.isDisjoint(with: Self.bodies) || name == "h1"
    let isLeftOut = Self.ours.contains(name) || !classes.isDisjoint(with: Self.additions)
    var element = Element(name: name, counts: (outer || begins) && !isLeftOut)
    element.id = value("id")
    element.gathers = gathering(name, classes, element, isOutermost: begins && !outer)
    if !Self.inline.contains(name) { addText(" ") }
    open.append(element)
  }

  private func gathering(
    _ name: String, _ classes: Set<String>, _ element: Element, isOutermost: Bool
  ) -> Gathering? {
    guard element.counts else { return nil }
    if isOutermost {
      return classes.isSuperset(of: ["slide-title", "visually-hidden"]) ? .hiddenTitle : .body
    }
    if name == "figure", classes.contains("diagram") || classes.contains("picture") {
      return .figure
    }
    if name == "blockquote", open.last?.name == "figure" { return .quotation }
    if element.id?.hasPrefix("message.") == true { return .message }
    return name == "li" || name == "p" ? .passage : nil
  }

  private mutating func leave(_ name: String) {
    // What is closed without having been opened closes nothing.
    guard open.contains(where: { $0.name == name }) else { return }
    while let last = open.last {
      closeLast()
      if last.name == name { break }
    }
  }

  private mutating func closeLast() {
    guard let element = open.popLast() else { return }
    if let gathers = element.gathers { keep(element, gathers) }
    if element.counts, let outer = open.indices.last, open[outer].counts {
      open[outer].text += Self.inline.contains(element.name) ? element.text : " \(element.text) "
    }
  }

  private mutating func keep(_ element: Element, _ gathers: Gathering) {
    let words = PageAccount.words(of: element.text)
    switch gathers {
    case .body:
      for number in PageAccount.allNumbers(in: element.text) {
        account.counts[number, default: 0] += 1
      }
    case .hiddenTitle:
      account.hiddenNumbers.formUnion(PageAccount.numbers(in: element.text))
    case .quotation: account.quotations.append(.init(id: open.last?.id, words: words))
    case .figure: account.figures.append(.init(id: element.id, words: words))
    case .message:
      account.messages.append(words)
      account.passages.insert(words)
    case .passage: account.passages.insert(words)
    }
  }

  // MARK: Words

  private mutating func add(_ range: Range<Int>) {
    guard let last = open.last, last.counts else { return }
    var text = ""
    var start = range.lowerBound
    var offset = start
    let bytes = pieces.bytes
    while offset < range.upperBound {
      if bytes[offset] == UInt8(ascii: "&"),
        let found = CharacterReference.read(bytes, at: offset, before: range.upperBound)
      {
        text += String(decoding: bytes[start..<offset], as: UTF8.self)
        text.unicodeScalars.append(found.scalar)
        offset = found.end
        start = offset
      } else {
        offset += 1
      }
    }
    addText(text + String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func addText(_ text: String) {
    guard let last = open.indices.last, open[last].counts else { return }
    open[last].text += text
  }

  // MARK: Names

  private static let inline = MarkupTexts.letters.union(["a", "span", "time"])
  private static let empty: Set<String> = [
    "br", "col", "hr", "img", "input", "link", "meta", "wbr", "source",
  ]
  /// Elements that hold nothing that an author wrote, or hold it a second time.
  private static let ours: Set<String> = [
    "svg", "script", "style", "template", "nav", "dialog", "button", "head",
  ]
  /// Where an author's words are.
  private static let bodies: Set<String> = ["slide-body", "slide-title", "footnotes", "text"]
  /// What Lectern adds among them.
  private static let additions: Set<String> = [
    "agenda-number", "authors", "backref", "citation", "cite", "continued", "date", "download",
    "evidence", "evidence-tables", "figure-number", "footnote-ref", "goes-on", "number",
    "organisation", "permalink",
    "reference-list", "references", "slide-number", "source", "sources", "speaker", "subtitle",
    "supports",
  ]
}
