/// In which direction languages are written.
public enum TextDirection {
  /// Whether a language, a BCP 47 tag, is written from right to left.
  public static func isRightToLeft(_ language: String) -> Bool {
    let main = language.lowercased().prefix { $0 != "-" }
    return ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ug", "sd", "ckb"].contains(main)
  }

  /// Whether a text holds a letter of a script that is written from right to left.
  public static func holdsRightToLeft(_ text: String) -> Bool {
    // No such letter begins with a lower byte in UTF-8, and few texts have a higher one.
    guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return false }
    return text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// The value of the `dir` attribute of a part in a language on a page in another; nil where both run the same way.
  public static func attribute(of language: String, on page: String) -> String? {
    isRightToLeft(language) == isRightToLeft(page) ? nil : attribute(of: language)
  }

  /// The value of the `dir` attribute of a page in a language.
  public static func attribute(of language: String) -> String {
    isRightToLeft(language) ? "rtl" : "ltr"
  }
}
