/// The ids of places that pages have of their own.
///
/// Each holds a full stop, which no id of a briefing can: GitHub's rule leaves it out, and directives that have one are refused.
enum PageID {
  /// The page's text, for the link that skips to it.
  static let main = "page.main"
  /// The presenter's view, which the deck's script opens.
  static let presenter = "deck.presenter"
  /// The notes of all slides, which the presenter's view shows.
  static let slideNotes = "deck.notes"
  /// What the report's script adds to its pages.
  static let reportTools = "report.tools"
  /// The title of a part that every report has.
  static func title(_ part: String) -> String { "page.\(part)" }
  /// What a heading or figure is called, apart from the links beside it.
  static func name(of id: String) -> String { "\(id).name" }
  /// A key message by its number.
  static func message(_ number: Int) -> String { "message.\(number)" }
  /// A footnote by its number.
  static func footnote(_ number: Int) -> String { "fn.\(number)" }
  /// A reference to a footnote; `occurrence` counts the references to it from 1.
  static func footnoteReference(_ number: Int, _ occurrence: Int) -> String {
    occurrence == 1 ? "fnref.\(number)" : "fnref.\(number).\(occurrence)"
  }
  /// A citation by its number on the page.
  static func citation(_ number: Int) -> String { "cite.\(number)" }
  /// A work in the list of references.
  static func reference(_ key: String) -> String { "ref.\(key)" }
  /// A briefing in the list.
  static func briefing(_ slug: String) -> String { "briefing.\(slug)" }
  /// A keyword in the list.
  static func keyword(_ id: String) -> String { "keyword.\(id)" }
}
