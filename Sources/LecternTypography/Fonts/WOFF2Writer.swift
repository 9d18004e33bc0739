internal import CBrotli

/// Packs the tables of a font as WOFF2 (W3C, "WOFF File Format 2.0").
///
/// Outlines are packed as they are, which the format allows, and not rearranged first. libwoff would do that, but as it is
/// built everywhere it writes a line of its own to standard error for each font.
struct WOFF2Writer {
  private struct Table {
    var tag: [UInt8]
    var bytes: ArraySlice<UInt8>
  }

  private let flavour: [UInt8]
  private let tables: [Table]

  /// Reads which tables a font has; nil for bytes that are no font.
  init?(font: [UInt8]) {
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset + bytes <= font.count else { return nil }
      return font[offset..<offset + bytes].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let count = number(at: 4, bytes: 2), count > 0 else { return nil }
    var tables: [Table] = []
    for entry in (0..<count).map({ 12 + 16 * $0 }) {
      guard let start = number(at: entry + 8, bytes: 4),
        let length = number(at: entry + 12, bytes: 4), start + length <= font.count
      else { return nil }
      tables.append(
        Table(tag: Array(font[entry..<entry + 4]), bytes: font[start..<start + length]))
    }
    flavour = Array(font.prefix(4))
    self.tables = Self.ordered(tables)
  }

  /// The file, packed with an effort from 0 to 11; nil when brotli fails.
  func file(effort: Int) -> [UInt8]? {
    var directory: [UInt8] = []
    var content: [UInt8] = []
    for table in tables {
      append(table, to: &directory)
      content += Self.marked(table)
    }
    guard let packed = Self.packed(content, effort: effort) else { return nil }
    let unpackedSize = tables.reduce(12 + 16 * tables.count) { $0 + Self.padded($1.bytes.count) }
    let size = Self.padded(Self.headerSize + directory.count + packed.count)
    var file = Array("wOF2".utf8) + flavour
    file += Self.bytes(size, 4) + Self.bytes(tables.count, 2) + Self.bytes(0, 2)
    file += Self.bytes(unpackedSize, 4) + Self.bytes(packed.count, 4)
    // No version of its own, no metadata, no private data.
    file += [UInt8](repeating: 0, count: Self.headerSize - file.count)
    file += directory + packed
    return file + [UInt8](repeating: 0, count: size - file.count)
  }

  private static let headerSize = 48

  // MARK: Tables

  /// The tags that the format writes as one number, in its order.
  private static let known: [String] =
    ("cmap head hhea hmtx maxp name OS/2 post cvt| fpgm glyf loca prep CFF| VORG EBDT EBLC gasp hdmx kern "
    + "LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG| sbix acnt avar "
    + "bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat "
    + "Gloc Feat Sill").split(separator: " ").map { String($0).replacing("|", with: " ") }

  /// The tables with the places of outlines right behind the outlines, where the format wants them.
  private static func ordered(_ tables: [Table]) -> [Table] {
    var tables = tables
    func place(of tag: String) -> Int? { tables.firstIndex { $0.tag == Array(tag.utf8) } }
    if let from = place(of: "loca") {
      let loca = tables.remove(at: from)
      tables.insert(loca, at: place(of: "glyf").map { $0 + 1 } ?? from)
    }
    return tables
  }

  /// Adds a table's entry to the directory.
  private func append(_ table: Table, to directory: inout [UInt8]) {
    let tag = String(decoding: table.tag, as: UTF8.self)
    // For these two, 3 says that nothing was rearranged; for all others 0 does.
    let asTheyAre: UInt8 = tag == "glyf" || tag == "loca" ? 0xC0 : 0
    if let number = Self.known.firstIndex(of: tag) {
      directory.append(asTheyAre | UInt8(number))
    } else {
      directory.append(0x3F)
      directory += table.tag
    }
    // Seven bits a byte, the highest first; all but the last byte have the eighth.
    var rest = table.bytes.count
    var digits = [UInt8(rest & 0x7F)]
    while rest > 0x7F {
      rest >>= 7
      digits.append(0x80 | UInt8(rest & 0x7F))
    }
    directory += digits.reversed()
  }

  /// A table's bytes; the head says that the font was packed, as the format asks.
  private static func marked(_ table: Table) -> [UInt8] {
    var bytes = Array(table.bytes)
    if table.tag == Array("head".utf8), bytes.count > 17 { bytes[16] |= 0x08 }
    return bytes
  }

  // MARK: Bytes

  private static func packed(_ content: [UInt8], effort: Int) -> [UInt8]? {
    let room = BrotliEncoderMaxCompressedSize(content.count)
    let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = room
      let isDone = BrotliEncoderCompress(
        Int32(effort), BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT, content.count, content, &count,
        buffer.baseAddress)
      if isDone == 0 { count = 0 }
    }
    return packed.isEmpty ? nil : packed
  }

  private static func padded(_ count: Int) -> Int { (count + 3) / 4 * 4 }

  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
