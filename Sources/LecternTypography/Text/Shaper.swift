/// Measures words in a set of fonts, each once.
///
/// A word's width grows in step with the size of the text, since pages are set with `text-rendering:
/// geometricPrecision`; so one measure serves every size. Words can be measured one by one because the built-in fonts kern
/// nothing with a space.
///
/// It is no value: it knows which characters its words lacked. Whoever makes a deck makes one.
public final class Shaper {
  private let fonts: FontSet
  private let language: String
  // Opened when the first word is new.
  private lazy var faces = FontFace.allCases.map { fonts.file(for: $0).flatMap(ShapingFont.init) }
  private lazy var fallback = fonts.fallback.compactMap(ShapingFont.init)
  private lazy var buffer = ShapingBuffer(language: language)
  private var words: [WordKey: ShapedWord] = [:]
  private var spaces = [Double?](repeating: nil, count: FontFace.allCases.count * 2)
  /// The characters that none of the fonts has; how wide they are is an estimate.
  public private(set) var uncovered: Set<Unicode.Scalar> = []

  /// Measures by fonts texts in a language, a BCP 47 tag.
  public init(_ fonts: FontSet, language: String) {
    self.fonts = fonts
    self.language = language
  }

  /// Measures a word of UTF-8 without spaces.
  func word(_ text: ArraySlice<UInt8>, face: FontFace, isTabular: Bool) -> ShapedWord {
    let key = WordKey(text, style: Self.style(face, isTabular))
    if let word = words[key] { return word }
    let word = fonts.memory.word(key, language: language) ?? measured(text, key, face, isTabular)
    words[key] = word
    return word
  }

  /// How wide a space is, as a part of the size of its text; most words ask for the same few.
  func space(face: FontFace, isTabular: Bool) -> Double {
    let style = Self.style(face, isTabular)
    if let known = spaces[style] { return known }
    let width = word([0x20], face: face, isTabular: isTabular).advance
    spaces[style] = width
    return width
  }

  /// The number of a style among all that a word can be measured in.
  private static func style(_ face: FontFace, _ isTabular: Bool) -> Int {
    face.index * 2 + (isTabular ? 1 : 0)
  }

  private func measured(
    _ text: ArraySlice<UInt8>, _ key: WordKey, _ face: FontFace, _ isTabular: Bool
  ) -> ShapedWord {
    var hasAll = true
    let word = ShapedWord(
      clusters: clusters(of: Array(text), face: face, isTabular: isTabular, hasAll: &hasAll))
    if hasAll { fonts.memory.keep(word, key, language: language) }
    return word
  }

  private func clusters(
    of word: [UInt8], face: FontFace, isTabular: Bool, hasAll: inout Bool
  ) -> [ShapedWord.Cluster] {
    var clusters: [ShapedWord.Cluster] = []
    let main = faces[face.index]
    word.withUnsafeBufferPointer { text in
      if let main, main.hasASCII, word.allSatisfy({ $0 < 0x80 }) {
        // Most words of most briefings: nothing has to be looked up.
        main.shape(
          text, from: 0, to: text.count, in: buffer, isTabular: isTabular, into: &clusters)
        return
      }
      for run in runs(of: word, in: main) {
        if let font = run.font {
          font.shape(
            text, from: run.start, to: run.end, in: buffer, isTabular: isTabular,
            into: &clusters)
        } else {
          hasAll = false
          estimate(word[run.start..<run.end], face: face, into: &clusters)
        }
      }
    }
    return clusters
  }

  // MARK: Fonts

  private struct Run {
    var font: ShapingFont?
    var start: Int
    var end: Int
  }

  /// The stretches of a text that one font has; marks and joiners stay with what they follow.
  private func runs(of text: [UInt8], in main: ShapingFont?) -> [Run] {
    var runs: [Run] = []
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let font = font(for: scalar, main)
      if let last = runs.last, last.font === font || scalar.joinsTheOneBefore {
        runs[runs.count - 1].end = end
      } else {
        runs.append(Run(font: font, start: offset, end: end))
      }
      offset = end
    }
    return runs
  }

  private func font(for scalar: Unicode.Scalar, _ main: ShapingFont?) -> ShapingFont? {
    if let main, main.covers(scalar) { return main }
    return fallback.first { $0.covers(scalar) }
  }

  /// Guesses the widths of characters that no font has, rather too wide than too narrow.
  private func estimate(
    _ text: ArraySlice<UInt8>, face: FontFace, into clusters: inout [ShapedWord.Cluster]
  ) {
    var offset = text.startIndex
    let weight = face == .bold || face == .boldItalic ? 1.12 : 1
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let guess = scalar.estimatedAdvance
      // A browser's own font for code has one width for all narrow letters.
      let advance = face == .mono && guess > 0 && guess < 1 ? 0.62 : guess * weight
      if scalar.joinsTheOneBefore, let last = clusters.indices.last {
        clusters[last].advance += advance
        clusters[last].last += advance
      } else {
        uncovered.insert(scalar)
        clusters.append(.init(offset: offset, advance: advance, last: advance))
      }
      offset += UTF8.width(scalar)
    }
  }
}

extension FontFace {
  /// Its place among all faces.
  fileprivate var index: Int {
    switch self {
    case .regular: 0
    case .italic: 1
    case .bold: 2
    case .boldItalic: 3
    case .mono: 4
    }
  }
}

extension Unicode.Scalar {
  /// About how wide a browser's own font draws it, as a part of the size.
  fileprivate var estimatedAdvance: Double {
    if properties.isEmojiModifier { return 1.3 }
    if properties.isDefaultIgnorableCodePoint { return 0 }
    // A font that lacks a mark shows it beside its letter.
    switch value {
    case 0x1F1E6...0x1F1FF: return 0.95
    case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0x20000...0x3FFFF:
      return 1
    case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B00...0x2BFF: return 1.3
    case 0x370...0x58F: return properties.isUppercase ? 0.82 : 0.68
    case 0x590...0x5FF: return 0.65
    case 0x600...0x8FF: return 0.68
    case ..<0x370, 0x2000...0x2E7F: return properties.isUppercase ? 0.9 : 0.8
    // South-East Asian scripts break between words of a dictionary, which browsers have in other versions.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: return 1.12
    // A browser without a font for a script shows boxes as wide as they are high.
    default: return 1
    }
  }
}
