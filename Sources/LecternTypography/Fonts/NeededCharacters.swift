internal import CHarfBuzz

/// What a font must keep so that some characters look as they do in the whole font.
///
/// Shaping takes characters apart and puts them together before it looks for glyphs: `e` and a combining acute are drawn
/// with the glyph of `é`, and vowel signs of two halves with those of their halves.
enum NeededCharacters {
  /// The hyphen that browsers put where a word is cut.
  private static let hyphen: Unicode.Scalar = "\u{2010}"
  /// Programs for paper set a space in the font of the words beside it.
  private static let spaces: Set<Unicode.Scalar> = [" ", "\u{A0}"]
  /// What a sign is shown on that follows nothing.
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  /// Some characters with all that shaping may make of them.
  static func of(_ characters: Set<Unicode.Scalar>) -> Set<Unicode.Scalar> {
    var needed = characters.union([hyphen]).union(spaces)
    let funcs = hb_unicode_funcs_get_default()
    takeApart(Array(characters), into: &needed, funcs)
    // Letters that are written with their accents, as most are, need no partner.
    guard characters.contains(where: \.joins) else { return needed }
    needed.insert(dottedCircle)
    let marks = needed.filter(\.joins)
    var pending = Array(needed)
    while let letter = pending.popLast() {
      for mark in marks {
        var whole: hb_codepoint_t = 0
        guard hb_unicode_compose(funcs, letter.value, mark.value, &whole) != 0,
          let scalar = Unicode.Scalar(whole), needed.insert(scalar).inserted
        else { continue }
        pending.append(scalar)
      }
    }
    return needed
  }

  private static func takeApart(
    _ characters: [Unicode.Scalar], into needed: inout Set<Unicode.Scalar>, _ funcs: OpaquePointer?
  ) {
    var pending = characters
    while let whole = pending.popLast() {
      var first: hb_codepoint_t = 0
      var second: hb_codepoint_t = 0
      guard hb_unicode_decompose(funcs, whole.value, &first, &second) != 0 else { continue }
      for part in [first, second] where part != 0 {
        if let scalar = Unicode.Scalar(part), needed.insert(scalar).inserted {
          pending.append(scalar)
        }
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it may become one with the character before it: a mark, or the vowel or end of a Korean syllable.
  fileprivate var joins: Bool {
    joinsTheOneBefore || properties.generalCategory == .spacingMark
      || (0x1161...0x11C2).contains(value)
  }
}
