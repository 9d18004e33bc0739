import LecternSource

/// Decides where a link may lead.
///
/// By bytes and scalars throughout: an accent behind `:` or `/` makes one letter of both, which browsers take apart.
package enum AddressReader {
  /// What is kept of an address, checked after decoding and without control characters.
  package static func read(_ written: String) -> Address {
    let cleaned = cleaned(written)
    if cleaned.utf8.first == UInt8(ascii: "#") {
      return .fragment(percentDecoded(String(cleaned.unicodeScalars.dropFirst())))
    }
    // White space does not save a scheme: browsers drop it.
    let decoded = decoded(cleaned)
    guard !decoded.utf8.starts(with: "//".utf8) else { return .dropped }
    let scheme = scheme(of: decoded)
    guard let scheme else { return .relative(cleaned) }
    guard ["https", "http", "mailto", "tel"].contains(scheme), self.scheme(of: cleaned) != nil
    else {
      return .dropped
    }
    return .absolute(cleaned)
  }

  /// An address without control characters, its spaces as browsers send them.
  private static func cleaned(_ written: String) -> String {
    // Nothing but ink of ASCII, as most addresses are.
    guard !written.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else { return written }
    let shown = written.unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0x7F && $0.properties.generalCategory != .control
        && $0.properties.generalCategory != .format
    }
    return String(String.UnicodeScalarView(shown)).trimmed.replacing(" ", with: "%20")
  }

  private static func decoded(_ cleaned: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in percentDecoded(cleaned).unicodeScalars where !scalar.properties.isWhitespace {
      scalars.append(scalar == "\\" ? "/" : scalar)
    }
    return String(scalars)
  }

  /// The scheme of an address in lower case, or nil for a relative one.
  private static func scheme(of address: String) -> String? {
    // A colon after the first slash, question mark or hash belongs to a path.
    guard let end = address.utf8.firstIndex(where: { ":/?#".utf8.contains($0) }),
      address.utf8[end] == UInt8(ascii: ":")
    else { return nil }
    return String(address.utf8[..<end])?.lowercased().trimmed
  }

  /// The text with `%41` as the byte that it stands for; what is no valid UTF-8 then stays as written.
  package static func percentDecoded(_ text: String) -> String {
    guard text.holds("%") else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(
          String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}

extension Diagnostic.Code {
  static let addressDropped = Self(
    "address-dropped", .error,
    summary:
      "An address is not `https`, `http`, `mailto`, `tel`, relative or a place in the briefing.",
    remedy: "Write one of those; nothing else can be linked to or shown.")
  static let emptyAddress = Self(
    "empty-address", .warning,
    summary: "A link leads nowhere.",
    remedy: "Write an address between the parentheses, or take the link out.")
}

extension Diagnostic {
  static func addressDropped(_ address: String, at span: Span) -> Self {
    let shown = address.count > 40 ? "\(address.prefix(40))…" : address
    return Self(
      .addressDropped, "the address `\(shown)` is not allowed", at: span,
      help:
        "write an address that begins with `https:`, `http:`, `mailto:` or `tel:`, a file's name, or `#id`"
    )
  }

  static func emptyAddress(at span: Span) -> Self {
    Self(
      .emptyAddress, "this link leads nowhere", at: span,
      help: "write an address between the parentheses")
  }
}
