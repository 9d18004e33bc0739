import LecternSource

/// National Insurance numbers: two letters, six digits and a letter, as they are given out.
struct NationalInsuranceNumbers: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "HMRC, format of National Insurance numbers; UK Data Service"
  static let codes: [Diagnostic.Code] = [.nationalInsuranceNumber]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.file.bytes.withUnsafeBufferPointer { bytes in
      var found: [Diagnostic] = []
      var at = 0
      while at + 9 <= bytes.count {
        defer { at += 1 }
        guard bytes[at].isUpper, bytes[at + 1].isUpper, at == 0 || !isWord(bytes[at - 1]),
          let end = end(bytes, at), end == bytes.count || !isWord(bytes[end])
        else { continue }
        let span = Span(at, end)
        let lead = briefing.lead(before: span)
        guard !briefing.isInAddress(span),
          !otherNumbers.contains(where: { lead.holds($0) })
        else { continue }
        found.append(.nationalInsuranceNumber(at: span))
      }
      return found
    }
  }

  private static let otherNumbers: [StaticString] = ["grant", "award", "ref", "passport"]

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
  }

  /// The end of the number that begins here; nil when none does.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard !"DFIQUV".utf8.contains(bytes[start]), !"DFIOQUV".utf8.contains(bytes[start + 1]) else {
      return nil
    }
    // Prefixes that are not given out.
    for prefix in ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"] as [StaticString]
    where bytes.hasText(prefix, at: start, end: bytes.count) { return nil }
    var at = start + 2
    for _ in 0..<3 {
      if at < bytes.count, bytes[at] == 0x20 { at += 1 }
      guard at + 1 < bytes.count, bytes[at].isDigit, bytes[at + 1].isDigit else { return nil }
      at += 2
    }
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count, "ABCD".utf8.contains(bytes[at]) else { return nil }
    return at + 1
  }
}

extension Diagnostic.Code {
  static let nationalInsuranceNumber = Self(
    "national-insurance-number", .error,
    summary: "A National Insurance number stands in the briefing.",
    remedy: "Take it out; say in words what kind of number stood there.")
}

extension Diagnostic {
  fileprivate static func nationalInsuranceNumber(at span: Span) -> Self {
    Self(
      .nationalInsuranceNumber, "this is a National Insurance number by its form", at: span,
      help: "take it out, or write `[National Insurance number]`")
  }
}
