/// What rules look after.
public enum RuleTopic: String, Sendable, CaseIterable {
  /// Whether a study is reported so that others can judge it.
  case reporting
  /// Whether quotations can be trusted.
  case quotations
  /// Whether somebody can be recognised.
  case identifiers
  /// Whether everybody can read it.
  case accessibility
}
