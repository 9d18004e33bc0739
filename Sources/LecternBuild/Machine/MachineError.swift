/// Why the machine could not do something; never a problem with what an author wrote.
public struct MachineError: Error, Equatable {
  /// What was attempted, as in `cannot write`.
  public var action: String
  /// The file or folder.
  public var path: String
  /// Why not, in the system's words.
  public var reason: String

  /// Makes an error.
  public init(_ action: String, _ path: String, _ reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// One clear line.
  public var line: String { "cannot \(action) \(path): \(reason)" }
}
