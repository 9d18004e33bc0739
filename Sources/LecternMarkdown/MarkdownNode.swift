public import LecternSource

/// One node of a Markdown tree.
public struct MarkdownNode: Sendable, Equatable {
  /// What it is.
  public var kind: Kind
  /// Where it stands, with its own marks (`**`, backticks, brackets); bytes of the source file.
  public var span: Span
  /// The index after its last descendant in the tree's list of nodes.
  public var end: Int
  /// How many nodes it lies in; the document is 0.
  public var depth: Int

  /// What a node is and what belongs to it alone.
  public enum Kind: Sendable, Equatable {
    case document
    case blockQuote
    case list(List)
    /// A list item; `isChecked` is nil unless it is a task.
    case item(isChecked: Bool?)
    case codeBlock(CodeBlock)
    case htmlBlock(String)
    case paragraph
    case heading(level: Int, isSetext: Bool)
    case thematicBreak
    /// A footnote's text and how many references it has.
    case footnoteDefinition(label: String, references: Int)
    case table([Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(destination: String, title: String)
    /// A reference to the footnote of a number; `occurrence` counts the references to it from 1.
    case footnoteReference(label: String, number: Int, occurrence: Int)
    /// A node that this program does not know.
    case unknown(String)

    /// Whether what lies in it is nested a level deeper; a list and its items are one level.
    var isLevel: Bool {
      switch self {
      case .blockQuote, .item, .footnoteDefinition, .emphasis, .strong, .strikethrough, .link,
        .image:
        true
      default: false
      }
    }
  }

  /// How a list is written.
  public struct List: Sendable, Equatable {
    /// The number of the first item, or nil for a bullet list.
    public var start: Int?
    /// Whether its items stand without blank lines between.
    public var isTight: Bool
    /// The bullet: `-`, `+` or `*`.
    public var bullet: Character
  }

  /// A code block and how it was fenced.
  public struct CodeBlock: Sendable, Equatable {
    /// The words after the opening fence.
    public var info: String
    /// The code, with a line end after each line.
    public var literal: String
    /// Whether it stands between fences; otherwise it is indented.
    public var isFenced: Bool
    /// Whether the closing fence is there; true for indented code.
    public var isClosed: Bool
  }

  /// How a table's column is aligned.
  public enum Alignment: String, Sendable, Equatable {
    case none
    case left
    case center
    case right
  }
}
