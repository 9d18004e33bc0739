import LecternBriefing
import LecternChecks
import LecternSource

extension Briefing {
  /// Some problems without those that the author has silenced where they stand.
  ///
  /// An error cannot be silenced, since nothing is published while one stands, unless a check has found it: a check says what a
  /// text seems to mean, and its author knows better.
  func silenced(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var result = allowed(diagnostics)
    let names = DiagnosticCatalogue.codes.map(\.name)
    for allowance in allowances where !names.contains(allowance.code) {
      result.append(.unknownCode(allowance.code, among: names, at: allowance.place))
    }
    return result
  }

  /// The problems that no allowance covers.
  func allowed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let places = Dictionary(grouping: allowances, by: \.code).mapValues {
      SpanList($0.map(\.span))
    }
    let checks = Set(RuleRegistry.standard.codes.map(\.name))
    return diagnostics.filter { diagnostic in
      let name = diagnostic.code.name
      guard let allowed = places[name], diagnostic.severity != .error || checks.contains(name)
      else { return true }
      return !allowed.holds(diagnostic.span)
    }
  }
}

extension [Diagnostic] {
  /// The problems, of each kind no more than anybody reads; the last says how many more there are.
  var capped: [Diagnostic] {
    guard count > Self.mostOfAKind else { return self }
    var counts: [String: Int] = [:]
    for diagnostic in self { counts[diagnostic.code.name, default: 0] += 1 }
    var seen: [String: Int] = [:]
    return compactMap { diagnostic in
      let name = diagnostic.code.name
      seen[name, default: 0] += 1
      guard let count = counts[name], let place = seen[name], place <= Self.mostOfAKind else {
        return nil
      }
      guard place == Self.mostOfAKind, count > Self.mostOfAKind else { return diagnostic }
      var last = diagnostic
      last.message += ", and \(count - Self.mostOfAKind) more like it"
      return last
    }
  }

  /// How many problems of one kind are reported for one briefing.
  private static var mostOfAKind: Int { 1_000 }
}

extension Diagnostic.Code {
  static let unknownCode = Self(
    "unknown-code", .warning,
    summary: "A diagnostic is silenced whose code does not exist.",
    remedy: "Write the code that stands in brackets in the message.")
}

extension Diagnostic {
  fileprivate static func unknownCode(_ name: String, among names: [String], at span: Span) -> Self
  {
    let nearest = NearestName.of(name, among: names)
    return Self(
      .unknownCode, "no diagnostic has the code `\(name)`", at: span,
      help: nearest.map { "write `<!-- allow \($0): reason -->`" }
        ?? "write the code that stands in brackets in the message")
  }
}
