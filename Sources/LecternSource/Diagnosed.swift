/// A value with the problems found while making it.
public struct Diagnosed<Value> {
  /// What was made, with placeholders where it could not be.
  public var value: Value
  /// The problems, in the order in which they were found.
  public var diagnostics: [Diagnostic]

  /// Joins a value and its problems.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Runs the next stage and keeps the problems of both.
  public func then<Next>(_ stage: (Value) throws -> Diagnosed<Next>) rethrows -> Diagnosed<Next> {
    let next = try stage(value)
    return Diagnosed<Next>(next.value, diagnostics + next.diagnostics)
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
