/// Values that were made before: the search for a scale asks for the same ones again and again.
final class Memory<Key: Hashable, Value> {
  private var values: [Key: Value] = [:]

  /// The value of a key, made when it is first asked for.
  func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = values[key] { return value }
    let value = make()
    values[key] = value
    return value
  }
}

/// At which width and size something was measured.
struct Measure: Hashable {
  var width: Double
  var size: Double
  var isExact: Bool

  init(_ width: Double, _ scale: Scale) {
    self.width = width
    size = scale.size
    isExact = scale.isExact
  }
}
