import LecternSource

/// A key that no reference has, where it stands.
struct UnknownKey: Sendable {
  /// The key without its `@`.
  var key: String
  /// Whether it stands in brackets, so that it can be nothing but a citation.
  var isBracketed: Bool
  /// Where it stands.
  var span: Span
}

/// Reports keys that no reference has, each with the nearest one that there is.
struct UnknownKeys {
  private let keys: [String]
  private var nearest: [String: String?] = [:]
  /// How many comparisons may still be made: thousands of words against thousands of keys would take minutes.
  private var comparisons = 200_000

  init(_ bibliography: Bibliography) {
    keys = bibliography.keys
  }

  /// The problems of some keys, in the same order.
  static func problems(_ found: [UnknownKey], in bibliography: Bibliography) -> [Diagnostic] {
    guard !found.isEmpty else { return [] }
    var reader = UnknownKeys(bibliography)
    return found.compactMap { unknown in
      let nearest = reader.nearest(to: unknown.key)
      if unknown.isBracketed {
        return .unknownCitation(unknown.key, nearest: nearest, at: unknown.span)
      }
      return nearest.map { .doubtfulCitation(unknown.key, nearest: $0, at: unknown.span) }
    }
  }

  private mutating func nearest(to key: String) -> String? {
    if let known = nearest[key] { return known }
    guard comparisons >= keys.count else { return nil }
    comparisons -= keys.count
    let found = NearestName.of(key, among: keys)
    nearest[key] = .some(found)
    return found
  }
}

extension Diagnostic.Code {
  static let unknownCitation = Self(
    "unknown-citation", .error,
    summary: "A citation names a key that no reference has.",
    remedy: "Correct the key, or add the reference to the bibliography.")
  static let doubtfulCitation = Self(
    "doubtful-citation", .warning,
    summary: "A word after `@` is no known key, but nearly one.",
    remedy: "Correct the key; if it is no citation, leave it: it stays text.")
}

extension Diagnostic {
  fileprivate static func unknownCitation(
    _ key: String, nearest: String?, at span: Span
  ) -> Self {
    Self(
      .unknownCitation, "no reference has the key `\(key)`", at: span,
      help: nearest.map { "write `@\($0)`" }
        ?? "add it to the references, or name their file with `references:`")
  }

  fileprivate static func doubtfulCitation(_ key: String, nearest: String, at span: Span) -> Self {
    Self(
      .doubtfulCitation, "`@\(key)` is no known key and stays text", at: span,
      help: "write `@\(nearest)` if you meant that reference")
  }
}
