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
