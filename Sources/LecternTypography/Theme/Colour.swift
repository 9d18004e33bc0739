/// A colour of the sRGB space without transparency.
public struct Colour: Sendable, Equatable {
  /// Red, from 0 to 255.
  public var red: UInt8
  /// Green, from 0 to 255.
  public var green: UInt8
  /// Blue, from 0 to 255.
  public var blue: UInt8

  /// Makes a colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

extension Colour {
  /// The colour of a text as `#rgb` or `#rrggbb`; nil for any other text.
  public init?(hexadecimal text: String) {
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard text.first == "#", text.utf8.count == digits.count + 1 else { return nil }
    switch digits.count {
    case 3: self.init(digits.flatMap { [$0, $0] })
    case 6: self.init(digits)
    default: return nil
    }
  }

  private init(_ digits: [Int]) {
    func byte(_ index: Int) -> UInt8 { UInt8(digits[index] * 16 + digits[index + 1]) }
    self.init(red: byte(0), green: byte(2), blue: byte(4))
  }

  /// The colour as `#rrggbb`.
  public var hexadecimal: String {
    "#"
      + [red, green, blue].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }
}
