internal import CHarfBuzz

/// One font in HarfBuzz's hands; it copies the file's bytes and lets go of them with itself.
final class ShapingFont {
  private let font: OpaquePointer
  private let unitsPerEm: Double
  /// Whether it has every visible character of ASCII.
  let hasASCII: Bool

  /// Opens a font; nil when HarfBuzz finds no glyphs in it.
  init?(_ file: FontFile) {
    guard let open = OpenFace(file), let font = hb_font_create(open.face) else { return nil }
    self.font = font
    unitsPerEm = Double(max(1, hb_face_get_upem(open.face)))
    hasASCII = (0x21...0x7E).allSatisfy { (code: hb_codepoint_t) in
      var glyph: hb_codepoint_t = 0
      return hb_font_get_nominal_glyph(font, code, &glyph) != 0
    }
  }

  deinit { hb_font_destroy(font) }

  /// Whether it has a glyph for a character.
  func covers(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  /// Shapes a text and adds its clusters, in the order of the text, with their advances as parts of the size.
  func shape(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, in buffer: ShapingBuffer,
    isTabular: Bool, into clusters: inout [ShapedWord.Cluster]
  ) {
    buffer.shape(text, from: start, to: end, with: font, isTabular: isTabular) { glyph in
      let width = Double(glyph.advance) / unitsPerEm
      let own = Double(hb_font_get_glyph_h_advance(font, glyph.number)) / unitsPerEm
      if let last = clusters.indices.last, clusters[last].offset == glyph.cluster {
        clusters[last].advance += width
        clusters[last].last += own
      } else {
        clusters.append(ShapedWord.Cluster(offset: glyph.cluster, advance: width, last: own))
      }
    }
  }
}

/// HarfBuzz's buffer, used again for every text.
final class ShapingBuffer {
  private let buffer: OpaquePointer
  private let language: OpaquePointer?
  private let tabular: [hb_feature_t]

  /// Makes a buffer for texts in a language.
  init(language: String) {
    buffer = hb_buffer_create()
    self.language = hb_language_from_string(language, -1)
    tabular = ["tnum", "lnum"].map { (name: String) in
      hb_feature_t(tag: hb_tag_from_string(name, -1), value: 1, start: 0, end: UInt32.max)
    }
  }

  deinit { hb_buffer_destroy(buffer) }

  /// One glyph of a shaped text.
  struct Glyph {
    /// Its number in the font.
    var number: UInt32
    /// Where its cluster begins, in bytes of the text.
    var cluster: Int
    /// How far it moves the pen, in units of the font.
    var advance: Int32
  }

  /// Shapes a part of a text and hands over its glyphs, in the order of the text.
  func shape(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, with font: OpaquePointer,
    isTabular: Bool, _ take: (Glyph) -> Void
  ) {
    hb_buffer_clear_contents(buffer)
    text.withMemoryRebound(to: CChar.self) { characters in
      hb_buffer_add_utf8(
        buffer, characters.baseAddress, Int32(text.count), UInt32(start), Int32(end - start))
    }
    hb_buffer_set_language(buffer, language)
    hb_buffer_guess_segment_properties(buffer)
    tabular.withUnsafeBufferPointer { features in
      hb_shape(font, buffer, features.baseAddress, isTabular ? UInt32(features.count) : 0)
    }
    var count: UInt32 = 0
    let glyphs = hb_buffer_get_glyph_infos(buffer, &count)
    guard let glyphs, let positions = hb_buffer_get_glyph_positions(buffer, &count) else { return }
    // What runs from right to left comes out in the order of the eye.
    let isReversed = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
    for step in 0..<Int(count) {
      let index = isReversed ? Int(count) - 1 - step : step
      take(
        Glyph(
          number: glyphs[index].codepoint, cluster: Int(glyphs[index].cluster),
          advance: positions[index].x_advance))
    }
  }
}
