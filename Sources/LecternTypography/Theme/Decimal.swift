extension Double {
  /// The number with at most four decimals and none that are zeros at its end, as style sheets and messages write it.
  var decimal: String {
    guard magnitude < 1e12 else { return String(self) }
    let parts = Int((magnitude * 10_000).rounded())
    let sign = self < 0 && parts > 0 ? "-" : ""
    var fraction = String(parts % 10_000 + 10_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(sign)\(parts / 10_000)\(fraction.isEmpty ? "" : ".\(fraction)")"
  }
}
