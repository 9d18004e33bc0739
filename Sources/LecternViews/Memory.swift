/// Values that were made before: the search for a scale or a size asks for the same ones again and again.
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
