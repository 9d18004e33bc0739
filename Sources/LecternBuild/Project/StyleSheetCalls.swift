/// The files that a style sheet asks for by `url("…")`.
struct StyleSheetCalls {
  private let sheet: [UInt8]
  /// Where the names stand in it, in order.
  private let places: [Range<Int>]

  private static let start = Array("url(\"".utf8)
  private static let quote = UInt8(ascii: "\"")

  /// Looks through a style sheet.
  init(_ sheet: [UInt8]) {
    self.sheet = sheet
    var places: [Range<Int>] = []
    var offset = 0
    while let bracket = sheet[offset...].firstIndex(of: UInt8(ascii: "(")) {
      offset = bracket + 1
      let begins = offset + 1
      guard begins >= Self.start.count, begins <= sheet.count,
        sheet[(begins - Self.start.count)..<begins].elementsEqual(Self.start),
        let end = sheet[begins...].firstIndex(of: Self.quote)
      else { continue }
      places.append(begins..<end)
      offset = end
    }
    self.places = places
  }

  /// The names as they are written.
  var names: [String] { places.map { String(decoding: sheet[$0], as: UTF8.self) } }

  /// The style sheet with names replaced; those that have no other are left.
  func replaced(by addresses: [String: String]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(sheet.count)
    var offset = 0
    for (place, name) in zip(places, names) {
      result += sheet[offset..<place.lowerBound]
      result += (addresses[name] ?? name).utf8
      offset = place.upperBound
    }
    return result + sheet[offset...]
  }
}
