/// The texts of a page or a drawing in which private strings are looked for.
///
/// A word may be split by inline elements, and two words may have nothing between them but the border of an element. Both
/// cannot be told apart by the tags, so the words are put together in more than one way.
struct MarkupTexts {
  /// The words, with those elements as spaces that keep words apart.
  private(set) var loose = FoldedText()
  /// The words, put together across every inline element.
  private(set) var tight = FoldedText()
  /// The same for a drawing, whose letters may each be an element.
  private(set) var glued = FoldedText()
  /// The values of attributes, comments, scripts and styles, and what stands behind percent signs.
  private(set) var others = FoldedText()

  private let pieces: TextPieces
  /// The element that a footnote's number stands in, and how deep in it we are: the number interrupts no name.
  private var markDepth = 0
  /// Of each `span` that is open, whether it is an author's: then it stands inside a word, and no style moves it away.
  private var spans: [Bool] = []

  /// All of them.
  var all: [FoldedText] { [loose, tight, glued, others] }

  init(of bytes: [UInt8]) {
    pieces = TextPieces(bytes: bytes)
    var reader = MarkupReader(bytes)
    while let piece = reader.next() { add(piece) }
  }

  private mutating func add(_ piece: MarkupReader.Piece) {
    switch piece {
    case .text(let range): addText(range)
    case .raw(let range), .comment(let range): addOther(range)
    case .open(let name, let attributes):
      for attribute in attributes { add(attribute) }
      if markDepth > 0 {
        if name == "sup" { markDepth += 1 }
      } else if name == "sup", attributes.contains(where: isFootnoteMark) {
        markDepth = 1
      } else {
        if name == "span" { spans.append(attributes.allSatisfy { Self.plain.contains($0.name) }) }
        if name != "span" || spans.last == false {
          part(name, at: attributes.last?.value.upperBound ?? 0)
        }
      }
    case .close(let name):
      if markDepth > 0 {
        if name == "sup" { markDepth -= 1 }
      } else if name != "span" || spans.popLast() != true {
        part(name, at: 0)
      }
    }
  }

  private mutating func addText(_ range: Range<Int>) {
    if pieces.hasPercents(range) {
      pieces.addUnescaped(range, to: &others)
      others.breakOff(at: range.upperBound)
    }
    guard markDepth == 0 else { return addOther(range) }
    pieces.addDecoded(range, to: &loose)
    pieces.addDecoded(range, to: &tight)
    pieces.addDecoded(range, to: &glued)
  }

  private mutating func addOther(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    others.breakOff(at: range.lowerBound)
    pieces.addDecoded(range, to: &others)
    others.breakOff(at: range.upperBound)
  }

  private mutating func add(_ attribute: MarkupReader.Attribute) {
    let value = attribute.value
    guard !value.isEmpty, !Self.numbers.contains(attribute.name) else { return }
    let text = pieces.bytes[value]
    // What a page is made of: our own classes and places, and files inside the page, which are looked at as files.
    if attribute.name == "class", !text.starts(with: "language-".utf8) { return }
    if text.starts(with: "page.".utf8) || text.starts(with: "#page.".utf8) { return }
    if text.starts(with: "data:".utf8) { return }
    addOther(value)
    if pieces.hasPercents(value) {
      pieces.addUnescaped(value, to: &others)
      others.breakOff(at: value.upperBound)
    }
  }

  private mutating func part(_ name: String, at offset: Int) {
    if Self.letters.contains(name) { return }
    loose.separate(at: offset)
    if Self.words.contains(name) { return }
    tight.separate(at: offset)
    if Self.labels.contains(name) { return }
    glued.separate(at: offset)
  }

  private func isFootnoteMark(_ attribute: MarkupReader.Attribute) -> Bool {
    attribute.name == "class" && pieces.bytes[attribute.value].starts(with: "footnote-ref".utf8)
  }

  /// Elements that an author puts inside words.
  static let letters: Set<String> = [
    "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "strong", "sub", "sup", "u", "var", "wbr",
  ]
  /// Elements that may stand inside words or between them.
  private static let words: Set<String> = ["a", "data", "span", "time"]
  /// The attributes that an author's elements may have.
  private static let plain: Set<String> = ["lang", "dir", "title"]
  /// Elements of drawings that hold a line, a word or a letter.
  private static let labels: Set<String> = ["text", "tspan", "textpath", "g"]
  /// Attributes that hold numbers and shapes.
  private static let numbers: Set<String> = [
    "d", "points", "viewbox", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "rx", "ry",
    "width", "height", "stroke-width", "font-size", "text-anchor", "stroke-linecap",
  ]
}
