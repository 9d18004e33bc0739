/// The names of elements in the tags of Chromium's PDFs, as `(node00000332)`.
///
/// Chromium counts nodes that it makes and drops while it loads a page, and so not always the same number of them. Counted anew,
/// in their own order, they are the same for the same page; no byte moves.
package enum PDFNodeNames {
  private static let beginning = Array("(node".utf8)
  private static let digits = 8

  /// The file with its nodes counted from 1.
  package static func countedAnew(_ bytes: [UInt8]) -> [UInt8] {
    var places: [(place: Int, number: Int)] = []
    var at = 0
    while let open = bytes[at...].firstIndex(of: UInt8(ascii: "(")) {
      at = open + 1
      let start = open + beginning.count
      let end = start + digits
      guard end < bytes.count, bytes[open..<start].elementsEqual(beginning),
        bytes[end] == UInt8(ascii: ")"),
        let number = Int(String(decoding: bytes[start..<end], as: UTF8.self))
      else { continue }
      places.append((start, number))
    }
    let order = Set(places.map(\.number)).sorted()
    let names = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0 + 1) })
    var result = bytes
    for (place, number) in places {
      let name = String(names[number] ?? number)
      let text = String(repeating: "0", count: digits - name.count) + name
      result.replaceSubrange(place..<(place + digits), with: text.utf8)
    }
    return result
  }
}
