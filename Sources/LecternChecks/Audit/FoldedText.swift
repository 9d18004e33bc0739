import LecternSource

/// A text in which private strings are looked for: folded, its words one space apart, with the places where they stood.
///
/// Hyphens and underscores inside words count as spaces, since ids and names of files have them instead, and so do full
/// stops and plus signs between letters. A dash between spaces parts a sentence, and what stands on its sides never belongs
/// together.
struct FoldedText {
  /// The folded text as UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte, what it was made from.
  private(set) var places: [Range<Int>] = []

  /// What stands between the last character and the next one.
  private enum Gap {
    case nothing
    case space
    case joiner
    case stop(UInt8)
    case rift
  }

  private var gap = Gap.nothing
  private var gapPlace = 0..<0

  /// Stands where two texts meet that do not belong together; no private string holds it.
  static let rift: UInt8 = 0x1F

  /// The same without the spaces and brackets between digits, since everybody groups them in another way.
  var withJoinedDigits: FoldedText {
    var joined = FoldedText()
    /// What has come since the last digit, while it is nothing but spaces and brackets.
    var held: [Int]?
    for (offset, byte) in bytes.enumerated() {
      let isDigit = byte.isDigit
      if held != nil, Self.groups.contains(byte) {
        held?.append(offset)
        continue
      }
      if !isDigit { for offset in held ?? [] { joined.emit(bytes[offset], places[offset]) } }
      held = isDigit ? [] : nil
      joined.emit(byte, places[offset])
    }
    return joined
  }

  private static let groups: Set<UInt8> = [0x20, UInt8(ascii: "("), UInt8(ascii: ")")]

  /// Adds a text that begins at an offset.
  mutating func append(_ text: some Sequence<UInt8>, at start: Int) {
    var decoder = UTF8()
    var iterator = text.makeIterator()
    var offset = start
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        let width = UTF8.width(scalar)
        append(scalar, from: offset..<(offset + width))
        offset += width
      case .emptyInput: break decoding
      case .error:
        breakOff(at: offset)
        offset += 1
      }
    }
  }

  /// Adds a character that was made from a range of the source.
  mutating func append(_ scalar: Unicode.Scalar, from place: Range<Int>) {
    if scalar.isASCII {
      appendASCII(UInt8(truncatingIfNeeded: scalar.value), place)
    } else if scalar.properties.isWhitespace {
      appendSpace(place)
    } else {
      Folding.fold(scalar) { appendFolded($0, place) }
    }
  }

  /// Parts two words, as the border of a paragraph does.
  mutating func separate(at offset: Int) { appendSpace(offset..<offset) }

  /// Parts two texts that do not belong together.
  mutating func breakOff(at offset: Int) {
    gap = .rift
    gapPlace = offset..<offset
  }

  private mutating func appendFolded(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
    if scalar.isASCII {
      appendASCII(UInt8(truncatingIfNeeded: scalar.value), place)
    } else if scalar.properties.isWhitespace {
      appendSpace(place)
    } else if scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}" {
      appendJoiner(place)
    } else {
      close(before: scalar.properties.isAlphabetic)
      for byte in Unicode.UTF8.encode(scalar) ?? .init() { emit(byte, place) }
    }
  }

  private mutating func appendASCII(_ byte: UInt8, _ place: Range<Int>) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      close(before: true)
      emit(byte, place)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      close(before: true)
      emit(byte | 0x20, place)
    case 0x20, 0x09...0x0D: appendSpace(place)
    case UInt8(ascii: "-"), UInt8(ascii: "_"): appendJoiner(place)
    case UInt8(ascii: "."), UInt8(ascii: "+"):
      close(before: false)
      gap = .stop(byte)
      gapPlace = place
    case 0..<0x20, 0x7F: break
    default:
      close(before: false)
      emit(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : byte, place)
    }
  }

  private mutating func appendSpace(_ place: Range<Int>) {
    switch gap {
    case .nothing, .joiner:
      gap = .space
      gapPlace = place
    case .stop:
      close(before: false)
      gap = .space
      gapPlace = place
    case .space, .rift: break
    }
  }

  private mutating func appendJoiner(_ place: Range<Int>) {
    switch gap {
    case .nothing:
      gap = .joiner
      gapPlace = place
    case .stop:
      close(before: false)
      gap = .joiner
      gapPlace = place
    case .space: gap = .rift
    case .joiner, .rift: break
    }
  }

  /// Writes what stands before the next character.
  private mutating func close(before isWord: Bool) {
    switch gap {
    case .nothing: return
    case .space, .joiner: emit(0x20, gapPlace)
    case .stop(let byte): emit(isWord ? 0x20 : byte, gapPlace)
    case .rift: emit(Self.rift, gapPlace)
    }
    gap = .nothing
  }

  private mutating func emit(_ byte: UInt8, _ place: Range<Int>) {
    bytes.append(byte)
    places.append(place)
  }
}
