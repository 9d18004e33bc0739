internal import CHarfBuzz

/// A font file in HarfBuzz's hands, with a copy of its bytes; it lets go of both with itself.
struct OpenFace: ~Copyable {
  /// HarfBuzz's own face.
  let face: OpaquePointer

  /// Opens a font; nil when HarfBuzz finds no glyphs in it.
  init?(_ file: FontFile) {
    let blob = file.bytes.withUnsafeBytes { bytes in
      hb_blob_create(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    guard hb_face_get_glyph_count(face) > 0 else {
      hb_face_destroy(face)
      return nil
    }
    self.face = face
  }

  deinit { hb_face_destroy(face) }

  /// The characters that it has glyphs for.
  var characters: Set<Unicode.Scalar> {
    let found = hb_set_create()
    defer { hb_set_destroy(found) }
    hb_face_collect_unicodes(face, found)
    var characters: Set<Unicode.Scalar> = []
    // HarfBuzz says with this value that there is none before the first.
    var next = hb_codepoint_t.max
    while hb_set_next(found, &next) != 0 {
      if let scalar = Unicode.Scalar(next) { characters.insert(scalar) }
    }
    return characters
  }
}
