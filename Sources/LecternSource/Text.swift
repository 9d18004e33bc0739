/// Small things that are asked of texts in several places.
extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// The text with each run of white space as one space, and none at its ends.
  package var collapsed: String { split { $0.isWhitespace }.joined(separator: " ") }

  /// The words, split at white space.
  package var words: [SubSequence] { split { $0.isWhitespace } }

  /// The text without characters that nobody sees and no page may hold: controls other than white space, and marks that turn
  /// the direction of all that follows.
  package var withoutControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      (scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace)
        || scalar == "\u{202D}" || scalar == "\u{202E}"
    }
    guard unicodeScalars.contains(where: isControl) else { return String(self) }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !isControl($0) }))
  }

  /// The text without comments, which count nowhere.
  package var withoutComments: String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "<!--") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
