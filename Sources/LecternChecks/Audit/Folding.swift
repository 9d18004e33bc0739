import CNormalisation

/// What is left of a character when its width, case, marks and other dress no longer count.
///
/// `Ｊ`, `J` and `j` are one, and so are `é` and `e`. What nobody sees, such as a soft hyphen, is nothing.
enum Folding {
  /// Calls back with each character that is left.
  static func fold(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { buffer in
      let count = lectern_fold(scalar.value, buffer.baseAddress, Int32(room))
      for value in buffer[..<Int(count)] {
        guard let folded = Unicode.Scalar(value), !isDropped(folded) else { continue }
        body(alike(folded))
      }
    }
  }

  /// More than any character becomes.
  private static let room = 32

  /// Whether a character is a mark that does not make another letter.
  ///
  /// Vowel signs of Indian scripts and the marks of kana do: they are of the classes 0 and 7 to 9, which stay.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .enclosingMark, .format, .control: !scalar.properties.isWhitespace
    case .nonspacingMark:
      ![0, 7, 8, 9].contains(scalar.properties.canonicalCombiningClass.rawValue)
    default: false
    }
  }

  /// One character for those that are typed for each other.
  private static func alike(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201B}", "\u{02BC}", "\u{02B9}", "\u{2032}", "`": "'"
    case "\u{0131}": "i"
    case "\u{0142}": "l"
    case "\u{00F8}": "o"
    case "\u{0111}": "d"
    default: scalar
    }
  }
}
