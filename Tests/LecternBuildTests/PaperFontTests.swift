import LecternBuild
import LecternTypography
import TestSupport
import Testing

/// The built-in fonts as plain TrueType, by which decks are measured although pages show the packed ones.
@Suite struct PaperFontTests {
  private static let names = [
    "inter-regular", "inter-italic", "inter-bold", "inter-bold-italic", "mono-regular",
  ]

  /// The tables of a font by their tags (OpenType 1.9, "Table Directory").
  private struct Tables {
    private let bytes: [UInt8]

    init(_ font: FontFile) { bytes = font.bytes }

    private func number(_ offset: Int, bytes count: Int) -> Int {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    subscript(tag: String) -> [UInt8] {
      for record in stride(from: 12, to: 12 + 16 * number(4, bytes: 2), by: 16)
      where bytes[record..<record + 4].elementsEqual(tag.utf8) {
        let start = number(record + 8, bytes: 4)
        return Array(bytes[start..<start + number(record + 12, bytes: 4)])
      }
      return []
    }

    /// The advance of every glyph that has one of its own, in units of the font.
    var advances: [[UInt8]] {
      let count = self["hhea"].suffix(2).reduce(0) { $0 << 8 | Int($1) }
      let metrics = self["hmtx"]
      return (0..<count).map { Array(metrics[4 * $0..<4 * $0 + 2]) }
    }
  }

  @Test(arguments: names) func measuresAsThePackedFontDoes(name: String) throws {
    let packed = Tables(try #require(FontFile(try TestFont.builtIn(name))))
    let paper = try #require(Defaults.paperFont("\(name).woff2"))
    let plain = Tables(try #require(FontFile(paper)))
    for tag in ["cmap", "GDEF", "GPOS", "GSUB", "OS/2"] {
      #expect(!plain[tag].isEmpty)
      #expect(plain[tag] == packed[tag], "\(tag) differs")
    }
    #expect(plain.advances.count > 1)
    #expect(plain.advances == packed.advances)
    // Units of the size, and ascent, descent and gap of a line.
    #expect(plain["head"][18..<20] == packed["head"][18..<20])
    #expect(plain["hhea"][4..<10] == packed["hhea"][4..<10])
  }

  @Test func isThereForBuiltInFontsAlone() {
    #expect(Defaults.paperFont("own.woff2") == nil)
    #expect(Defaults.paperFont("inter-regular.ttf") == nil)
  }
}
