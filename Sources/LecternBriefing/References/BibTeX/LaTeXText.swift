import LecternSource

/// Text in LaTeX, as BibTeX files have it, as plain words.
struct LaTeXText {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var text = String.UnicodeScalarView()
  private let letters: LatinLetters

  /// The words of a value: accents as letters, dashes and quotation marks as they print, braces and commands gone.
  static func plain(_ latex: String, _ letters: LatinLetters) -> String {
    guard latex.utf8.contains(where: { "\\{}~-`'\"".utf8.contains($0) }) else {
      return latex.collapsed
    }
    var reader = LaTeXText(scalars: Array(latex.unicodeScalars), letters: letters)
    reader.read()
    return TitleText.plain(String(reader.text))
  }

  private init(scalars: [Unicode.Scalar], letters: LatinLetters) {
    self.scalars = scalars
    self.letters = letters
  }

  private var current: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func read() {
    while let scalar = current {
      at += 1
      switch scalar {
      case "{", "}": break
      case "~": text.append("\u{A0}")
      case "-" where current == "-":
        at += 1
        let isLong = current == "-"
        if isLong { at += 1 }
        text.append(isLong ? "—" : "–")
      case "`": quote("`", "‘", "“")
      case "'": quote("'", "'", "”")
      case "\\": command()
      default: text.append(scalar)
      }
    }
  }

  private mutating func quote(
    _ mark: Unicode.Scalar, _ single: Unicode.Scalar, _ double: Unicode.Scalar
  ) {
    let isDouble = current == mark
    if isDouble { at += 1 }
    text.append(isDouble ? double : single)
  }

  private mutating func command() {
    guard let first = current else { return }
    at += 1
    guard first.properties.isAlphabetic, first.isASCII else {
      if let mark = Self.accents[first] {
        accent(mark)
      } else if first == "\\" || first.properties.isWhitespace {
        text.append(" ")
      } else if "&%$#_{}".unicodeScalars.contains(first) {
        text.append(first)
      }
      return
    }
    var name = String(first)
    // A command that takes a letter may be followed by it at once only behind a space or brace: `\c c`, `\c{c}`.
    while let letter = current, letter.isASCII, letter.properties.isAlphabetic {
      name.unicodeScalars.append(letter)
      at += 1
    }
    if let scalar = Self.symbols[name] {
      text.append(contentsOf: scalar.unicodeScalars)
      skipSpace()
    } else if let mark = Self.accentCommands[name] {
      accent(mark)
    } else {
      skipSpace()
    }
  }

  /// Puts a mark on the next letter, which may stand in braces.
  private mutating func accent(_ mark: LatinLetters.Mark) {
    skipSpace()
    while current == "{" { at += 1 }
    guard var letter = current else { return }
    at += 1
    if letter == "\\" {
      // `\i` and `\j` are letters without their dots, which carry marks.
      guard let dotless = current, dotless == "i" || dotless == "j" else {
        at -= 1
        return
      }
      letter = dotless
      at += 1
      skipSpace()
    }
    if letter == "}" { return }
    text.append(contentsOf: letters.letter(letter, with: mark).unicodeScalars)
  }

  private mutating func skipSpace() {
    while let scalar = current, scalar.properties.isWhitespace { at += 1 }
  }

  private static let accents: [Unicode.Scalar: LatinLetters.Mark] = [
    "`": .grave, "'": .acute, "^": .circumflex, "\"": .diaeresis, "~": .tilde, "=": .macron,
    ".": .dotAbove,
  ]

  private static let accentCommands: [String: LatinLetters.Mark] = [
    "c": .cedilla, "v": .caron, "u": .breve, "H": .doubleAcute, "k": .ogonek, "r": .ringAbove,
    "d": .dotBelow, "b": .lineBelow,
  ]

  private static let symbols: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "ldots": "…", "dots": "…", "textellipsis": "…", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "copyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§",
    "P": "¶", "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textunderscore": "_", "textdegree": "°", "textdollar": "$", "textbar": "|", "TeX": "TeX",
    "LaTeX": "LaTeX", "BibTeX": "BibTeX", "quotesinglbase": "‚", "quotedblbase": "„",
    "guillemotleft": "«", "guillemotright": "»", "slash": "/", "textless": "\u{3C}",
    "textgreater": "\u{3E}", "times": "×", "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ",
  ]
}
