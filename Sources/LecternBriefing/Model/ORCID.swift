import LecternSource

/// The number by which researchers are told apart: sixteen digits, of which the last checks the others.
///
/// Source: ORCID, “Structure of the ORCID Identifier”; ISO 27729 and, for the check, ISO/IEC 7064, MOD 11-2.
public struct ORCID: Sendable, Equatable {
  /// The digits in groups of four, such as `0000-0002-1825-0097`; the last may be an X.
  public let digits: String

  /// The address that ORCID gives it, which is also how it is to be shown.
  public var address: String { "https://orcid.org/\(digits)" }

  /// Reads an iD, written with or without its address and hyphens; nil when it is none.
  init?(written: String) {
    let written = written.uppercased()
    let number =
      written.firstRange(of: "ORCID.ORG/").map { written[$0.upperBound...] } ?? written[...]
    // Copied from a document, the hyphens may be spaces or any of Unicode's, and a slash may follow.
    let signs = number.unicodeScalars.filter { scalar in
      scalar != "/" && scalar.properties.generalCategory != .dashPunctuation
        && !scalar.properties.isWhitespace
    }.map { $0.isASCII ? UInt8($0.value) : 0 }
    guard signs.count == 16, let last = signs.last, Self.checkDigit(of: signs.dropLast()) == last
    else { return nil }
    digits = stride(from: 0, to: 16, by: 4)
      .map { String(decoding: signs[$0..<($0 + 4)], as: UTF8.self) }.joined(separator: "-")
  }

  /// The sign that must follow fifteen digits; nil when they are no digits.
  private static func checkDigit(of signs: some Sequence<UInt8>) -> UInt8? {
    var total = 0
    for sign in signs {
      guard sign.isDigit else { return nil }
      total = (total + Int(sign) - 0x30) * 2
    }
    let digit = (12 - total % 11) % 11
    return digit == 10 ? UInt8(ascii: "X") : UInt8(0x30 + digit)
  }
}
