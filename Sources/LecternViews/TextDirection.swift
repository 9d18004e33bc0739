/// In which direction languages are written.
public enum TextDirection {
  /// Whether a language, a BCP 47 tag, is written from right to left.
  public static func isRightToLeft(_ language: String) -> Bool {
    let main = language.lowercased().prefix { $0 != "-" }
    return ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ug", "sd", "ckb"].contains(main)
  }

  /// The value of the `dir` attribute of a page in a language.
  public static func attribute(of language: String) -> String {
    isRightToLeft(language) ? "rtl" : "ltr"
  }
}
