import LecternBuild
import LecternTypography
import TestSupport
import Testing

/// Parts of fonts: smaller, and otherwise the same.
@Suite struct FontSubsetTests {
  private func font(_ name: String) throws -> FontFile {
    try #require(FontFile(try TestFont.builtIn(name)))
  }

  private func characters(_ text: String) -> Set<Unicode.Scalar> { Set(text.unicodeScalars) }

  /// The widths of words, each at a size that shows a thousandth of it.
  private func widths(of words: [String], in font: FontFile, isTabular: Bool) -> [Double] {
    let shaper = Shaper(FontSet(faces: [.regular: font]), language: "en")
    let finder = BreakFinder(language: "en")
    return words.map { word in
      ParagraphMaker.paragraph(
        of: [TextRun(.text(word), isTabular: isTabular)], shaper: shaper, finder: finder
      ).naturalWidth(size: 1_000, floor: 0)
    }
  }

  private func expectSameWidths(_ text: String, in font: FontFile) throws {
    let subset = try #require(FontSubset(of: font, characters: characters(text)))
    let part = try #require(FontFile(subset.bytes))
    let words = text.split(separator: " ").map(String.init)
    for isTabular in [false, true] {
      let whole = widths(of: words, in: font, isTabular: isTabular)
      #expect(whole.allSatisfy { $0 > 0 })
      #expect(widths(of: words, in: part, isTabular: isTabular) == whole)
    }
  }

  @Test(arguments: ["inter-regular", "inter-bold-italic", "mono-regular"])
  func hasTheCharactersAskedForAndIsSmaller(name: String) throws {
    let whole = try font(name)
    let subset = try #require(FontSubset(of: whole, characters: characters("Über 19")))
    let part = try #require(FontFile(subset.bytes))
    #expect(part.characters.isSuperset(of: characters("Über 19")))
    #expect(!part.characters.contains("q") && !part.characters.contains("8"))
    #expect(subset.bytes.count < whole.bytes.count / 4)
  }

  @Test(arguments: ["inter-regular", "mono-regular"])
  func givesTheSameBytesForTheSameCharacters(name: String) throws {
    let whole = try font(name)
    let wanted = characters("Ein Satz mit Umlauten: äöü. 0123456789")
    let first = try #require(FontSubset(of: whole, characters: wanted))
    for _ in 0..<4 {
      let again = Set(wanted.shuffled())
      #expect(FontSubset(of: whole, characters: again) == first)
    }
    let packed = try #require(first.packed(effort: 5))
    for _ in 0..<4 {
      let again = first.packed(effort: 5)
      #expect(again == packed)
    }
  }

  @Test func isAsWideAsTheWholeFont() throws {
    try expectSameWidths(
      "AVATAR Ťažký fi To. 1,111 0.75 (H) e\u{301}te\u{301} u\u{308}ber “Yes” naïve ½ x",
      in: font("inter-regular"))
  }

  @Test(.enabled(if: TestFont.hasGreek, "no DejaVu here: run Scripts/install-packages --tests"))
  func isAsWideAsTheWholeFontInOtherScripts() throws {
    let font = try #require(FontFile(try FileStore.disk.read(TestFont.greek)))
    try expectSameWidths("γλῶσσα α\u{301} ΐ ταῦτα العربية لا مُحَمَّد Ёлка и\u{306} ﬁ", in: font)
  }

  @Test func keepsWhatLettersAndAccentsBecomeTogether() throws {
    let subset = try #require(
      FontSubset(of: font("inter-regular"), characters: characters("e\u{301}")))
    #expect(FontFile(subset.bytes)?.characters.contains("\u{E9}") == true)
  }

  @Test(arguments: [0, 5, 11])
  func comesBackFromItsPackage(effort: Int) throws {
    let subset = try #require(
      FontSubset(of: font("mono-regular"), characters: characters("let x = 1")))
    let file = try #require(subset.packed(effort: effort))
    #expect(file.starts(with: Array("wOF2".utf8)) && file.count < subset.bytes.count)
    let back = try #require(FontFile(file))
    #expect(back.characters == FontFile(subset.bytes)?.characters)
  }

  @Test func saysOfABrokenFontThatItHasNoCharacters() throws {
    let whole = try font("mono-regular").bytes
    #expect(try #require(FontFile([0, 1, 0, 0])).characters.isEmpty)
    #expect(FontFile(Array("wOF2, or so it says".utf8)) == nil)
    for count in stride(from: 4, to: whole.count, by: whole.count / 40) {
      // Cut off anywhere, it is read as less or as nothing.
      guard let cut = FontFile(Array(whole.prefix(count))) else { continue }
      _ = FontSubset(of: cut, characters: cut.characters.union(["a"]))?.packed(effort: 0)
    }
  }
}
