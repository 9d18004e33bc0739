/// Latin letters with marks, by what they are made of.
///
/// The standard library has no public normaliser; the names of scalars tell the parts: LATIN SMALL LETTER E WITH ACUTE.
package struct LatinLetters: Sendable {
  /// A mark on a letter, by the word for it in the names of scalars.
  package enum Mark: String, CaseIterable, Sendable {
    case grave = "GRAVE"
    case acute = "ACUTE"
    case circumflex = "CIRCUMFLEX"
    case diaeresis = "DIAERESIS"
    case tilde = "TILDE"
    case macron = "MACRON"
    case dotAbove = "DOT ABOVE"
    case cedilla = "CEDILLA"
    case caron = "CARON"
    case breve = "BREVE"
    case doubleAcute = "DOUBLE ACUTE"
    case ogonek = "OGONEK"
    case ringAbove = "RING ABOVE"
    case dotBelow = "DOT BELOW"
    case lineBelow = "LINE BELOW"

    /// The mark as a scalar of its own, which stands behind its letter.
    fileprivate var combining: Unicode.Scalar {
      switch self {
      case .grave: "\u{300}"
      case .acute: "\u{301}"
      case .circumflex: "\u{302}"
      case .diaeresis: "\u{308}"
      case .tilde: "\u{303}"
      case .macron: "\u{304}"
      case .dotAbove: "\u{307}"
      case .cedilla: "\u{327}"
      case .caron: "\u{30C}"
      case .breve: "\u{306}"
      case .doubleAcute: "\u{30B}"
      case .ogonek: "\u{328}"
      case .ringAbove: "\u{30A}"
      case .dotBelow: "\u{323}"
      case .lineBelow: "\u{331}"
      }
    }
  }

  private var whole: [String: Unicode.Scalar] = [:]

  /// Looks the letters up: those of Latin-1, Latin Extended-A and -B, and Latin Extended Additional.
  package init() {
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) as [UInt32] {
      guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name else { continue }
      whole[name] = scalar
    }
  }

  /// A letter with a mark, as one scalar where there is one.
  func letter(_ letter: Unicode.Scalar, with mark: Mark) -> String {
    if let name = letter.properties.name, let scalar = whole["\(name) WITH \(mark.rawValue)"] {
      return String(scalar)
    }
    var text = String(letter)
    text.unicodeScalars.append(mark.combining)
    return text
  }

  /// A letter without its mark, for sorting; any other scalar as it is.
  package static func bare(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value > 0x7F, let name = scalar.properties.name,
      name.hasPrefix("LATIN SMALL LETTER "), let with = name.firstRange(of: " WITH ")
    else { return scalar }
    let letter = name[..<with.lowerBound].split(separator: " ").last ?? ""
    return letter.count == 1 ? letter.lowercased().unicodeScalars.first ?? scalar : scalar
  }
}
