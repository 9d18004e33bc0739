import LecternSource

/// How long an agenda can be: it stands before every section, so it grows with their square.
public enum AgendaLimit {
  /// The most sections that an agenda lists.
  public static let sections = 60

  static func problems(in briefing: Briefing) -> [Diagnostic] {
    let headed = briefing.sections.filter { $0.heading != nil }
    guard headed.count > sections, briefing.metadata.hasAgenda, !briefing.isMarp,
      let span = headed[sections].heading?.span
    else { return [] }
    return [.agendaTooLong(headed.count, limit: sections, at: span)]
  }
}

extension Diagnostic.Code {
  static let agendaTooLong = Self(
    "agenda-too-long", .warning,
    summary: "A briefing has more than 60 sections, so its deck has no agenda.",
    remedy: "Make some sections slides with `###`, or write `agenda: false`.")
}

extension Diagnostic {
  fileprivate static func agendaTooLong(_ count: Int, limit: Int, at span: Span) -> Self {
    Self(
      .agendaTooLong, "\(count) sections are more than the limit of \(limit) for an agenda",
      at: span,
      help: "make some of them slides with `###`, or write `agenda: false`")
  }
}
