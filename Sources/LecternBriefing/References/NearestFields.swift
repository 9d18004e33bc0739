import LecternSource

/// Finds the names of fields and types that unknown ones of one file were probably meant to be.
struct NearestFields {
  /// How many more names are looked for: in a file of thousands that are unknown, that would take seconds.
  private var left: Int

  init(most: Int = 1_000) {
    left = most
  }

  /// The nearest of some names, or nil when none is near.
  mutating func of(_ name: String, among known: [String]) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return NearestName.of(name, among: known)
  }
}
