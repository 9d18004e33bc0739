/// What a byte is in ASCII.
extension UInt8 {
  /// Whether it is a letter.
  @inlinable package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether it is a capital letter.
  @inlinable package var isUpper: Bool { (0x41...0x5A).contains(self) }

  /// Whether it is a digit.
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is white space: a space, a tab or the end of a line or a page.
  @inlinable package var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
