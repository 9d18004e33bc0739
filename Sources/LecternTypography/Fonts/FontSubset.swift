internal import CHarfBuzz

/// The part of a font that some characters need: the same outlines and the same widths, in far fewer bytes.
///
/// The same font and characters always give the same bytes.
public struct FontSubset: Sendable, Equatable {
  /// The bytes of a TrueType or OpenType file.
  public let bytes: [UInt8]

  /// Cuts a part out of a font; nil for a font that cannot be cut.
  ///
  /// Kept are the glyphs that the characters can become by what is switched on in a browser, figures of one width and
  /// forms for capitals besides. Left out are hints for coarse screens, names of glyphs, and what makes a font variable:
  /// decks are measured in its default style.
  public init?(of font: FontFile, characters: Set<Unicode.Scalar>) {
    guard let open = OpenFace(font), let input = hb_subset_input_create_or_fail() else {
      return nil
    }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue)
    let wanted = hb_subset_input_unicode_set(input)
    for scalar in NeededCharacters.of(characters) { hb_set_add(wanted, scalar.value) }
    Self.add(Self.features, to: hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG))
    Self.add(Self.variations, to: hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG))
    guard let face = hb_subset_or_fail(open.face, input) else { return nil }
    defer { hb_face_destroy(face) }
    let blob = hb_face_reference_blob(face)
    defer { hb_blob_destroy(blob) }
    var count: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &count), count > 0 else { return nil }
    bytes = UnsafeBufferPointer(start: start, count: Int(count)).map { UInt8(bitPattern: $0) }
  }

  /// The bytes as WOFF2, packed with an effort from 0 to 11; nil for a font that cannot be packed.
  public func packed(effort: Int) -> [UInt8]? {
    WOFF2Writer(font: bytes)?.file(effort: effort)
  }

  /// What style sheets switch on, besides the features that are on by themselves, which HarfBuzz knows.
  private static let features = ["tnum", "lnum", "case"]

  /// The tables of a variable font; without them it is its default style.
  private static let variations = [
    "fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "STAT",
  ]

  private static func add(_ tags: [String], to set: OpaquePointer?) {
    for tag in tags { hb_set_add(set, hb_tag_from_string(tag, -1)) }
  }
}
