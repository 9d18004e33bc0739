package import LecternSource

/// Finds links to places that a briefing does not have.
enum FragmentCheck {
  /// A problem for each such link, with the nearest place that there is.
  static func problems(in briefing: Briefing) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    // Not the whole briefing, which would be copied for every inline.
    let ids = briefing.ids
    func check(_ inline: Inline) {
      guard case .link(let link) = inline, case .fragment(let id) = link.address,
        !id.isEmpty, id != "top", !ids.contains(id)
      else { return }
      // Looking for the nearest of many names takes time that nobody needs to spend on the hundredth problem.
      let names = problems.count < 100 ? ids : []
      problems.append(.unknownFragment(id, among: names, at: link.span))
    }
    briefing.forEachInline(check)
    return problems
  }
}

extension Diagnostic.Code {
  static let unknownFragment = Self(
    "unknown-fragment", .error,
    summary: "A link leads to a place that its briefing, or the one that it names, does not have.",
    remedy:
      "Write the id of a heading or quotation; `lectern dump FILE --stage briefing` lists them.")
}

extension Diagnostic {
  /// A link to an id that another briefing does not have, named as the link names it.
  package static func unknownFragment(
    _ id: String, in address: String, among ids: Set<String>, at span: Span
  ) -> Self {
    let file = String(address.prefix { $0 != "#" })
    return Self(
      .unknownFragment, "nothing in `\(file)` has the id `\(id)`", at: span,
      help: NearestName.of(id, among: ids.sorted()).map { "write `\(file)#\($0)`" }
        ?? "write the id of a heading or quotation; `lectern dump FILE --stage briefing` lists them"
    )
  }

  fileprivate static func unknownFragment(_ id: String, among ids: Set<String>, at span: Span)
    -> Self
  {
    let nearest = NearestName.of(id, among: ids.sorted())
    return Self(
      .unknownFragment, "nothing here has the id `\(id)`", at: span,
      help: nearest.map { "write `#\($0)`" }
        ?? "write the id of a heading or quotation; `lectern dump FILE --stage briefing` lists them"
    )
  }
}
