extension Unicode.Scalar {
  /// Whether it changes the character before it: a combining mark, a joiner, a variation selector, a skin tone.
  ///
  /// Such a character is drawn with the font of the one before it.
  public var joinsTheOneBefore: Bool {
    properties.isGraphemeExtend || properties.isEmojiModifier || value == 0x200D
      || properties.isDefaultIgnorableCodePoint
  }
}
