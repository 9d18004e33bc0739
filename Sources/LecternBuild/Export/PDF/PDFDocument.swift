/// A PDF whose objects can be read and replaced; those that are not touched keep their bytes.
///
/// Reads what Chromium writes: one table of cross-references in plain text, and no objects inside streams.
package struct PDFDocument {
  private let bytes: [UInt8]
  /// Where each object stands, from its number on.
  private let places: [Int: Range<Int>]
  /// What has become of objects, those that are new among them.
  private var changes: [Int: Change] = [:]
  private var nextNumber: Int
  private var trailer: [String: PDFValue]

  private enum Change {
    case value(PDFValue)
    case stream([String: PDFValue], data: [UInt8])
    case gone

    /// What stands between `obj` and `endobj`; nil for what has gone.
    var content: [UInt8]? {
      switch self {
      case .value(let value): value.bytes
      case .stream(let entries, let data):
        PDFValue.dictionary(entries).bytes + Array("\nstream\n".utf8) + data
          + Array("\nendstream".utf8)
      case .gone: nil
      }
    }
  }

  /// Reads a file; nil for one that is damaged or built otherwise.
  package init?(_ bytes: [UInt8]) {
    guard let start = Self.tableStart(bytes) else { return nil }
    var parser = PDFParser(bytes[start...])
    guard parser.skip("xref") else { return nil }
    var starts: [Int: Int] = [:]
    while !parser.skip("trailer") {
      // No file has more objects than bytes.
      guard let first = parser.integer(), let count = parser.integer(),
        (0...bytes.count).contains(first), (0...bytes.count).contains(count)
      else { return nil }
      for number in first..<first + count {
        guard let offset = parser.integer(), parser.integer() != nil else { return nil }
        if parser.skip("n") {
          starts[number] = offset
        } else if !parser.skip("f") {
          return nil
        }
      }
    }
    guard let trailer = parser.value()?.entries, trailer["Prev"] == nil,
      trailer["Encrypt"] == nil
    else { return nil }
    var places: [Int: Range<Int>] = [:]
    var end = start
    for (number, offset) in starts.sorted(by: { $0.value > $1.value }) {
      guard offset < end, offset > 0 else { return nil }
      places[number] = offset..<end
      end = offset
    }
    self.bytes = bytes
    self.places = places
    self.trailer = trailer
    nextNumber = (starts.keys.max() ?? 0) + 1
  }

  /// Where the table of cross-references begins, by what the file's last lines say.
  private static func tableStart(_ bytes: [UInt8]) -> Int? {
    let word = Array("startxref".utf8)
    let tail = max(0, bytes.count - 1_024)
    guard bytes.starts(with: "%PDF-".utf8),
      let found = (tail..<bytes.count).last(where: { bytes[$0...].starts(with: word) })
    else { return nil }
    var parser = PDFParser(bytes[(found + word.count)...])
    guard let start = parser.integer(), bytes.indices.contains(start) else { return nil }
    return start
  }

  // MARK: Objects

  /// The number of the object that an entry of the trailer leads to: `Root` or `Info`.
  package func number(of entry: String) -> Int? { trailer[entry]?.target }

  /// An object; of a stream what stands before its data.
  package func object(_ number: Int) -> PDFValue? {
    switch changes[number] {
    case .value(let value)?: return value
    case .stream(let entries, _)?: return .dictionary(entries)
    case .gone?: return nil
    case nil: break
    }
    guard let place = places[number] else { return nil }
    var parser = PDFParser(bytes[place])
    guard parser.integer() == number, parser.integer() == 0, parser.skip("obj") else { return nil }
    return parser.value()
  }

  /// Adds an object and returns its number.
  package mutating func add(_ value: PDFValue) -> Int {
    let number = nextNumber
    nextNumber += 1
    set(number, value)
    return number
  }

  /// Adds a stream and returns its number.
  package mutating func add(_ entries: [String: PDFValue], stream: [UInt8]) -> Int {
    var entries = entries
    entries["Length"] = .number(stream.count)
    let number = add(.dictionary(entries))
    changes[number] = .stream(entries, data: stream)
    return number
  }

  /// Puts a value in the place of an object.
  package mutating func set(_ number: Int, _ value: PDFValue) { changes[number] = .value(value) }

  /// Takes an object out.
  package mutating func remove(_ number: Int) { changes[number] = .gone }

  /// Sets an entry of the trailer.
  package mutating func setTrailer(_ entry: String, _ value: PDFValue) { trailer[entry] = value }

  // MARK: The whole

  /// The file with its changes; nothing of what they replace is left in it.
  package func written() -> [UInt8] {
    var result = Array("%PDF-1.7\n%\u{E2}\u{E3}\u{CF}\u{D3}\n".utf8)
    result.reserveCapacity(bytes.count + 65_536)
    var offsets = [Int?](repeating: nil, count: nextNumber)
    for number in 1..<max(1, nextNumber) {
      if let change = changes[number] {
        guard let content = change.content else { continue }
        offsets[number] = result.count
        result += Array("\(number) 0 obj\n".utf8) + content + Array("\nendobj\n".utf8)
      } else if let place = places[number] {
        offsets[number] = result.count
        result += bytes[place]
      }
    }
    let table = result.count
    result += Array("xref\n0 \(nextNumber)\n0000000000 65535 f \n".utf8)
    for offset in offsets.dropFirst() {
      guard let offset else {
        result += Array("0000000000 00000 f \n".utf8)
        continue
      }
      let digits = String(offset)
      result += Array(
        "\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
    }
    var trailer = trailer
    trailer["Size"] = .number(nextNumber)
    result += Array("trailer\n".utf8) + PDFValue.dictionary(trailer).bytes
    return result + Array("\nstartxref\n\(table)\n%%EOF\n".utf8)
  }
}
