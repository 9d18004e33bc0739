/// What a built page holds of what an author wrote: quotations, numbers, figures, pictures and key messages.
///
/// It is read from the page's bytes, so that it says what readers get.
public struct PageAccount: Sendable {
  /// A quotation or figure.
  struct Part: Sendable {
    /// The id that links lead to, if it has one.
    var id: String?
    /// Its words, in lower case and one space apart.
    var words: String
  }

  /// The quotations in order; one that goes on on a next slide is several.
  var quotations: [Part] = []
  /// The figures in order.
  var figures: [Part] = []
  /// The key messages, where the page marks them.
  var messages: [String] = []
  /// The words of each list item and paragraph.
  var passages: Set<String> = []
  /// Every number, as its digits are written.
  var numbers: Set<String> = []
  /// The numbers in hidden titles, which an author or Lectern gave.
  var hiddenNumbers: Set<String> = []

  /// The numbers in a text: digits, with a point or comma only between them.
  static func numbers(in text: String) -> Set<String> {
    var found: Set<String> = []
    var number = ""
    var sign: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let digit = digit(scalar) {
        if let sign, !number.isEmpty { number.unicodeScalars.append(sign) }
        number += digit
        sign = nil
      } else if sign == nil, !number.isEmpty, scalar == "." || scalar == "," {
        sign = scalar
      } else {
        if !number.isEmpty { found.insert(number) }
        number = ""
        sign = nil
      }
    }
    if !number.isEmpty { found.insert(number) }
    return found
  }

  /// The words of a text in lower case, one space apart, without what is no letter or digit.
  static func words(of text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static func digit(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? String(scalar) : nil }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return String(Int(value))
  }
}
