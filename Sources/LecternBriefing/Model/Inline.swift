public import LecternSource

/// A stretch of words and its meaning.
public indirect enum Inline: Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case code(String)
  case link(Link)
  case image(Image)
  /// An inline element of raw HTML that passes.
  case element(name: String, attributes: [(name: String, value: String)], content: [Inline])
  /// A reference to the footnote of a number; `occurrence` counts the references to it from 1.
  case footnote(number: Int, occurrence: Int)
  case citation(Citation)
}

/// A link.
public struct Link: Sendable {
  /// Where it leads.
  public var address: Address
  /// Its tooltip; empty for none.
  public var title: String
  /// Its words.
  public var content: [Inline]
  /// Whether it only marks what a message rests on: its whole text is `evidence`.
  public var isEvidence: Bool
  /// Where it stands.
  public var span: Span

  /// Makes a link.
  public init(address: Address, title: String, content: [Inline], isEvidence: Bool, span: Span) {
    self.address = address
    self.title = title
    self.content = content
    self.isEvidence = isEvidence
    self.span = span
  }
}

/// An image inside a text.
public struct Image: Sendable {
  /// Where it is.
  public var address: Address
  /// What it shows, in words.
  public var alternative: String
  /// Its title; empty for none.
  public var title: String
  /// Where it stands.
  public var span: Span
}

/// Where a link or picture leads.
public enum Address: Sendable, Equatable {
  /// `https`, `http`, `mailto` or `tel`.
  case absolute(String)
  /// A file, relative to the briefing; what follows `?` or `#` is kept.
  case relative(String)
  /// A place in this briefing, decoded, without its `#`.
  case fragment(String)
  /// An address that is not allowed, or none.
  case dropped
}

/// A citation of one or more works.
public struct Citation: Sendable {
  /// The works in the author's order.
  public var items: [Item]
  /// Whether the author's name is part of the sentence: bare `@key`, or `Hazeldine (2021)`.
  public var isNarrative: Bool
  /// The author's words when the citation was written as plain text and is kept so.
  public var written: String?
  /// The author's words that are part of the text: a bare key, or author and year; empty for keys in brackets.
  public var words = ""
  /// Where it stands.
  public var span: Span

  /// One work that is cited.
  public struct Item: Sendable, Equatable {
    /// The key of its reference.
    public var key: String
    /// The words before it, such as `see`.
    public var prefix: String
    /// The words after it, such as `p. 12`.
    public var suffix: String
    /// Whether only the year is shown, as in `[-@key]`.
    public var omitsAuthor: Bool
  }
}

extension Inline {
  /// Whether it is a link that only marks evidence.
  package var isEvidence: Bool {
    if case .link(let link) = self { return link.isEvidence }
    return false
  }
}

extension [Inline] {
  /// The words without marks.
  public var plainText: String { plainText(upTo: .max) }

  /// The words without marks, none of them after so many bytes.
  package func plainText(upTo most: Int) -> String {
    var text = ""
    appendPlainText(to: &text, upTo: most) { $0.written ?? $0.words }
    return text
  }

  /// The words without marks, citations as they are said to read.
  package func plainText(citing words: (Citation) -> String) -> String {
    var text = ""
    appendPlainText(to: &text, upTo: .max, citing: words)
    return text
  }

  private func appendPlainText(
    to text: inout String, upTo most: Int, citing words: (Citation) -> String
  ) {
    for inline in self where text.utf8.count < most {
      switch inline {
      case .text(let plain), .code(let plain): text += plain
      case .softBreak, .lineBreak: text += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, _, let content):
        content.appendPlainText(to: &text, upTo: most, citing: words)
      case .link(let link):
        if !link.isEvidence {
          link.content.appendPlainText(to: &text, upTo: most, citing: words)
        }
      case .image(let image): text += image.alternative
      case .citation(let citation): text += words(citation)
      case .footnote: break
      }
    }
  }
}
