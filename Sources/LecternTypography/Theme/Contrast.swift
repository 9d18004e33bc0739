extension Colour {
  /// How light it is, from 0 for black to 1 for white.
  ///
  /// The relative luminance of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
  public var relativeLuminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// How well two colours can be told apart, from 1 for equal ones to 21 for black and white.
  ///
  /// The contrast ratio of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
  public func contrast(with other: Colour) -> Double {
    let lighter = max(relativeLuminance, other.relativeLuminance)
    let darker = min(relativeLuminance, other.relativeLuminance)
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// The light of one channel: ((c + 0.055) / 1.055) to the power of 2.4, but near black c / 12.92.
  private static func linear(_ byte: UInt8) -> Double {
    let channel = Double(byte) / 255
    guard channel > 0.04045 else { return channel / 12.92 }
    let base = (channel + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// The fifth root of a number between 0.005 and 1.
  ///
  /// By Newton's method rather than the system's `pow`, so that no machine judges a theme otherwise than another.
  private static func fifthRoot(_ number: Double) -> Double {
    var root = 1.0
    for _ in 0..<16 {
      let square = root * root
      root = (4 * root + number / (square * square)) / 5
    }
    return root
  }
}
