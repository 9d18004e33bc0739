import LecternSource

/// How long a heading can be: every slide that it goes on over bears it in its id.
enum HeadingLimit {
  /// The most letters that a heading or title has.
  static let letters = 5_000

  /// A heading's words, cut where they are too many, and the problem if they are.
  static func limited(_ content: [Inline], at span: Span) -> Diagnosed<[Inline]> {
    let text = content.plainText
    let count = text.utf8.count
    guard count > letters else { return Diagnosed(content) }
    return Diagnosed(
      [.text(String(decoding: text.utf8.prefix(letters), as: UTF8.self))],
      [.headingTooLong(count, limit: letters, at: span)])
  }
}

extension Diagnostic.Code {
  static let headingTooLong = Self(
    "heading-too-long", .error,
    summary: "A heading or title is longer than 5,000 letters.",
    remedy: "Shorten it, and write the rest as a paragraph below it.")
}

extension Diagnostic {
  fileprivate static func headingTooLong(_ count: Int, limit: Int, at span: Span) -> Self {
    Self(
      .headingTooLong, "a heading of \(count) letters is over the limit of \(limit)", at: span,
      help: "shorten it, and write the rest as a paragraph below it")
  }
}
