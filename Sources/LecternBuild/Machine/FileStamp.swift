/// What tells a file's content from an older one without reading it.
public struct FileStamp: Sendable, Equatable {
  /// The number of the file on its disk, which changes when an editor saves by renaming.
  public var number: UInt64
  /// How many bytes it holds.
  public var size: Int64
  /// When it was last changed, in nanoseconds since 1970.
  public var changed: Int64

  /// Whether the file has been left alone for so long that another change would give it another stamp.
  ///
  /// Clocks of file systems tick a few milliseconds apart, and two changes within one tick look like one.
  func isSettled(at now: Int64) -> Bool { now - changed > 100_000_000 }
}
