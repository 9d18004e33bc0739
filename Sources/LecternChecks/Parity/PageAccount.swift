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
  /// How often each number stands there, as its digits are written.
  var counts: [String: Int] = [:]
  /// Every number.
  var numbers: Set<String> { Set(counts.keys) }
  /// The numbers in hidden titles, which an author or Lectern gave.
  var hiddenNumbers: Set<String> = []

  /// The different numbers in a text.
  static func numbers(in text: String) -> Set<String> { Set(allNumbers(in: text)) }

  /// The numbers in a text, in order: digits, with a point or comma only between them.
  static func allNumbers(in text: String) -> [String] {
    var found: [String] = []
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
        if !number.isEmpty { found.append(number) }
        number = ""
        sign = nil
      }
    }
    if !number.isEmpty { found.append(number) }
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
