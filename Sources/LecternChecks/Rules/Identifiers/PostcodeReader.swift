import LecternSource

/// Reads postcodes as Royal Mail writes them.
struct PostcodeReader {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// A postcode, or the first half of one.
  struct Found {
    let span: Span
    /// Whether both halves are there.
    let isWhole: Bool
  }

  /// The postcode that begins at a place.
  func read(_ start: Int) -> Found? {
    var at = start
    while at < bytes.count, bytes[at].isUpper { at += 1 }
    guard at - start <= 2, Self.areas.contains(String(decoding: bytes[start..<at], as: UTF8.self)),
      at < bytes.count, bytes[at].isDigit
    else { return nil }
    let hasTwoLetters = at - start == 2
    at += 1
    let afterOne = at
    if at < bytes.count, bytes[at].isDigit || bytes[at].isUpper { at += 1 }
    // The second sign of a district may be the first of the second half: `M1 1AE` and `M11AE`.
    for end in [at, afterOne] {
      var next = end
      if next < bytes.count, bytes[next] == 0x20 { next += 1 }
      if let whole = endOfSecondHalf(next) { return Found(span: Span(start, whole), isWhole: true) }
    }
    guard hasTwoLetters, at == afterOne || bytes[at - 1].isDigit,
      at == bytes.count || !(bytes[at].isLetter || bytes[at].isDigit || bytes[at] == 0x2D),
      !bytes.hasText("CO2", at: start, end: at)
    else { return nil }
    return Found(span: Span(start, at), isWhole: false)
  }

  private func endOfSecondHalf(_ start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start].isDigit else { return nil }
    for offset in 1...2 {
      let byte = bytes[start + offset]
      guard byte.isUpper, !"CIKMOV".utf8.contains(byte) else { return nil }
    }
    guard start + 3 == bytes.count || !(bytes[start + 3].isLetter || bytes[start + 3].isDigit)
    else { return nil }
    return start + 3
  }

  private static let areas: Set<String> = [
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH",
    "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",
    "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS",
    "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE", "LL",
    "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX",
    "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL", "SM",
    "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW",
    "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
  ]
}
