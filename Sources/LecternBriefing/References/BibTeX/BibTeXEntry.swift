import LecternSource

/// One entry of a BibTeX file as it is written: its fields still in LaTeX.
struct BibTeXEntry {
  /// The type in lower case, such as `article`.
  var type: String
  /// The key by which it is cited.
  var key: String
  /// Where the key stands.
  var span: Span
  /// The fields in order, their names in lower case.
  var fields: [Field] = []

  /// One field.
  struct Field {
    /// The name in lower case.
    var name: String
    /// The value without its outer braces or quotation marks.
    var value: String
    /// Where the name stands.
    var span: Span
  }

  /// The value of the first of some fields that is there.
  func value(_ names: String...) -> String? {
    for name in names {
      if let field = fields.first(where: { $0.name == name }) { return field.value }
    }
    return nil
  }
}
