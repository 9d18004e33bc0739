/// What a program that prints may use up.
public struct PrintLimits: Sendable, Equatable {
  /// How long it may take.
  public var seconds: Double
  /// How many bytes of memory it may have, with the programs that it starts; watched where the system tells.
  public var memory: Int

  /// Makes limits.
  public init(seconds: Double = 120, memory: Int = 2_000_000_000) {
    self.seconds = seconds
    self.memory = memory
  }
}
