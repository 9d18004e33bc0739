import LecternTypography
import Synchronization

/// The parts of fonts that a build has made, so that briefings with the same characters share the work.
final class SubsetCache: Sendable {
  /// What a part is made of.
  struct Key: Hashable {
    /// The font by the name of its file.
    var file: String
    /// What the part has to show.
    var characters: Set<Unicode.Scalar>
  }

  /// How many parts are remembered; those made first are forgotten first.
  private static let most = 256

  private struct Parts {
    var files: [Key: [UInt8]] = [:]
    var order: [Key] = []
  }

  private let parts = Mutex(Parts())

  /// A part as it was made before, or as `make` makes it.
  ///
  /// Two tasks may make the same part at the same time: that costs less than waiting, and their bytes are the same.
  func file(
    _ key: Key, _ make: () throws(MachineError) -> [UInt8]
  ) throws(MachineError) -> [UInt8] {
    if let known = parts.withLock({ $0.files[key] }) { return known }
    let made = try make()
    parts.withLock { parts in
      guard parts.files.updateValue(made, forKey: key) == nil else { return }
      parts.order.append(key)
      if parts.order.count > Self.most {
        parts.files.removeValue(forKey: parts.order.removeFirst())
      }
    }
    return made
  }
}
