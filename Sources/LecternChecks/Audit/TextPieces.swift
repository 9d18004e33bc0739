/// Adds parts of a file to a folded text, with what is written by number, name or percent sign taken for what it stands for.
struct TextPieces {
  let bytes: [UInt8]

  /// Adds a range as it is.
  func addPlain(_ range: Range<Int>, to text: inout FoldedText) {
    text.append(bytes[range], at: range.lowerBound)
  }

  /// Adds a range with character references taken for their characters.
  func addDecoded(_ range: Range<Int>, to text: inout FoldedText) {
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "&"),
        let found = CharacterReference.read(bytes, at: offset, before: range.upperBound)
      else {
        offset += 1
        continue
      }
      addPlain(start..<offset, to: &text)
      text.append(found.scalar, from: offset..<found.end)
      offset = found.end
      start = offset
    }
    addPlain(start..<offset, to: &text)
  }

  /// Whether a range may hold bytes that are written with a percent sign.
  func hasPercents(_ range: Range<Int>) -> Bool {
    range.contains {
      bytes[$0] == UInt8(ascii: "%") && percent(at: $0, before: range.upperBound) != nil
    }
  }

  /// Adds a range with character references and bytes behind percent signs taken for their characters, however often these
  /// were written so.
  func addUnescaped(_ range: Range<Int>, to text: inout FoldedText) {
    var letters: [(byte: UInt8, place: Range<Int>)] = range.map { (bytes[$0], $0..<($0 + 1)) }
    for _ in 0..<Self.rounds {
      var result: [(byte: UInt8, place: Range<Int>)] = []
      var offset = 0
      while offset < letters.count {
        if letters[offset].byte == UInt8(ascii: "%"), offset + 2 < letters.count,
          let high = Self.digit(letters[offset + 1].byte),
          let low = Self.digit(letters[offset + 2].byte)
        {
          let place = letters[offset].place.lowerBound..<letters[offset + 2].place.upperBound
          result.append((high << 4 | low, place))
          offset += 3
        } else {
          result.append(letters[offset])
          offset += 1
        }
      }
      if result.count == letters.count { break }
      letters = result
    }
    add(letters, to: &text)
  }

  /// Escaping twice happens by accident, more often does not.
  private static let rounds = 3

  private func add(_ letters: [(byte: UInt8, place: Range<Int>)], to text: inout FoldedText) {
    let raw = letters.map(\.byte)
    var offset = 0
    while offset < raw.count {
      let place = letters[offset].place
      if let found = Self.written(raw, at: offset) {
        text.append(found.scalar, from: place.lowerBound..<letters[found.end - 1].place.upperBound)
        offset = found.end
        continue
      }
      var decoder = UTF8()
      var rest = raw[offset..<min(raw.count, offset + 4)].makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
        text.breakOff(at: place.lowerBound)
        offset += 1
        continue
      }
      let end = offset + UTF8.width(scalar)
      text.append(scalar, from: place.lowerBound..<letters[end - 1].place.upperBound)
      offset = end
    }
  }

  /// A character that is written by name or number.
  private static func written(
    _ bytes: [UInt8], at offset: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "&"): CharacterReference.read(bytes, at: offset, before: bytes.count)
    case UInt8(ascii: "\\"):
      CharacterReference.readEscape(bytes, at: offset, before: bytes.count)
    default: nil
    }
  }

  private func percent(at offset: Int, before end: Int) -> UInt8? {
    guard offset + 2 < end, let high = Self.digit(bytes[offset + 1]),
      let low = Self.digit(bytes[offset + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
