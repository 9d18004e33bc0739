import LecternSource

/// Postcodes: whole ones anywhere but in contacts, the first half in what somebody said.
struct Postcodes: Rule {
  static let topic = RuleTopic.identifiers
  static let source =
    "Royal Mail, postcode areas; UK Data Service and CLOSER, direct and indirect identifiers"
  static let codes: [Diagnostic.Code] = [
    .postcode, .postcodeQuoted, .postcodeDistrictQuoted,
  ]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    briefing.file.bytes.withUnsafeBufferPointer { bytes in
      var found: [Diagnostic] = []
      var at = 0
      while at < bytes.count {
        guard bytes[at].isUpper, at == 0 || !isWord(bytes[at - 1]),
          let code = PostcodeReader(bytes).read(at)
        else {
          at += 1
          continue
        }
        if let problem = problem(code, briefing) { found.append(problem) }
        at = code.span.upper
      }
      return found
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || "/_-.#".utf8.contains(byte)
  }

  private static func problem(_ code: PostcodeReader.Found, _ briefing: CheckedBriefing)
    -> Diagnostic?
  {
    guard !briefing.code.holds(code.span), !briefing.isInAddress(code.span) else { return nil }
    let isQuoted = briefing.quotation(at: code.span) != nil
    if code.isWhole {
      if isQuoted { return .postcodeQuoted(at: code.span) }
      if briefing.isContact(code.span) { return nil }
      // A place that people visit has an address that anybody may know.
      let lead = briefing.lead(before: code.span)
      return publicPlaces.contains(where: { lead.holds($0) }) ? nil : .postcode(at: code.span)
    }
    guard isQuoted else { return nil }
    let lead = briefing.lead(before: code.span)
    // Motorways, vitamins and forms look alike, so only words of place make it a district.
    guard ["in ", "from ", "near ", "around ", "postcode "].contains(where: { lead.hasSuffix($0) })
    else { return nil }
    return .postcodeDistrictQuoted(briefing.text(in: code.span), at: code.span)
  }
}

extension Postcodes {
  private static let publicPlaces: [StaticString] = [
    "address", "hall", "centre", "hospital", "office", "building", "library", "universit",
    "college", "surgery", "church", "clinic", "school", "museum", "theatre", "hotel", "venue",
  ]
}

extension Diagnostic.Code {
  static let postcode = Self(
    "postcode", .warning,
    summary: "A full postcode stands outside a contact.",
    remedy:
      "Write a larger place, such as the town or the region; an organisation's address belongs into `contact:`."
  )
  static let postcodeQuoted = Self(
    "postcode-quoted", .error,
    summary: "A full postcode stands in a quotation.",
    remedy: "Write what it is in brackets instead: `[the local area]`.")
  static let postcodeDistrictQuoted = Self(
    "postcode-district-quoted", .warning,
    summary: "The first half of a postcode stands in a quotation or its attribution.",
    remedy: "Write a larger place in brackets instead: `[the local area]`.")
}

extension Diagnostic {
  fileprivate static func postcode(at span: Span) -> Self {
    Self(
      .postcode, "a full postcode stands outside a contact", at: span,
      help: "write the town or the region, or move an organisation's address to `contact:`")
  }

  fileprivate static func postcodeQuoted(at span: Span) -> Self {
    Self(
      .postcodeQuoted, "a full postcode stands in a quotation", at: span,
      help: "write `[the local area]` in its place")
  }

  fileprivate static func postcodeDistrictQuoted(_ code: String, at span: Span) -> Self {
    Self(
      .postcodeDistrictQuoted, "the postcode district `\(code)` says where somebody lives",
      at: span, help: "write `[the local area]` in its place")
  }
}
