import LecternBriefing
import LecternSource

/// E-mail addresses outside contacts.
struct EmailAddresses: Rule {
  static let topic = RuleTopic.identifiers
  static let source = "UK Data Service, direct identifiers"
  static let codes: [Diagnostic.Code] = [.emailAddress, .emailAddressQuoted]

  static func problems(in briefing: CheckedBriefing) -> [Diagnostic] {
    let own = Set(
      briefing.briefing.metadata.authors.compactMap(\.email?.trimmed)
        + [briefing.briefing.metadata.contact?.trimmed].compactMap(\.self))
    return briefing.file.bytes.withUnsafeBufferPointer { bytes in
      var found: [Diagnostic] = []
      var at = 0
      while let sign = bytes.place(of: UInt8(ascii: "@"), from: at, to: bytes.count) {
        at = sign + 1
        guard let span = span(bytes, sign) else { continue }
        let address = briefing.text(in: span)
        guard !own.contains(address), !isExample(address), !briefing.code.holds(span) else {
          continue
        }
        if briefing.quotation(at: span) != nil {
          found.append(.emailAddressQuoted(at: span))
        } else if !briefing.isContact(span) {
          found.append(.emailAddress(at: span))
        }
      }
      return found
    }
  }

  private static func isExample(_ address: String) -> Bool {
    ["example.org", "example.com", "example.net", ".example"].contains { address.hasSuffix($0) }
  }

  /// The address around an at sign; nil when there is none.
  private static func span(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: Int) -> Span? {
    func isPart(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || "._%+-".utf8.contains(byte)
    }
    var lower = sign
    while lower > 0, sign - lower < 64, isPart(bytes[lower - 1]) { lower -= 1 }
    var upper = sign + 1
    while upper < bytes.count, upper - sign < 255, isPart(bytes[upper]) { upper += 1 }
    while upper > sign, !bytes[upper - 1].isLetter { upper -= 1 }
    guard lower < sign, let dot = bytes[sign..<upper].lastIndex(of: UInt8(ascii: ".")),
      dot > sign + 1, upper - dot > 2
    else { return nil }
    return Span(lower, upper)
  }
}

extension Diagnostic.Code {
  static let emailAddress = Self(
    "email-address", .warning,
    summary: "An e-mail address stands outside a contact.",
    remedy:
      "Take it out; if it is there for readers to write to, put it into `contact:` or a section called Contact."
  )
  static let emailAddressQuoted = Self(
    "email-address-quoted", .error,
    summary: "An e-mail address stands in a quotation.",
    remedy: "Write what it is in brackets instead: `[e-mail address]`.")
}

extension Diagnostic {
  fileprivate static func emailAddress(at span: Span) -> Self {
    Self(
      .emailAddress, "an e-mail address stands outside a contact", at: span,
      help: "take it out, or write it below `contact:` if readers should use it")
  }

  fileprivate static func emailAddressQuoted(at span: Span) -> Self {
    Self(
      .emailAddressQuoted, "an e-mail address stands in a quotation", at: span,
      help: "write `[e-mail address]` in its place")
  }
}
