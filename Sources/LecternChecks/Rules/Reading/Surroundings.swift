import LecternSource

/// What stands around a place, by which rules tell a person's number from any other.
extension CheckedBriefing {
  /// The words of the same sentence before a place, in lower case, as far as they lie within sixty letters.
  func lead(before span: Span) -> String {
    let bytes = file.bytes
    let least = max(0, span.lower - 60)
    var at = span.lower
    while at > least {
      let byte = bytes[at - 1]
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";") { break }
      if byte == 0x0A, at >= 2, bytes[at - 2] == 0x0A || at < span.lower && isFrontMatter(at) {
        break
      }
      if byte.isSpace, at >= 2, ".?!".utf8.contains(bytes[at - 2]) { break }
      at -= 1
    }
    return file.text(in: Span(at, span.lower)).lowercased()
  }

  /// Whether a place lies in the front matter, where each line stands for itself.
  func isFrontMatter(_ offset: Int) -> Bool {
    frontMatter.span.lower <= offset && offset < frontMatter.span.upper
  }

  /// Whether a place is part of an address on the web or of a DOI.
  func isInAddress(_ span: Span) -> Bool {
    let bytes = file.bytes
    let least = max(0, span.lower - 200)
    var at = span.lower
    while at > least, !bytes[at - 1].isSpace { at -= 1 }
    let token = file.text(in: Span(at, span.lower)).lowercased()
    return Self.addressMarks.contains { token.holds($0) }
  }

  /// Whether whom to write to may stand at a place: below such a heading, in such a key, or behind such words.
  func isContact(_ span: Span) -> Bool {
    if contacts.holds(span) { return true }
    let lead = lead(before: span)
    return Self.contactWords.contains { lead.holds($0) }
  }

  private static let addressMarks: [StaticString] = ["://", "www.", "doi", "10."]

  private static let contactWords: [StaticString] = [
    "contact", "e-mail", "email", "mailto", "enquir", "write to", "in touch", "call us", "phone",
    "tel:", "tel.", "ring ", "helpline", "questions", "further information",
  ]
}
