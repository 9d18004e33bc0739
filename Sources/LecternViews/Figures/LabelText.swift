/// Measures the words of drawings and breaks them into lines.
public struct LabelText {
  /// The width of a text in pixels at a size, bold or not.
  let width: (_ text: String, _ size: Double, _ isBold: Bool) -> Double

  /// The lines of a label that are no wider than `width`; a word that is wider is cut between letters.
  func lines(_ text: String, size: Double, width: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, self.width("\(last) \(word)", size, isBold) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
        continue
      }
      lines += pieces(of: word, size, width, isBold)
    }
    return lines
  }

  private func pieces(
    of word: Substring, _ size: Double, _ width: Double, _ isBold: Bool
  ) -> [String] {
    if self.width(String(word), size, isBold) <= width { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    for letter in word {
      if !piece.isEmpty, self.width(piece + String(letter), size, isBold) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(letter)
    }
    return pieces + [piece]
  }

  /// Guesses widths from classes of letters, a little on the safe side.
  public static var estimated: LabelText {
    LabelText { text, size, _ in size * text.reduce(0) { $0 + width(of: $1) } }
  }

  /// The width of a letter as a part of its size.
  private static func width(of letter: Character) -> Double {
    if "ijl.,:;!|'’‘ ".contains(letter) { return 0.3 }
    if "ftr()[]-“”\"/".contains(letter) { return 0.4 }
    if "mwMW@%—…&".contains(letter) { return 0.9 }
    if letter.isASCII { return letter.isUppercase || letter.isNumber ? 0.7 : 0.6 }
    return letter.isLetter && letter.unicodeScalars.allSatisfy { $0.value < 0x250 } ? 0.62 : 1.05
  }
}
