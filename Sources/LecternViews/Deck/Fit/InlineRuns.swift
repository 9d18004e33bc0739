import LecternBriefing
import LecternTypography

/// Inlines as runs of measurable text, and which inline each run comes from.
struct InlineRuns {
  /// The runs in order.
  private(set) var runs: [TextRun] = []
  /// For each run the number of its leaf: the inlines without inner ones, counted in reading order.
  private(set) var leaves: [Int] = []
  /// The leaves that are no plain words, and had better not be cut: citations, pictures, marks of footnotes.
  private(set) var wholes: Set<Int> = []

  let citations: CitationText
  private let pictures: [String: PictureSize]
  private let isTabular: Bool
  private let isEnglish: Bool
  private var leaf = 0

  /// In what a stretch of inlines is set.
  private struct Style {
    var isBold: Bool
    var isItalic = false
    var isCode = false
    var factor = 1.0
  }

  init(
    _ inlines: [Inline], _ look: Typesetter.Look, citations: CitationText,
    pictures: [String: PictureSize], language: String
  ) {
    self.citations = citations
    self.pictures = pictures
    isTabular = look.isTabular
    isEnglish = language.lowercased().hasPrefix("en")
    add(inlines, Style(isBold: look.isBold))
  }

  private mutating func add(_ inlines: [Inline], _ style: Style) {
    for inline in inlines { add(inline, style) }
  }

  private mutating func add(_ inline: Inline, _ style: Style) {
    switch inline {
    case .emphasis(let content):
      var style = style
      style.isItalic = true
      add(content, style)
    case .strong(let content):
      var style = style
      style.isBold = true
      add(content, style)
    case .strikethrough(let content): add(content, style)
    case .link(let link):
      // A mark of evidence is in the report alone, but it is a leaf like others.
      if link.isEvidence {
        leaf += link.content.leafCount
      } else {
        add(link.content, style)
      }
    case .element(let name, _, let content) where !(name == "wbr" && content.isEmpty):
      add(element: name, content, style)
    default:
      addLeaf(inline, style)
      leaf += 1
    }
  }

  private mutating func add(element name: String, _ content: [Inline], _ style: Style) {
    var style = style
    var padding = 0.0
    switch name {
    case "sub", "sup": style.factor *= 0.7
    case "small": style.factor *= 0.85
    case "kbd":
      style.factor *= 0.875
      style.isCode = true
      padding = 0.41
    case "mark": padding = 0.1
    case "cite": style.isItalic = true
    // The browser adds the quotation marks of the language; those of others than English are up to twice as wide.
    case "q": padding = isEnglish ? 0.5 : 1.1
    default: break
    }
    let first = runs.count
    add(content, style)
    guard padding > 0, first < runs.count else { return }
    runs[first].before += padding
    runs[runs.count - 1].after += padding
  }

  private mutating func addLeaf(_ inline: Inline, _ style: Style) {
    switch inline {
    case .citation, .image, .footnote: wholes.insert(leaf)
    default: break
    }
    switch inline {
    case .text(let text): append(.text(text), style)
    case .softBreak: append(.text(" "), style)
    case .lineBreak: append(.lineBreak, style)
    case .code(let text):
      var style = style
      style.isCode = true
      style.factor *= 0.875
      append(.text(text), style, padding: 0.25)
    case .image(let image): add(image, style)
    case .footnote(let number, _):
      var style = style
      style.isBold = true
      style.factor *= 0.7
      append(.text(String(number)), style, padding: 0.2)
    case .citation(let citation):
      for run in flat(citations.inlines(citation)) { append(.text(run.text), style, run) }
    case .element: append(.wordBreak, style)
    case .emphasis, .strong, .strikethrough, .link: break
    }
  }

  private mutating func append(_ content: TextRun.Content, _ style: Style, padding: Double = 0) {
    let face: FontFace =
      style.isCode
      ? .mono
      : style.isBold
        ? (style.isItalic ? .boldItalic : .bold) : (style.isItalic ? .italic : .regular)
    runs.append(
      TextRun(
        content, face: face, factor: style.factor, isTabular: isTabular, before: padding,
        after: padding))
    leaves.append(leaf)
  }

  private mutating func append(
    _ content: TextRun.Content, _ style: Style, _ run: (text: String, isItalic: Bool)
  ) {
    var style = style
    style.isItalic = style.isItalic || run.isItalic
    append(content, style)
  }

  /// The words of a citation, which are text and emphasis alone.
  private func flat(
    _ inlines: [Inline], isItalic: Bool = false
  ) -> [(text: String, isItalic: Bool)] {
    inlines.flatMap { inline -> [(text: String, isItalic: Bool)] in
      switch inline {
      case .emphasis(let content): flat(content, isItalic: true)
      default: [([inline].plainText, isItalic)]
      }
    }
  }

  private mutating func add(_ image: Image, _ style: Style) {
    switch image.address {
    case .relative(let written):
      guard let size = pictures[written] else {
        append(.picture(width: 0, height: 0), style)
        return
      }
      let height = InlinePicture.height(of: size)
      let width = height * Double(size.width) / Double(size.height)
      append(.picture(width: width, height: height), style)
    case .absolute, .fragment, .dropped: append(.text(image.words ?? ""), style)
    }
  }
}

extension Image {
  /// The words that stand in its place on a slide; nil when the picture itself does.
  var words: String? {
    switch address {
    case .relative: nil
    case .absolute(let address): alternative.isEmpty ? address : alternative
    case .fragment, .dropped: alternative
    }
  }
}

extension Inline {
  /// How many leaves it has: inlines without inner ones.
  var leafCount: Int {
    switch self {
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      content.leafCount
    case .link(let link): link.content.leafCount
    case .element(let name, _, let content) where !(name == "wbr" && content.isEmpty):
      content.leafCount
    default: 1
    }
  }
}

extension [Inline] {
  /// How many leaves there are.
  fileprivate var leafCount: Int { reduce(0) { $0 + $1.leafCount } }
}
