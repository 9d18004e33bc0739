import LecternSource

/// A number of nine digits or more, with the groups in which it is written.
struct LongNumber: Sendable {
  /// The digits.
  let digits: [UInt8]
  /// How many digits each group has.
  let groups: [Int]
  /// Where it stands, from the first digit to the last.
  let span: Span
  /// Whether a plus sign or a bracket stands before it, as before the numbers of telephones.
  let isDialled: Bool
  /// Whether letters or marks of addresses touch it, so that it is part of something longer.
  let isPart: Bool

  /// The long numbers of a text.
  static func all(in file: SourceFile) -> [LongNumber] {
    var numbers: [LongNumber] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        guard bytes[at].isDigit else {
          at += 1
          continue
        }
        let number = LongNumber(bytes, from: at)
        if number.digits.count >= 9 { numbers.append(number) }
        at = number.span.upper
      }
    }
    return numbers
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var digits: [UInt8] = []
    var groups: [Int] = []
    var at = start
    var end = start
    while at < bytes.count, bytes[at].isDigit {
      let first = at
      while at < bytes.count, bytes[at].isDigit {
        digits.append(bytes[at])
        at += 1
      }
      groups.append(at - first)
      end = at
      at = Self.endOfSeparator(bytes, at)
    }
    self.digits = digits
    self.groups = groups
    span = Span(start, end)
    let before = start > 0 ? bytes[start - 1] : 0x20
    let after = end < bytes.count ? bytes[end] : 0x20
    let isBracketed =
      before == UInt8(ascii: "(") && bytes.place(of: UInt8(ascii: ")"), from: start, to: end) != nil
    isDialled = before == UInt8(ascii: "+") || isBracketed
    isPart =
      before.isLetter || after.isLetter || "/_#=.".utf8.contains(before)
      || "/_=".utf8.contains(after)
      || (before == UInt8(ascii: "-") && start > 1 && bytes[start - 2].isLetter)
  }

  /// The end of what may stand between two groups: spaces, hyphens, brackets, full stops and emphasis.
  private static func endOfSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, at < start + 4 {
      let byte = bytes[at]
      if byte == 0x20 || "-.*()".utf8.contains(byte) {
        at += 1
      } else if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
        at += 2
      } else if byte == 0xE2, at + 2 < bytes.count, bytes[at + 1] == 0x80,
        bytes[at + 2] <= 0x91 || bytes[at + 2] == 0xAF
      {
        at += 3
      } else {
        break
      }
    }
    return at
  }
}
